import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLossless } from '@/lib/json/parse-lossless';
import { formatChinaTime } from '@/lib/time/china-time';
import { checkShared, checkValues } from './check-values';
import type { Field, FieldFormat, Fields } from './field';
import { placedFields } from './field-places';
import type { Operation, RowValues } from './operation';
import { imSettingsQuery, operations } from './registry';

const digits = fc.stringMatching(/^(0|[1-9]\d{0,17}|9007199254740993|9223372036854775807)$/);
const word = fc.stringMatching(/^[A-Za-z0-9一-龥/_-]{1,30}$/);
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((value) => value.trim() !== '' && value.length <= 30);

const valueFor: Record<FieldFormat, fc.Arbitrary<string>> = {
  text,
  id: word,
  'card-id': fc.stringMatching(/^[\w-]{1,30}$/),
  'opportunity-id': fc.stringMatching(/^\d{1,30}$/),
  'whole-number': digits,
  amount: fc.stringMatching(/^(0|[1-9]\d{0,8})(\.\d{1,4})?$/),
  phone: fc.stringMatching(/^1[3-9]\d{9}$/),
  email: fc.stringMatching(/^[a-z0-9.]{1,20}@[a-z]{1,10}\.com$/),
  date: fc.nat(4e12).map((ms) => formatChinaTime(ms).slice(0, 10)),
  'china-time': fc.nat(4e12).map(formatChinaTime),
  'json-object': fc.dictionary(word, text, { maxKeys: 3 }).map((value) => JSON.stringify(value)),
};

/** Values for some of the fields; always for the required ones. */
function valuesFor(fields: Fields): fc.Arbitrary<RowValues> {
  const given = Object.entries(fields).filter(([, field]) => field.from !== 'generated');
  const required = given.filter(([, field]) => field.required).map(([name]) => name);
  return fc.record(Object.fromEntries(given.map(([name, field]) => [name, valueFor[field.format]])), {
    requiredKeys: required,
  }) as fc.Arbitrary<RowValues>;
}

/** What must stand on the wire for a field's text: its documented JSON type, ids as they were typed. */
function wireValue({ documented }: Field, value: string): string {
  if (documented === 'Number') return value;
  return documented === 'Boolean' ? value : JSON.stringify(value);
}

type SourceReviver = (key: string, value: unknown, context: { source: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: SourceReviver) => unknown;

/** JSON's scalars by their path, each as it stands in the text; list members by their position. */
function wireValues(json: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [index, member] of value.entries()) walk(member, `${path}[${index}]`);
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) walk(member, path === '' ? name : `${path}.${name}`);
    else found.set(path, String(value));
  };
  const asWritten: SourceReviver = (_key, value, { source }) => {
    if (typeof value === 'string') return JSON.stringify(value);
    return typeof value === 'object' ? value : source;
  };
  walk(parseWithSource(json, asWritten), '');
  return found;
}

function expectedValues(operation: Operation, rows: readonly RowValues[], shared: RowValues, key: string) {
  const expected = new Map<string, string>();
  for (const { name, field, path, isShared } of placedFields(operation)) {
    const inside = path.slice(operation.parameter.length + 1);
    const put = (at: string, value: string | undefined) => {
      if (value !== undefined) expected.set(at, wireValue(field, value));
    };
    if (name === operation.key.field) put(inside, key);
    else if (isShared) put(inside, shared[name]);
    else
      for (const [index, row] of rows.entries()) {
        const given = row[name] ?? (field.fallback ? `${key}-${index + 1}` : undefined);
        if (field.documented === 'String[]') expected.set(`${inside}[${index}]`, JSON.stringify(given));
        else put(inside.replace('[]', `[${index}]`), given);
      }
  }
  return expected;
}

describe.each([...operations])('%s', (_id, operation) => {
  const { maximum } = operation.rowsPerRequest;
  const content = fc.record({
    shared: valuesFor(operation.shared),
    rows: fc.array(valuesFor(operation.fields), { minLength: 1, maxLength: Math.min(maximum, 5) }),
    key: fc.uuid(),
  });

  it('sends every field in its place with its documented JSON type, unchanged, and nothing else', () => {
    fc.assert(
      fc.property(content, ({ shared, rows, key }) => {
        const params = operation.buildRequest(rows, key, shared);
        expect(Object.keys(params)).toEqual([operation.parameter]);
        expect(wireValues(params[operation.parameter] ?? '')).toEqual(expectedValues(operation, rows, shared, key));
      }),
    );
  });

  it('gives one text for one content, so that a repeat is the same request', () => {
    fc.assert(
      fc.property(content, ({ shared, rows, key }) => {
        const reversed = (values: RowValues) => Object.fromEntries(Object.entries(values).reverse());
        expect(operation.buildRequest(rows.map(reversed), key, reversed(shared))).toEqual(
          operation.buildRequest(rows, key, shared),
        );
      }),
    );
  });

  it('finds nothing wrong with what the properties above are made of', () => {
    const group = Object.keys(operation.shared).filter((name) => operation.shared[name]?.group);
    fc.assert(
      fc.property(content, ({ shared, rows }) => {
        const outside = Object.fromEntries(Object.entries(shared).filter(([name]) => !group.includes(name)));
        const issues = [
          ...checkShared(operation, outside),
          ...rows.flatMap((row) => checkValues(operation, row)),
        ].filter(({ reason }) => reason !== 'one-of-required');
        expect(issues).toEqual([]);
      }),
    );
  });
});

function operationOf(id: string): Operation {
  const operation = operations.get(id);
  if (!operation) throw new Error(`no operation ${id}`);
  return operation;
}

it('a question sends the account as bare digits, without an object around it', () => {
  expect(imSettingsQuery.buildRequest({ self_account_id: '9007199254740993' })).toEqual({
    self_account_id: '9007199254740993',
  });
});

it('ids beyond 2^53 leave as bare digits inside the object', () => {
  const params = operationOf('submit-outreach').buildRequest(
    [{ input_params: '{}', output_params: '{}', cms_user_id: '9007199254740993' }],
    'key',
    { plan_id: '9223372036854775807' },
  );
  const json = params.initiative_batch_task_request ?? '';
  expect(json).toContain('"plan_id":9223372036854775807');
  expect(json).toContain('"cms_user_id":9007199254740993');
  expect(parseLossless(json)).toMatchObject({ task_list: [{ input_params: '{}', biz_id: 'key-1' }] });
});

it('card ids are a JSON list of texts that keep their leading zeros', () => {
  const { param_batch_open_card_open_req: json } = operationOf('sell-cards').buildRequest(
    [{ physical_card_ids: '0001' }, { physical_card_ids: '222' }],
    'key',
    { operator_id: '1', shop_id: '2', out_brand_id: '3', brand_id: ' ' },
  );
  expect(JSON.parse(json ?? '')).toEqual({
    operator_id: '1',
    shop_id: '2',
    out_brand_id: '3',
    request_id: 'key',
    physical_card_ids: ['0001', '222'],
  });
});

it.each<[string, RowValues, RowValues]>([
  ['an unknown field of a row', { nick: 'x' }, {}],
  ['an unknown field of a batch', {}, { plan: '1' }],
  ['a number that is none', { cms_user_id: 'x' }, {}],
  ['a time that is none', { plan_execute_start_time: 'now' }, {}],
])('%s is never built into a request', (_what, row, shared) => {
  expect(() => operationOf('submit-outreach').buildRequest([row], 'key', shared)).toThrow(
    expect.objectContaining({ code: 'invalid-input' }),
  );
});
