import { expect, test } from 'vitest';
import { releaseFields } from '../test-client.ts';
import type { ApiDocument } from './document.ts';
import { readArguments } from './read-arguments.ts';
import { releaseOpportunityDocument } from './release-opportunity.ts';

const parameter = 'param_top_leads_release_request';

const readRelease = (fields: Record<string, unknown>) =>
  readArguments(releaseOpportunityDocument, new Map([[parameter, JSON.stringify(releaseFields(fields))]]));

const required = ['opportunity_id', 'operator_id', 'operator_name', 'req_id', 'territory_code'];
const optional = ['ext_info', 'memo', 'out_release_time'];

test("the document's example is taken without a violation", () => {
  expect(readRelease({})).toEqual({ values: { [parameter]: releaseFields() }, violations: [] });
});

test.each(required.flatMap((name) => [undefined, null, ''].map((value) => [name, value] as const)))(
  'a required field that is not there is refused with 40: %s = %j',
  (name, value) => {
    expect(readRelease({ [name]: value }).refusal).toMatchObject({
      code: 40,
      msg: `Missing required arguments:${parameter}.${name}`,
    });
  },
);

test.each(optional)('an optional field may be absent: %s', (name) => {
  const read = readRelease({ [name]: undefined });
  expect([read.refusal, read.violations]).toEqual([undefined, []]);
});

test.each([
  ['opportunity_id', 20191214888],
  ['memo', true],
  ['req_id', {}],
  ['territory_code', ['keruyun_POS_2019']],
  ['ext_info', {}],
  ['ext_info', 'not json'],
  ['out_release_time', 1575883483000],
  ['out_release_time', '2019-12-09T17:24:43'],
  ['out_release_time', '2019-02-30 00:00:00'],
])('a field of another type is refused with 41: %s = %j', (name, value) => {
  expect(readRelease({ [name]: value }).refusal).toMatchObject({
    code: 41,
    msg: `Invalid arguments:${parameter}.${name}`,
  });
});

test.each(['', undefined])('an absent object is refused with 40: %j', (text) => {
  const business = new Map(text === undefined ? [] : [[parameter, text]]);
  expect(readArguments(releaseOpportunityDocument, business).refusal).toMatchObject({ code: 40 });
});

test.each(['{', '[]', '"text"', 'null', '[object Object]'])('what is no JSON object is refused with 41: %s', (text) => {
  expect(readArguments(releaseOpportunityDocument, new Map([[parameter, text]])).refusal).toMatchObject({ code: 41 });
});

test('what the document does not know, and nulls and empty texts, pass as violations', () => {
  const read = readRelease({ opportunityId: '1', memo: null, ext_info: '' });
  expect(read.refusal).toBeUndefined();
  expect(read.violations.sort()).toEqual([
    `empty-field:${parameter}.ext_info`,
    `null-field:${parameter}.memo`,
    `unknown-field:${parameter}.opportunityId`,
  ]);
});

const everyType: ApiDocument = {
  method: 'test.every.type',
  parameters: [
    { name: 'count', type: 'Number', required: false },
    { name: 'flag', type: 'Boolean', required: false },
    { name: 'names', type: 'String[]', required: false },
    { name: 'ids', type: 'Number[]', required: false },
    {
      name: 'tasks',
      type: 'Object[]',
      required: false,
      fields: [
        { name: 'id', type: 'Number', required: true },
        { name: 'cards', type: 'String[]', required: false },
        { name: 'marks', type: 'Number[]', required: false },
        { name: 'on', type: 'Boolean', required: false },
      ],
    },
  ],
};

test.each([
  ['count', '9007199254740993', undefined],
  ['count', '1e3', 41],
  ['count', 'many', 41],
  ['flag', 'true', undefined],
  ['flag', '1', 41],
  ['names', '111,222', undefined],
  ['ids', '1,2', undefined],
  ['ids', '1,x', 41],
  ['tasks', '[{"id":9007199254740993,"cards":["1"],"marks":[1],"on":true}]', undefined],
  ['tasks', '[{"id":"9007199254740993"}]', 41],
  ['tasks', '[{"id":1,"cards":"1,2"}]', 41],
  ['tasks', '[{"id":1,"cards":[1]}]', 41],
  ['tasks', '[{"id":1,"marks":["1"]}]', 41],
  ['tasks', '[{"id":1,"on":"true"}]', 41],
  ['tasks', '[{"id":1},{}]', 40],
  ['tasks', '{"id":1}', 41],
])('each type is held to its form on the wire: %s = %s → %s', (name, text, code) => {
  expect(readArguments(everyType, new Map([[name, text]])).refusal?.code).toBe(code);
});
