import { matchesPath } from './match-path';

const shape = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*:]+)(?::(\d{1,5}|\*))?(\/.*)$/;

/** Whether the text is a match pattern of the web (http, https or both), as browsers define them. */
export function isMatchPattern(pattern: string): boolean {
  const host = pattern.length <= 300 ? shape.exec(pattern)?.[2] : undefined;
  return host !== undefined && (host === '*' || isHost(host.replace(/^\*\./, '')));
}

/** The pattern with its host as addresses have it: in small letters, 客户.中国 as `xn--…`. */
export function plainPattern(pattern: string): string {
  if (pattern.length > 300) return pattern;
  return pattern.replace(/^([^:]+:\/\/(?:\*\.)?)([^\s/*:?#@%\\[\]]+)(?=[:/])/, (all, before: string, host: string) =>
    URL.canParse(`http://${host}`) ? before + new URL(`http://${host}`).hostname : all,
  );
}

function isHost(text: string): boolean {
  return URL.canParse(`http://${text}`) && new URL(`http://${text}`).hostname === text;
}

/** Whether the address is one the pattern names. The fragment is not looked at, as in browsers; a malformed pattern names nothing. */
export function matchesPattern(pattern: string, url: URL): boolean {
  const path = pathFor(pattern, url);
  return path !== undefined && matchesPath(path, url);
}

/** The pattern's path, where the rest of it names the address' origin. */
export function pathFor(pattern: string, url: URL): string | undefined {
  const parts = pattern.length <= 300 ? shape.exec(pattern) : null;
  const [, scheme, host, port, path] = parts ?? [];
  if (scheme === undefined || host === undefined || path === undefined) return undefined;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (scheme !== '*' && url.protocol !== `${scheme}:`) return undefined;
  if (port !== undefined && port !== '*' && port !== url.port) return undefined;
  return matchesHost(host, url.hostname) ? path : undefined;
}

function matchesHost(host: string, hostname: string): boolean {
  if (host === '*') return true;
  if (!host.startsWith('*.')) return host === hostname;
  return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
}
