const shape = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*:]+)(?::(\d{1,5}|\*))?(\/.*)$/;

/** Whether the text is a match pattern of the web (http, https or both), as browsers define them. */
export function isMatchPattern(pattern: string): boolean {
  return pattern.length <= 300 && shape.test(pattern);
}

/** Whether the address is one the pattern names. The fragment is not looked at, as in browsers; a malformed pattern names nothing. */
export function matchesPattern(pattern: string, url: URL): boolean {
  const parts = pattern.length <= 300 ? shape.exec(pattern) : null;
  const [, scheme, host, port, path] = parts ?? [];
  if (scheme === undefined || host === undefined || path === undefined) return false;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  if (scheme !== '*' && url.protocol !== `${scheme}:`) return false;
  if (port !== undefined && port !== '*' && port !== url.port) return false;
  return matchesHost(host, url.hostname) && matchesGlob(path, url.pathname + url.search);
}

function matchesHost(host: string, hostname: string): boolean {
  if (host === '*') return true;
  if (!host.startsWith('*.')) return host === hostname;
  return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
}

/** `*` stands for any text. Each piece is searched once, from where the last ended: no pattern makes it backtrack. */
function matchesGlob(glob: string, text: string): boolean {
  const pieces = glob.split('*');
  const first = pieces[0] ?? '';
  const last = pieces[pieces.length - 1] ?? '';
  if (pieces.length === 1) return text === glob;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let position = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, position);
    if (found === -1 || found + piece.length > end) return false;
    position = found + piece.length;
  }
  return true;
}
