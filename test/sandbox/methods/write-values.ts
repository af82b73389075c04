import type { Shape } from '../control/shapes.ts';
import { type Json, JsonNumber, type JsonObject } from '../json.ts';

/** An id as a bare number, however many digits it has; anything but digits stays text. */
export const writeId = (id: string, shape: Shape): Json =>
  shape('big-ids') === 'number' && /^\d+$/.test(id) ? new JsonNumber(id) : id;

/** `{"data":{"struct":[…]}}`; an empty list comes as `{}`, or not at all, or for once as a list. */
export const writeList = (name: string, structName: string, rows: Json[], shape: Shape): JsonObject => {
  if (rows.length > 0) return { [name]: { [structName]: rows } };
  const empty = shape('empty-lists');
  if (empty === 'absent') return {};
  return { [name]: empty === 'array' ? [] : {} };
};
