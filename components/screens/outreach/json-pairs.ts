/** A JSON object of texts as it is edited by name and value. */
export type Pair = readonly [name: string, value: string];

/** The pairs of a JSON object whose values are all texts; undefined for anything else, which pairs could not give back. */
export function readPairs(json: string): Pair[] | undefined {
  if (json.trim() === '') return [];
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value);
    if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return undefined;
    // A name that stands twice, or one that an engine would move to the front, is better left as it was written.
    return writePairs(entries) === JSON.stringify(value) && countNames(json) === entries.length ? entries : undefined;
  } catch {
    return undefined;
  }
}

/** The pairs as JSON, in their order; those without a name are left out. */
export function writePairs(pairs: readonly Pair[]): string {
  const members = pairs
    .filter(([name]) => name !== '')
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{${members.join(',')}}`;
}

export type PairFault = { kind: 'repeated'; name: string } | { kind: 'nameless' };

/** What keeps the pairs from being one object. */
export function findPairFault(pairs: readonly Pair[]): PairFault | undefined {
  const names = new Set<string>();
  for (const [name, value] of pairs) {
    if (name === '' && value !== '') return { kind: 'nameless' };
    if (name !== '' && names.has(name)) return { kind: 'repeated', name };
    names.add(name);
  }
  return undefined;
}

/** How many members a flat JSON object of texts has, as it is written: parsing drops names that stand twice. */
function countNames(json: string): number {
  return json.replace(/"(?:[^"\\]|\\.)*"/g, '""').split(':').length - 1;
}
