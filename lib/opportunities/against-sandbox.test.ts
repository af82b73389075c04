import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createIkcrmCaller } from '@/lib/platforms/ikcrm/call';
import {
  getCustomerOpportunities,
  getCustomFields,
  getFieldMaps,
  getOpportunity,
  postRevisitLog,
} from '@/lib/platforms/ikcrm/calls';
import { signInIkcrm } from '@/lib/platforms/ikcrm/sign-in';
import { testIkcrmConnection } from '@/lib/platforms/ikcrm/test-connection';
import { defaultRestToken, restLogin } from '../../test/sandbox/accounts.ts';
import type { ShapeSettings } from '../../test/sandbox/control/shapes.ts';
import { type Sandbox, startSandbox } from '../../test/sandbox/sandbox.ts';
import { holdCustomFields, readCustomFields } from './custom-fields';
import { readCustomerOpportunities } from './customer-opportunities';
import { editOpportunity } from './edit-opportunity';
import { offeredOptions, readFieldMaps } from './field-options';
import { knownValue, type Opportunity } from './opportunity';
import { type CallCrm, readRecord } from './read-record';
import { planUndo } from './undo-plan';

const id = '20191214888';
let sandbox: Sandbox;
const caller = createIkcrmCaller({ fetch, clock: Date.now, timeoutSignal: () => AbortSignal.timeout(2000) });
const call: CallCrm = (request) => caller({ connection: { baseUrl: sandbox.url, token: defaultRestToken }, request });

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
beforeEach(() => {
  sandbox.reset();
  sandbox.setShapes({ 'rest-limit': 'off' });
});
afterAll(() => sandbox.close());

async function open(record = id): Promise<Opportunity> {
  const reading = await readRecord(call, record);
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading));
  return reading.opportunity;
}

async function data(request: Parameters<CallCrm>[0]): Promise<unknown> {
  const answer = await call(request);
  if (answer.kind !== 'answer') throw new Error(JSON.stringify(answer));
  return answer.data;
}

const everything = {
  title: '改过的标题',
  expect_amount: '12,345.67',
  expect_sign_date: '2030-12-31',
  get_time: '2019-01-02',
  customer_requirement: '需求\n第二行',
  note: '备注',
  stage: '3512',
  source: '3602',
  kind: '9007199254740993',
  user_id: '9007199254740997',
  want_department_id: '9007199254740999',
  text_asset_8b1eeedd: '99',
};

const untidiness: ShapeSettings[] = [
  {},
  { 'rest-code': 'text', 'rest-ids': 'text', 'rest-amount': 'number', 'rest-missing': 'null' },
  { 'rest-missing': 'absent', 'rest-label': 'label', 'rest-options': 'options', 'rest-put-data': 'null' },
  { 'rest-label': 'name', 'rest-options': 'values', 'rest-errors': 'data', 'rest-not-found': '404' },
];

