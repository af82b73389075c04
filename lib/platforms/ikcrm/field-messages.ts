import { isJsonObject } from '@/lib/platforms/top/read-answer';

/** The CRM's own words about one field of what was sent; `field` is its name there. */
export interface IkcrmFieldMessage {
  field: string;
  message: string;
}

/** The `field` of words about the record as a whole (a rule between fields, an approval). */
export const wholeRecord = 'base';

/** Bounds what one refusal may put before a person. */
const mostMessages = 50;

/**
 * The words per field of a refusal (HTTP 422). The document does not say where they stand, so the usual places are
 * tried: `errors`, `message` or `error`, in the envelope or in its `data`, as `{field: "…"}`, `{field: ["…"]}` or
 * `[{field, message}]`. A prefix `opportunity.` or `opportunity[…]` is taken off.
 */
export function readFieldMessages(root: Record<string, unknown>): IkcrmFieldMessage[] {
  const data = isJsonObject(root.data) ? root.data : {};
  for (const place of [root.errors, root.message, root.error, data.errors, data.message]) {
    const messages = Array.isArray(place) ? place.flatMap(fromItem) : fromObject(place);
    if (messages.length > 0) return messages.slice(0, mostMessages);
  }
  return [];
}

function fromObject(value: unknown): IkcrmFieldMessage[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, words]) => {
    const messages = (Array.isArray(words) ? words : [words]).filter((word) => typeof word === 'string' && word !== '');
    return messages.length === 0 ? [] : [{ field: fieldName(name), message: messages.join(' ') }];
  });
}

function fromItem(item: unknown): IkcrmFieldMessage[] {
  if (!isJsonObject(item)) return [];
  const field = item.field ?? item.name ?? item.attribute;
  const message = item.message ?? item.error;
  if (typeof field !== 'string' || typeof message !== 'string' || message === '') return [];
  return [{ field: fieldName(field), message }];
}

function fieldName(name: string): string {
  return /^opportunity(?:\.|\[)([^\]]+)\]?$/.exec(name)?.[1] ?? name;
}
