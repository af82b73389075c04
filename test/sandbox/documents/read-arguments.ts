import { parseChinaTime } from '../china-time.ts';
import { type Refusal, refuse } from '../gateway/refusal.ts';
import { isJsonObject, type Json, JsonNumber, type JsonObject, parseJson } from '../json.ts';
import type { ApiDocument, DocumentField } from './document.ts';

/** `violations` are what the platform lets pass in silence and a well-behaved caller never sends. */
export type ReadArguments = { values: JsonObject; violations: string[]; refusal?: Refusal };

const missing = (path: string) => refuse(40, `Missing required arguments:${path}`);
const invalid = (path: string, why: string) =>
  refuse(41, `Invalid arguments:${path}`, 'isv.invalid-parameter', `${path}: ${why}`);

const isJsonText = (text: string): boolean => {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
};

const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** Top level: everything is text; an object comes as JSON text, a list of scalars joined by commas. */
const fromText = (field: DocumentField, text: string): Json | undefined => {
  switch (field.type) {
    case 'String':
    case 'Date':
      return text;
    case 'Number':
      return isDecimal(text) ? new JsonNumber(text) : undefined;
    case 'Boolean':
      return text === 'true' || text === 'false' ? text === 'true' : undefined;
    case 'String[]':
      return text.split(',');
    case 'Number[]':
      return text.split(',').every(isDecimal) ? text.split(',').map((digits) => new JsonNumber(digits)) : undefined;
    case 'Object':
    case 'Object[]':
      return isJsonText(text) ? parseJson(text) : undefined;
  }
};

const scalarFault = (field: DocumentField, value: Json): string | undefined => {
  switch (field.type) {
    case 'String':
      if (typeof value !== 'string') return 'a JSON string is expected';
      return field.holdsJson && !isJsonText(value) ? 'a string holding JSON text is expected' : undefined;
    case 'Date':
      return typeof value === 'string' && parseChinaTime(value) !== undefined
        ? undefined
        : 'yyyy-MM-dd HH:mm:ss is expected';
    case 'Number':
      return value instanceof JsonNumber ? undefined : 'a JSON number is expected';
    case 'Boolean':
      return typeof value === 'boolean' ? undefined : 'a JSON boolean is expected';
    case 'String[]':
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? undefined
        : 'an array of strings is expected';
    case 'Number[]':
      return Array.isArray(value) && value.every((item) => item instanceof JsonNumber)
        ? undefined
        : 'an array of numbers is expected';
    default:
      return undefined;
  }
};

const checkField = (field: DocumentField, value: Json, path: string, violations: string[]): Refusal | undefined => {
  if (field.type === 'Object') {
    if (!isJsonObject(value)) return invalid(path, 'a JSON object is expected');
    return checkFields(field.fields ?? [], value, path, violations);
  }
  if (field.type === 'Object[]') {
    if (!Array.isArray(value)) return invalid(path, 'a JSON array is expected');
    if (field.required && value.length === 0) return missing(path);
    const item: DocumentField = { ...field, type: 'Object' };
    for (const [index, member] of value.entries()) {
      const refusal = checkField(item, member, `${path}[${index}]`, violations);
      if (refusal) return refusal;
    }
    return undefined;
  }
  const fault = scalarFault(field, value);
  if (fault) return invalid(path, fault);
  return field.required && Array.isArray(value) && value.length === 0 ? missing(path) : undefined;
};

const checkFields = (
  fields: readonly DocumentField[],
  values: JsonObject,
  path: string,
  violations: string[],
): Refusal | undefined => {
  for (const name of Object.keys(values)) {
    if (!fields.some((field) => field.name === name)) violations.push(`unknown-field:${path}.${name}`);
    else if (values[name] === null) violations.push(`null-field:${path}.${name}`);
    else if (values[name] === '') violations.push(`empty-field:${path}.${name}`);
  }
  for (const field of fields) {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    const fieldPath = `${path}.${field.name}`;
    if (value === undefined || value === null || value === '') {
      if (field.required) return missing(fieldPath);
      continue;
    }
    const refusal = checkField(field, value, fieldPath, violations);
    if (refusal) return refusal;
  }
  return undefined;
};

/** Codes 40 and 41, checked in the order of the document's table. */
export const readArguments = (document: ApiDocument, business: ReadonlyMap<string, string>): ReadArguments => {
  const values: JsonObject = {};
  const violations: string[] = [];
  for (const name of business.keys()) {
    if (!document.parameters.some((field) => field.name === name)) violations.push(`unknown-parameter:${name}`);
  }
  for (const field of document.parameters) {
    const text = business.get(field.name) ?? '';
    if (text === '') {
      if (field.required) return { values, violations, refusal: missing(field.name) };
      continue;
    }
    const value = fromText(field, text);
    if (value === undefined) return { values, violations, refusal: invalid(field.name, `${field.type} is expected`) };
    values[field.name] = value;
    const refusal = checkField(field, value, field.name, violations);
    if (refusal) return { values, violations, refusal };
  }
  return { values, violations };
};
