import type { IdSource } from './site-rule';

type UrlSource = Extract<IdSource, { from: 'path' | 'hash' | 'query' }>;

const pageWords = new Set(['detail', 'details', 'view', 'show', 'edit', 'info']);

export function isUrlSource(source: IdSource): source is UrlSource {
  return source.from === 'path' || source.from === 'hash' || source.from === 'query';
}

/** The id that the address holds at this source: 1 to 32 digits, or nothing. */
export function readUrlSource(source: UrlSource, url: URL): string | undefined {
  // What routes in the fragment writes it as an address of its own: `#/opportunities/1?tab=2`, `#!/…`.
  const [route = '', routeQuery = ''] = url.hash.replace(/^#!?/, '').split('?', 2);
  switch (source.from) {
    case 'path':
      return idAfter(source.after, url.pathname);
    case 'hash':
      return idAfter(source.after, route);
    case 'query': {
      if (source.under && !hasSegment(source.under, url.pathname) && !hasSegment(source.under, route)) return undefined;
      return onlyId([
        ...valuesOf(source.names, url.searchParams),
        ...valuesOf(source.names, new URLSearchParams(routeQuery)),
      ]);
    }
  }
}

function segmentsOf(path: string): string[] {
  return path.slice(0, 2000).split('/');
}

function hasSegment(names: readonly string[], path: string): boolean {
  return segmentsOf(path).some((segment) => names.includes(segment.toLowerCase()));
}

function idAfter(names: readonly string[], path: string): string | undefined {
  const segments = segmentsOf(path);
  for (const [index, segment] of segments.entries()) {
    if (!names.includes(segment.toLowerCase())) continue;
    const next = segments[index + 1] ?? '';
    const candidate = pageWords.has(next.toLowerCase()) ? segments[index + 2] : next;
    if (candidate !== undefined && isId(candidate)) return candidate;
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

function onlyId(values: readonly string[]): string | undefined {
  const ids = new Set(values.filter(isId));
  return ids.size === 1 ? [...ids][0] : undefined;
}

export function isId(text: string): boolean {
  return /^\d{1,32}$/.test(text);
}
