import { isJsonObject, type Json, JsonNumber } from '../json.ts';

/** Fields that no document knows, in every object of an answer; lists keep being the only list beside them. */
export const addExtraFields = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(addExtraFields);
  if (!isJsonObject(value)) return value;
  // An empty object stands for an empty list or a missing object, and stays that.
  if (Object.keys(value).length === 0) return value;
  const members = Object.entries(value).map(([name, member]) => [name, addExtraFields(member)] as const);
  return { trace_id: '0b51062a', ...Object.fromEntries(members), version_num: new JsonNumber('9007199254740999') };
};
