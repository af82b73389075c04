import { isRawNumber } from './raw-number';

/**
 * One text for one value: keys in code-unit order, no white space (the form of RFC 8785 for what we store). For hash
 * chains, where the order in which an object was built must not matter. Undefined is treated as `JSON.stringify` does;
 * what JSON cannot hold (NaN, bigint, a function) throws TypeError rather than hashing as null.
 */
export function canonicalJson(value: unknown): string {
  if (isRawNumber(value)) return value.rawJSON;
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no such number');
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`JSON has no ${typeof value}`);
  return text;
}
