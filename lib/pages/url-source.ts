import type { IdSource } from './site-rule';
import { longestPatternText, readPattern } from './text-pattern';

const pageWord = /^(details?|view|show|edit|info)$/i;

/** The id that the address holds at this source: 1 to 32 digits, or nothing; nothing too for a source that is not in the address. */
export function readUrlSource(source: IdSource, url: URL): string | undefined {
  // What routes in the fragment writes it as an address of its own: `#/opportunities/1?tab=2`, `#!/…`.
  const [route = '', routeQuery = ''] = url.hash.replace(/^#!?/, '').split('?', 2);
  switch (source.from) {
    case 'path':
      return idAfter(source.after, url.pathname, source.pattern);
    case 'hash':
      return idAfter(source.after, route, source.pattern);
    case 'query': {
      if (source.under && !hasSegment(source.under, url.pathname) && !hasSegment(source.under, route)) return undefined;
      const values = [url.searchParams, new URLSearchParams(routeQuery)].flatMap((query) =>
        valuesOf(source.names, query),
      );
      const ids = new Set(values.flatMap((value) => idBy(source.pattern, value) ?? []));
      return ids.size === 1 ? [...ids][0] : undefined;
    }
    case 'address':
      return readPattern(source.pattern, url.href.slice(0, longestPatternText));
    default:
      return undefined;
  }
}

function idBy(pattern: string | undefined, text: string): string | undefined {
  if (pattern !== undefined) return readPattern(pattern, text);
  return isId(text) ? text : undefined;
}

function segmentsOf(path: string): string[] {
  return path.slice(0, 2000).split('/');
}

function hasSegment(names: readonly string[], path: string): boolean {
  return segmentsOf(path).some((segment) => names.includes(segment.toLowerCase()));
}

function idAfter(names: readonly string[], path: string, pattern: string | undefined): string | undefined {
  const segments = segmentsOf(path);
  for (const [index, segment] of segments.entries()) {
    if (!names.includes(segment.toLowerCase())) continue;
    const next = segments[index + 1] ?? '';
    const candidate = pageWord.test(next) ? segments[index + 2] : next;
    const id = candidate === undefined ? undefined : idBy(pattern, candidate);
    if (id !== undefined) return id;
  }
  return undefined;
}

function valuesOf(names: readonly string[], query: URLSearchParams): string[] {
  const wanted = new Set(names.map(nameKey));
  return [...query].filter(([name]) => wanted.has(nameKey(name))).map(([, value]) => value);
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

function isId(text: string): boolean {
  return /^\d{1,32}$/.test(text);
}
