/** A member of a record that came as JSON, or undefined; an inherited name is no member. */
export function member(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A value as text. The CRM writes "nothing" as `null`, `""`, `{}` or `[]`: all are the empty text. Undefined for what
 * is no single value, and where the record says nothing at all.
 */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null || isEmpty(value) ? '' : undefined;
}

/** An id, or an option's value, of a field that may hold it bare or as `{id, …}`. */
export function readId(value: unknown): string | undefined {
  return readText(isRecord(value) && Object.hasOwn(value, 'id') ? value.id : value);
}

/** The first of these members that has a text which is not blank. */
export function firstText(value: unknown, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = readText(member(value, name));
    if (text !== undefined && text.trim() !== '') return text;
  }
  return undefined;
}

/** The first of these members that is a list. */
export function firstList(value: unknown, ...names: readonly string[]): unknown[] | undefined {
  for (const name of names) {
    const found = member(value, name);
    if (Array.isArray(found)) return found;
  }
  return undefined;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}
