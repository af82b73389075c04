/** A JSON number with its digits as written: an id beyond 2^53 must not be rounded on the way through. */
export class JsonNumber {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }
}

export type Json = null | boolean | string | JsonNumber | Json[] | { [name: string]: Json };
/** Any JSON reader's own shape. */
type PlainJson = null | boolean | number | string | PlainJson[] | { [name: string]: PlainJson };

export type JsonObject = { [name: string]: Json };

type SourceReviver = (name: string, value: unknown, context: { source: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: SourceReviver) => Json;

/** Throws SyntaxError. Numbers come as JsonNumber. */
export const parseJson = (text: string): Json =>
  parseWithSource(text, (_name, value, context) =>
    typeof value === 'number' ? new JsonNumber(context.source) : value,
  );

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber);

/** JsonNumber is written as bare digits, as the platform writes its ids. */
export const writeJson = (value: Json): string => {
  if (value instanceof JsonNumber) return value.digits;
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${writeJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
};

/** For the ledger: big numbers become strings, so that any reader of the ledger keeps their digits. */
export const toPlainJson = (value: Json): PlainJson => {
  if (value instanceof JsonNumber)
    return String(Number(value.digits)) === value.digits ? Number(value.digits) : value.digits;
  if (Array.isArray(value)) return value.map(toPlainJson);
  if (isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toPlainJson(member)]));
  return value;
};
