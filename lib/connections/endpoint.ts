const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);
const maximumLength = 500;

export type EndpointReason =
  | 'required'
  | 'too-long'
  | 'not-a-url'
  | 'not-https'
  | 'endpoint-has-extras'
  | 'endpoint-not-allowed';

/**
 * Why the address may not be used, or undefined. https only, but for this device itself; no user name, query or
 * fragment, which could carry a secret into logs and match patterns. `allowed` is an administrator's list: full
 * addresses, or origins that stand for all their addresses; an empty list allows all.
 */
export function refuseEndpoint(endpoint: string, allowed: readonly string[] = []): EndpointReason | undefined {
  if (endpoint === '') return 'required';
  if (endpoint.length > maximumLength) return 'too-long';
  // The parser is lenient (back slashes, tabs, one slash, spaces around): what it would repair is refused.
  const parts = /^[a-z][a-z\d+.-]*:\/\/([^/?#\\\s]+)(\/[^\s\\]*)?([?#]\S*)?$/i.exec(endpoint);
  if (!parts || !URL.canParse(endpoint)) return 'not-a-url';
  if (parts[1]?.includes('@') || /[?#]/.test(endpoint)) return 'endpoint-has-extras';
  const url = new URL(endpoint);
  // The parser lets `*` pass, and a match pattern made of it would stand for every site.
  if (!/^([a-z\d_-]+(\.[a-z\d_-]+)*|\[[\da-f:.]+\])$/.test(url.hostname)) return 'not-a-url';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopbackHosts.has(url.hostname))) return 'not-https';
  return isAllowed(url, allowed) ? undefined : 'endpoint-not-allowed';
}

/** The one way to write it, so that the same address is the same text. For addresses that are not refused. */
export function normaliseEndpoint(endpoint: string): string {
  return new URL(endpoint).href;
}

/** What to ask the browser's permission for: `https://eco.taobao.com/*`. Without the port, which match patterns do not have everywhere. */
export function originPattern(endpoint: string): string {
  const { protocol, hostname } = new URL(endpoint);
  return `${protocol}//${hostname}/*`;
}

/** Whether both live by one permission of the browser. What is no address shares its host with none. */
export function isOneHost(address: string, other: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(other)) return false;
  return new URL(address).hostname === new URL(other).hostname;
}

function isAllowed(url: URL, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true;
  return allowed.some((entry) => {
    if (!URL.canParse(entry)) return false;
    const { href, origin, pathname } = new URL(entry);
    return url.href === href || (pathname === '/' && url.origin === origin);
  });
}
