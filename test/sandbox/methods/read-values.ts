import { isJsonObject, JsonNumber, type JsonObject } from '../json.ts';

/** An object parameter, or an empty one when something else stands there. */
export const objectAt = (values: JsonObject, name: string): JsonObject => {
  const value = values[name];
  return isJsonObject(value) ? value : {};
};

export const textAt = (values: JsonObject, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

/** A number as it was written; empty when something else stands there. */
export const digitsAt = (values: JsonObject, name: string): string => {
  const value = values[name];
  return value instanceof JsonNumber ? value.digits : '';
};