describe.each(untidiness)('an independent CRM that answers %j', (shapes) => {
  beforeEach(() => sandbox.setShapes(shapes));

  it('takes an edit of every field, without an objection to its form, and its undo', async () => {
    const before = await open();
    const outcome = await editOpportunity({ call, before, wanted: everything });
    expect(outcome).toMatchObject({ kind: 'saved', settledBy: 'answer', alsoChanged: [] });
    if (outcome.kind !== 'saved') return;
    const { restore, refused } = planUndo(outcome.results, await open());
    expect(refused).toEqual([]);
    expect(await editOpportunity({ call, before: outcome.after, wanted: restore, origin: 'undo' })).toMatchObject({
      kind: 'saved',
    });
    expect((await open()).values).toEqual(before.values);
    expect(sandbox.ledger().entries.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('shows its options, own fields and stages', async () => {
    const opportunity = await open();
    const maps = readFieldMaps(await data(getFieldMaps())) ?? [];
    const stages = offeredOptions(maps.find(({ field }) => field === 'stage')?.options ?? [], opportunity, 'stage');
    expect(stages.length).toBeGreaterThan(3);
    expect(stages.map(({ value }) => value)).not.toContain('3598');
    expect(stages.map(({ value }) => value)).not.toContain('3599');
    expect(stages).toContainEqual({ value: '3514', label: '谈判/合同', isEnabled: true });
    const groups = readCustomFields(await data(getCustomFields(opportunity.customFieldTemplateId))) ?? [];
    const fields = holdCustomFields(groups, opportunity).flatMap((group) => group.fields);
    expect(fields.map(({ name, canEdit }) => [name, canEdit])).toEqual([
      ['text_asset_8b1eeedd', true],
      ['text_asset_591b5ebb', true],
      ['text_asset_4a1eb9', false],
      ['text_asset_ba76dc', false],
      ['text_asset_2aadea2a', true],
    ]);
    const customer = knownValue(opportunity, 'customer_id') ?? '';
    const others = readCustomerOpportunities(await data(getCustomerOpportunities(customer)));
    expect(others?.opportunities.map((other) => other.id)).toContain(id);
    expect(others?.stages).toContainEqual(expect.objectContaining({ stage: '3514', label: '谈判/合同' }));
    expect(sandbox.ledger().entries.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it("names the field that the CRM's own rule refuses", async () => {
    const wanted = { expect_sign_date: '2019-01-01', get_time: '2019-01-02' };
    expect(await editOpportunity({ call, before: await open(), wanted })).toMatchObject({
      kind: 'refused',
      error: { code: 'invalid-input', detail: { reason: 'refused-by-crm' } },
      fields: [{ field: 'expect_sign_date', message: '预计签单日期不能早于商机获取日期' }],
    });
  });

  it('refuses what cannot be seen with its own meaning', async () => {
    const code = shapes['rest-not-found'] === '404' ? 'not-found' : 'not-allowed';
    expect(await call(getOpportunity('1'))).toMatchObject({ kind: 'refused', error: { code } });
  });
});

describe('records that are traps', () => {
  it.each([
    ['20191215100', { kind: 'not-editable', error: { detail: { reason: 'approval-pending' } } }],
    ['20191215105', { kind: 'not-editable', error: { detail: { reason: 'record-locked' } } }],
    ['20191215101', { kind: 'partly-refused' }],
    ['20191215106', { kind: 'partly-refused' }],
  ])('%s says what it is', async (record, expected) => {
    const wanted = { expect_amount: '77777.5', note: '我的备注' };
    expect(await editOpportunity({ call, before: await open(record), wanted })).toMatchObject(expected);
  });

  it('are masked without a trace of what is hidden', async () => {
    const raw = sandbox.crm().opportunities.get('20191215102')?.phone ?? '';
    const opportunity = await open('20191215102');
    expect(opportunity.hidden).toEqual(['text_asset_ba76dc']);
    expect(raw).toMatch(/^\d{11}$/);
    expect(JSON.stringify(opportunity)).not.toContain(raw);
  });

  it('hold a disabled option, which stays to be chosen', async () => {
    const maps = readFieldMaps(await data(getFieldMaps())) ?? [];
    sandbox.changeData([{ kind: 'opportunity', id, set: { stage: '3599' } }]);
    const before = await open();
    const options = maps.find(({ field }) => field === 'stage')?.options ?? [];
    expect(offeredOptions(options, before, 'stage')).toContainEqual({
      value: '3599',
      label: '暂停跟进',
      isEnabled: false,
    });
    expect(
      await editOpportunity({ call, before, wanted: { stage: '3599', note: '新' }, knowledge: { maps } }),
    ).toMatchObject({
      kind: 'saved',
    });
  });
});

describe('what goes wrong', () => {
  const wanted = { note: '我的备注' };
  const put = 'PUT /api/v2/opportunities/:id';

  it("a colleague's edit is a conflict", async () => {
    const before = await open();
    sandbox.changeData([{ kind: 'opportunity', id, set: { note: '同事的备注' } }]);
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({
      kind: 'conflict',
      conflicts: [{ field: 'note', theirs: '同事的备注', yours: '我的备注' }],
    });
  });

  it.each([
    ['answer-lost', {}, 'saved'],
    ['http-status', { processed: true }, 'saved'],
    ['http-status', {}, 'unknown'],
    ['html', { processed: true }, 'saved'],
    ['cut-before', {}, 'unknown'],
    ['truncated', {}, 'saved'],
    ['control-characters', {}, 'saved'],
    ['extra-fields', {}, 'saved'],
    ['error', { code: 100999, msg: '?', processed: true }, 'saved'],
    ['error', { code: 100999, msg: '?' }, 'refused'],
    ['session-expired', {}, 'not-processed'],
    ['throttled', {}, 'not-processed'],
  ] as const)('%s %j at the edit leaves it %s', async (kind, options, expected) => {
    const before = await open();
    sandbox.addFaults([{ kind, ...options, match: { method: put } }]);
    expect(await editOpportunity({ call, before, wanted })).toMatchObject({ kind: expected });
    expect(sandbox.ledger().entries.filter(({ method }) => method === put)).toHaveLength(1);
  });

  it('the limit of the whole enterprise is told', async () => {
    sandbox.setShapes({ 'rest-limit': 'kept' });
    const answers = await Promise.all(Array.from({ length: 11 }, () => call(getFieldMaps())));
    expect(answers.filter(({ kind }) => kind === 'answer')).toHaveLength(10);
    expect(answers.find(({ kind }) => kind === 'refused')).toMatchObject({
      error: { code: 'throttled' },
      retry: 'wait',
    });
  });
});

it('a follow-up moves the stage in the same call', async () => {
  const log = { opportunityId: id, content: '已致电', remindAt: '2030-01-02 09:30', stage: '3513' };
  expect(await call(postRevisitLog(log))).toMatchObject({ kind: 'answer' });
  expect((await open()).values.stage).toBe('3513');
  expect(sandbox.ledger().entries.flatMap(({ violations }) => violations)).toEqual([]);
});

it('a person signs in, or is told that the password is wrong', async () => {
  const { url: baseUrl } = sandbox;
  const signedIn = await signInIkcrm(caller, { baseUrl, login: restLogin.login, password: restLogin.password });
  if (signedIn.kind !== 'signed-in') throw new Error(JSON.stringify(signedIn));
  const connection = { baseUrl, token: signedIn.token };
  expect((await testIkcrmConnection(caller, connection)).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
  expect(await signInIkcrm(caller, { baseUrl, login: 'wangwu', password: 'wrong' })).toMatchObject({
    error: { code: 'rejected', detail: { reason: 'sign-in-refused', platform: { message: '账号或密码错误' } } },
  });
});

it.each([
  ['sandbox-token-signed-elsewhere', 'token'],
  ['sandbox-token-invalid', 'token'],
  ['sandbox-token-forbidden', 'permission'],
])('a connection with %s is wrong at its %s', async (token, part) => {
  const checks = await testIkcrmConnection(caller, { baseUrl: sandbox.url, token });
  expect(checks.find(({ state }) => state === 'wrong')?.part).toBe(part);
});
