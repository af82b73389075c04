import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkField, checkValues } from './check-values';
import type { Field } from './field';
import type { Declaration } from './operation';

const field: Field = { documented: 'String', required: false, format: 'text', maxLength: 20, from: 'person' };

const cardOf = (card: string, reason: string | undefined): [Partial<Field>, string, string | undefined] => [
  { format: 'card-id' },
  card,
  reason,
];

describe('one field', () => {
  it.each<[Partial<Field>, string, string | undefined]>([
    [{ required: true }, '', 'required'],
    [{ required: true }, ' \n', 'required'],
    [{ required: false }, ' ', undefined],
    [{ format: 'text' }, '老板不接受\n✔️', undefined],
    [{ format: 'text' }, '长'.repeat(20), undefined],
    [{ format: 'text' }, '长'.repeat(21), 'too-long'],
    [{ format: 'id' }, 'kyr13386', undefined],
    [{ format: 'id' }, 'kyr 13386', 'not-an-id'],
    [{ format: 'id' }, 'kyr\u0000', 'not-an-id'],
    [{ format: 'id' }, 'kyr\u007f', 'not-an-id'],
    [{ format: 'id' }, '\u202akyr13386\u202c', 'not-an-id'],
    [{ format: 'card-id' }, '6600000001', undefined],
    [{ format: 'card-id' }, '66\u200e00000001', 'not-an-id'],
    [{ format: 'card-id' }, '6600000001\u3164', 'not-an-id'],
    [{ format: 'email' }, '王@例子.中国', undefined],
    [{ format: 'email' }, '\u202aa@x.cn', 'not-an-email'],
    [{ format: 'opportunity-id' }, '00012345678901234567', undefined],
    [{ format: 'opportunity-id' }, '-1', 'not-an-id'],
    [{ format: 'opportunity-id' }, '1.0', 'not-an-id'],
    [{ format: 'opportunity-id' }, '１２', 'not-an-id'],
    [{ format: 'opportunity-id' }, '12\n', 'not-an-id'],
    ...['6600000001', '#6600000001', 'E12', '10E7', '1.5'].map((card) => cardOf(card, undefined)),
    ...['1.23E+17', '2E+10', '6600000002.0', '####', '#N/A', '#REF!'].map((card) => cardOf(card, 'not-an-id')),
    [{ format: 'date' }, '2026-11-30 00:00:00.000', 'not-a-date'],
    [{ format: 'china-time' }, '2019-12-09 17:24:43', undefined],
    [{ format: 'china-time' }, '2019-02-30 00:00:00', 'not-a-china-time'],
    [{ format: 'china-time' }, '0026-12-31 09:00:00', 'not-a-china-time'],
    [{ format: 'date' }, '1900-01-01', undefined],
    [{ format: 'date' }, '0026-12-31', 'not-a-date'],
    [{ format: 'date' }, '1899-12-31', 'not-a-date'],
    [{ format: 'json-object' }, '{}', undefined],
    [{ format: 'json-object' }, ' {"a":1} ', undefined],
    [{ format: 'json-object' }, 'null', 'not-a-json-object'],
    [{ format: 'json-object' }, '"{}"', 'not-a-json-object'],
    [{ format: 'json-object' }, '[]', 'not-a-json-object'],
    [{ format: 'json-object' }, '{a:1}', 'not-a-json-object'],
  ])('%j of %j: %s', (change, value, reason) => {
    expect(checkField({ ...field, ...change }, value)).toBe(reason);
  });
});

const operation: Pick<Declaration, 'fields' | 'shared' | 'rules'> = {
  shared: {},
  rules: [],
  fields: {
    subject: { ...field, required: true, format: 'opportunity-id' },
    memo: field,
    req_id: { ...field, required: true, from: 'generated' },
  },
};
const check = (values: Record<string, string>) => checkValues(operation as Declaration, values);

describe('a row', () => {
  it('may leave out what is optional, and must not bring what we make', () => {
    expect(check({ subject: '1' })).toEqual([]);
    expect(check({ subject: '1', req_id: 'mine' })).toEqual([{ field: 'req_id', reason: 'unknown-field' }]);
  });

  it('hears of everything that is wrong at once, fields in the document’s order', () => {
    expect(check({ strange: '', memo: '长'.repeat(21), subject: 'x' })).toEqual([
      { field: 'subject', reason: 'not-an-id' },
      { field: 'memo', reason: 'too-long' },
      { field: 'strange', reason: 'unknown-field' },
    ]);
  });

  it.each(['toString', 'constructor', 'hasOwnProperty'])('takes nothing from Object: %s', (name) => {
    expect(check({ subject: '1', [name]: 'x' })).toEqual([{ field: name, reason: 'unknown-field' }]);
    const bare = { shared: {}, rules: [], fields: { [name]: { ...field, required: true } } } as unknown as Declaration;
    expect(checkValues(bare, {})).toEqual([{ field: name, reason: 'required' }]);
  });

  it('of any texts is checked without an exception', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (values) => {
        for (const { field: name } of check(values))
          expect(name === 'subject' || Object.hasOwn(values, name)).toBe(true);
      }),
    );
  });
});
