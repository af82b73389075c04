import { AppError } from '@/lib/errors/app-error';
import { isJsonNumber, rawNumber } from '@/lib/json/raw-number';
import { parseChinaTime } from '@/lib/time/china-time';

type TopScalar = 'String' | 'Number' | 'Boolean' | 'Date';

/** A struct of the documents: its field names and their types. */
export interface TopStruct {
  readonly [field: string]: TopType;
}

/** A type as the documents' tables write it; `[struct]` is their `Struct []`. A String that holds JSON is a String. */
type TopType = TopScalar | 'String[]' | 'Number[]' | TopStruct | readonly [TopStruct];

/**
 * Business parameters as the platform wants them, by declared type: scalars raw, plain lists comma-joined, structs as
 * one JSON text (where lists are JSON lists and ids of type Number bare digits). Null, undefined and what comes out
 * empty are left out. Times are texts in China's time.
 * Throws `invalid-input` with the path and reason `wrong-type`, `unknown-field` or `comma-in-list`.
 */
export function encodeTopParameters(
  types: TopStruct,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [name, type, value] of declared(types, values, '')) {
    const text = topLevelText(type, value, name);
    if (text !== '') params[name] = text;
  }
  return params;
}

function topLevelText(type: TopType, value: unknown, path: string): string {
  if (type === 'String[]' || type === 'Number[]') {
    const item = type === 'String[]' ? 'String' : 'Number';
    const texts = listOf(value, path).map((member, index) => scalarText(item, member, `${path}[${index}]`));
    // The platform splits at every comma and has no way to quote one.
    if (texts.some((text) => text.includes(',')))
      throw new AppError('invalid-input', { reason: 'comma-in-list', path });
    return texts.join(',');
  }
  return typeof type === 'string' ? scalarText(type, value, path) : JSON.stringify(jsonValue(type, value, path));
}

function jsonValue(type: TopType, value: unknown, path: string): unknown {
  switch (type) {
    case 'String':
    case 'Date':
      return scalarText(type, value, path);
    case 'Number':
      return rawNumber(scalarText(type, value, path));
    case 'Boolean':
      return scalarText(type, value, path) === 'true';
    case 'String[]':
    case 'Number[]':
      return listOf(value, path).map((member, index) =>
        jsonValue(type === 'String[]' ? 'String' : 'Number', member, `${path}[${index}]`),
      );
  }
  if (!isStructList(type)) return structValue(type, value, path);
  return listOf(value, path).map((member, index) => structValue(type[0], member, `${path}[${index}]`));
}

function structValue(struct: TopStruct, value: unknown, path: string): Record<string, unknown> {
  if (!isRecord(value)) throw wrongType(path);
  const members = declared(struct, value, `${path}.`).map(([name, type, member]) => [
    name,
    jsonValue(type, member, `${path}.${name}`),
  ]);
  return Object.fromEntries(members);
}

/** The fields that have a value, in the document's order, so that one row always gives one text. */
function declared(struct: TopStruct, values: Readonly<Record<string, unknown>>, prefix: string) {
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(struct, name));
  if (unknown !== undefined) throw new AppError('invalid-input', { reason: 'unknown-field', path: prefix + unknown });
  return Object.entries(struct).flatMap(([name, type]): [string, TopType, unknown][] => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined || value === null ? [] : [[name, type, value]];
  });
}

function scalarText(type: TopScalar, value: unknown, path: string): string {
  switch (type) {
    case 'String':
      if (typeof value === 'string') return value;
      break;
    case 'Number':
      // A number that is not safe has been rounded already: large ids come as text.
      if (typeof value === 'string' ? isJsonNumber(value) : isExact(value)) return String(value);
      break;
    case 'Boolean':
      if (value === true || value === 'true') return 'true';
      if (value === false || value === 'false') return 'false';
      break;
    case 'Date':
      if (typeof value === 'string' && parseChinaTime(value) !== undefined) return value;
      break;
  }
  throw wrongType(path);
}

function isExact(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

function listOf(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw wrongType(path);
  return value;
}

function isStructList(type: TopStruct | readonly [TopStruct]): type is readonly [TopStruct] {
  return Array.isArray(type);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrongType(path: string): AppError {
  return new AppError('invalid-input', { reason: 'wrong-type', path });
}
