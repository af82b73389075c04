import { parseTolerant } from '@/lib/json/parse-lossless';

/**
 * A list in any of the platform's shapes: `{"string":[…]}`, `{"<struct>":[…]}`, a plain list (simplified answers).
 * Empty lists come as `{}` or not at all. Undefined when it is none of these: what cannot be read is not empty.
 */
export function readList(value: unknown): unknown[] | undefined {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  if (!isJsonObject(value)) return undefined;
  const members = Object.values(value);
  if (members.length === 0) return [];
  const [list, ...others] = members.filter((member) => Array.isArray(member));
  return others.length === 0 ? list : undefined;
}

/** An id, or any text, whether it came as a string or as a number; undefined when absent or empty. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The second parse of a String that holds JSON; undefined when it is empty, no JSON or no string. */
export function readJsonText(value: unknown): unknown {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  try {
    return parseTolerant(value);
  } catch {
    // The documents do not promise the encoding of such fields, so other text is an answer like any other.
    return undefined;
  }
}

export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
