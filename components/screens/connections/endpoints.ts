import type { ConnectionSummary } from '@/lib/messages/app-state';

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

export type EndpointIssue = 'required' | 'too-long' | 'not-a-url' | 'not-https' | 'endpoint-has-extras';

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Why requests may not be sent there; the worker judges once more, this is for the field and for the browser's prompt.
 * `new URL` repairs a lot (spaces, back slashes) and lets `*` pass as a host, which as a pattern would ask for every
 * site: so the text itself is looked at.
 */
export function findEndpointIssue(endpoint: string): EndpointIssue | undefined {
  if (endpoint === '') return 'required';
  if (endpoint.length > 500) return 'too-long';
  const host = /^https?:\/\/([^/?#\\\s]+)(\/[^\s\\]*)?([?#]\S*)?$/i.exec(endpoint)?.[1];
  if (!host || !URL.canParse(endpoint)) return 'not-a-url';
  if (host.includes('@') || /[?#]/.test(endpoint)) return 'endpoint-has-extras';
  const { protocol, hostname } = new URL(endpoint);
  if (!/^([a-z\d_-]+(\.[a-z\d_-]+)*|\[[\da-f:.]+\])$/.test(hostname)) return 'not-a-url';
  return protocol === 'https:' || loopbackHosts.includes(hostname) ? undefined : 'not-https';
}

/** Where a connection's requests go. */
export function addressOf(connection: ConnectionSummary): string {
  return connection.platform === 'top' ? connection.endpoint : connection.baseUrl;
}

/** What the browser is asked to allow. A match pattern has no port: it stands for all ports of the host. */
export function originPattern(endpoint: string): string {
  const { protocol, hostname } = new URL(endpoint);
  return `${protocol}//${hostname}/*`;
}
