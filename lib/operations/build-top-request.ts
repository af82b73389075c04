import { encodeTopParameters, type TopStruct } from '@/lib/platforms/top/encode';
import { completeRow } from './complete-row';
import type { Fields, RowValues } from './field';
import type { Declaration } from './operation';

type RequestForm = Pick<Declaration, 'parameter' | 'shared' | 'fields' | 'rowsIn'> & { key?: { field: string } };

interface RequestContent {
  rows: readonly RowValues[];
  shared?: RowValues | undefined;
  /** The idempotency key; goes into the form's key field. */
  key?: string | undefined;
}

/**
 * A request's business parameters, as its declaration says: each field in its place with its documented JSON type,
 * empty ones left out. Throws `invalid-input` for what the documents do not know and for values of another type.
 */
export function buildTopRequest(form: RequestForm, content: RequestContent): Record<string, string> {
  const types = requestTypes(form);
  const values = requestValues(form, content);
  const { parameter } = form;
  if (parameter === undefined) return encodeTopParameters(types, values);
  return encodeTopParameters({ [parameter]: types }, { [parameter]: values });
}

function requestTypes({ shared, fields, rowsIn }: RequestForm): TopStruct {
  if (!rowsIn) return structTypes({ ...shared, ...fields });
  return { ...structTypes(shared), [rowsIn.list]: rowsIn.of === 'objects' ? [structTypes(fields)] : 'String[]' };
}

function requestValues(form: RequestForm, { rows, shared = {}, key = '' }: RequestContent): Record<string, unknown> {
  const { fields, rowsIn } = form;
  const keyed = form.key ? { [form.key.field]: key } : {};
  const completed = rows.map((row, index) => completeRow(form, row, { key, index }));
  if (!rowsIn) return structValues({ ...form.shared, ...fields }, { ...shared, ...completed[0], ...keyed });
  const { list, of } = rowsIn;
  const members = completed.map((row) => (of === 'objects' ? structValues(fields, row) : row[list]));
  return { ...structValues(form.shared, { ...shared, ...keyed }), [list]: members };
}

function structTypes(fields: Fields): TopStruct {
  const types: Record<string, TopStruct[string]> = {};
  for (const [name, { documented, group }] of Object.entries(fields)) {
    if (group === undefined) types[name] = documented;
    else types[group] = { ...(types[group] as TopStruct | undefined), [name]: documented };
  }
  return types;
}

/** A name that no field has stays, so that the encoder refuses it. */
function structValues(fields: Fields, values: RowValues): Record<string, unknown> {
  const placed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value.trim() === '') continue;
    const group = Object.hasOwn(fields, name) ? fields[name]?.group : undefined;
    if (group === undefined) placed[name] = value;
    else placed[group] = { ...(placed[group] as object | undefined), [name]: value };
  }
  return placed;
}
