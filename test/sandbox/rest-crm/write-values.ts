import type { Shape } from '../control/shapes.ts';
import { type Json, JsonNumber, type JsonObject } from '../json.ts';

export const writeRestId = (id: string, shape: Shape): Json =>
  shape('rest-ids') === 'number' ? new JsonNumber(id) : id;

/** An object that is not there: `{}` as the document samples it. */
export const writeMissing = (name: string, shape: Shape): JsonObject => {
  if (shape('rest-missing') === 'absent') return {};
  return { [name]: shape('rest-missing') === 'null' ? null : {} };
};

/** `20000.00` → `20000.0`: one decimal at least, none for nothing, as Rails prints a decimal. */
export const writeAmount = (amount: string, shape: Shape): Json => {
  if (amount === '') return null;
  const [whole = '0', decimals = ''] = amount.split('.');
  const text = `${whole}.${decimals.replace(/0+$/, '') || '0'}`;
  return shape('rest-amount') === 'number' ? new JsonNumber(text) : text;
};

/** `13801381465` → `138****1465`. */
export const maskPhone = (phone: string): string => phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2');
