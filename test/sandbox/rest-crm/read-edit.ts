import { isJsonObject, type Json, JsonNumber, type JsonObject } from '../json.ts';
import { customFields } from './custom-fields.ts';

const idFields: readonly string[] = ['user_id', 'customer_id', 'want_department_id'];
const textFields: readonly string[] = [
  'title',
  'expect_amount',
  'stage',
  'expect_sign_date',
  'get_time',
  'customer_requirement',
  'note',
  'source',
  'kind',
];

/** Values as text; null and '' both empty a field. Custom values keep their form. */
export type Edit = { values: Map<string, string>; customValues: Map<string, Json> };

const readText = (name: string, value: Json, violate: (violation: string) => void): string | undefined => {
  const isId = idFields.includes(name);
  if (value === null) return '';
  if (value instanceof JsonNumber) {
    if (!isId && name !== 'expect_amount') violate(`type:opportunity.${name}`);
    return value.digits;
  }
  if (typeof value !== 'string') return undefined;
  if (isId && value !== '') violate(`type:opportunity.${name}`);
  return value;
};

/**
 * The document's twelve fields but the id in the path, and the custom fields that by_group lists. Anything else is a violation,
 * and taken no notice of. Undefined: no `opportunity` object, or a value that is none.
 */
export const readEdit = (body: JsonObject, violate: (violation: string) => void): Edit | undefined => {
  for (const name of Object.keys(body)) if (name !== 'opportunity') violate(`unknown-field:${name}`);
  if (!isJsonObject(body.opportunity)) return undefined;
  const edit: Edit = { values: new Map(), customValues: new Map() };
  for (const [name, value] of Object.entries(body.opportunity)) {
    if (idFields.includes(name) || textFields.includes(name)) {
      const text = readText(name, value, violate);
      if (text === undefined) return undefined;
      edit.values.set(name, text);
      continue;
    }
    const custom = customFields.find((field) => field.name === name);
    if (!custom) violate(`unknown-field:opportunity.${name}`);
    else if (custom.cannotEdit) violate(`read-only-field:opportunity.${name}`);
    else edit.customValues.set(name, value);
  }
  return edit;
};
