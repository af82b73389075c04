/** The platform's own gateways; any other address is somebody's relay. */
export const officialEndpoints = {
  domestic: 'https://eco.taobao.com/router/rest',
  domesticAlternative: 'https://gw.api.taobao.com/router/rest',
  overseas: 'https://api.taobao.com/router/rest',
} as const;

export type EndpointChoice = keyof typeof officialEndpoints | 'custom';

export const endpointChoices = ['domestic', 'domesticAlternative', 'overseas', 'custom'] as const;

export function endpointChoiceOf(endpoint: string): EndpointChoice {
  return endpointChoices.find((choice) => choice !== 'custom' && officialEndpoints[choice] === endpoint) ?? 'custom';
}

export type EndpointIssue = 'required' | 'too-long' | 'not-a-url' | 'not-https' | 'not-plain';

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Why requests may not be sent there. Only this machine itself may be talked to without https. */
export function findEndpointIssue(endpoint: string): EndpointIssue | undefined {
  if (endpoint === '') return 'required';
  if (endpoint.length > 500) return 'too-long';
  if (!URL.canParse(endpoint)) return 'not-a-url';
  const { protocol, hostname, username, password } = new URL(endpoint);
  if (protocol !== 'https:' && protocol !== 'http:') return 'not-a-url';
  if (protocol === 'http:' && !loopbackHosts.includes(hostname)) return 'not-https';
  // `new URL` hides an empty query or fragment, so the text itself is looked at.
  return username || password || /[?#]/.test(endpoint) ? 'not-plain' : undefined;
}

/** What the browser is asked to allow. A match pattern has no port: it stands for all ports of the host. */
export function originPattern(endpoint: string): string {
  const { protocol, hostname } = new URL(endpoint);
  return `${protocol}//${hostname}/*`;
}
