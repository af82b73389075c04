import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { edit } from '../../assets/messages/zh-cn/edit.ts';
import type { ErrorSentence } from '../../assets/messages/zh-cn/errors.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { getMethod, openCrmStage, openEdit, putMethod, save, startAfresh, told, writesTo } from './crm-stage.ts';
import type { Stage } from './stage.ts';
import { said } from './words.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openCrmStage();
});
afterAll(() => stage.close());
beforeEach(() => startAfresh(stage));

const refusal = (status: number, code = status) =>
  ({ kind: 'error', status, code, msg: `CRM 的说明 ${code}` }) as const;
const reading = { ...edit.reasons, ...edit.readingReasons };

/** Cut connections more than once: the browser asks again by itself. */
const atReading: readonly [
  name: string,
  fault: Parameters<Sandbox['addFaults']>[0][number],
  sentence: ErrorSentence,
][] = [
  ['100401', { kind: 'session-expired' }, reading['signed-in-elsewhere']],
  ['100100', refusal(200, 100100), reading['no-permission-or-not-found']],
  ['401', refusal(401), reading['token-refused']],
  ['403', refusal(403), reading['crm-no-permission']],
  ['404', refusal(404), reading['no-such-record']],
  ['404 without the CRM’s words', { kind: 'http-status', status: 404 }, reading['no-such-address']],
  ['422', refusal(422), reading['refused-by-crm']],
  ['429', { kind: 'throttled' }, reading['crm-limit']],
  ['500', refusal(500), reading['platform-unavailable']],
  ['502', { kind: 'http-status', status: 502 }, reading['platform-unavailable']],
  ['an unknown code', refusal(200, 123456), reading['unlisted-code']],
  ['a page of HTML', { kind: 'html' }, reading.html],
  ['no JSON', { kind: 'body', text: 'OK' }, reading['not-json']],
  ['nothing', { kind: 'body', text: '' }, reading['empty-answer']],
  ['half an answer', { kind: 'truncated' }, reading['cut-off']],
  ['another JSON', { kind: 'body', text: '[1,2]' }, reading['not-an-ikcrm']],
  ['more than 10 MB', { kind: 'oversize' }, said.errorReasons['too-large']],
  ['a cut connection', { kind: 'cut-before', times: null }, said.errorReasons.connection],
];

test.each(atReading)(
  '%s at reading: its own sentence and next step, and then it is read',
  async (_name, fault, sentence) => {
    stage.sandbox.addFaults([{ ...fault, match: { method: getMethod } }]);
    const panel = await openEdit(stage, '20191215003');
    await told(panel, sentence.title);
    await told(panel, sentence.next);
    expect(await panel.locator('#edit-title').count()).toBe(0);
    // The CRM may have asked for some seconds.
    await startAfresh(stage);
    await panel.getByRole('button', { name: edit.readAgain }).click();
    await panel.locator('#edit-title').waitFor({ timeout: 20_000 });
    await panel.close();
  },
);

test('what is read of another record is not shown', async () => {
  const text = '{"code":0,"data":{"id":1,"title":"别的商机","customer":{"id":2},"is_editable":true}}';
  stage.sandbox.addFaults([{ kind: 'body', text, match: { method: getMethod } }]);
  const panel = await openEdit(stage, '20191215003');
  await told(panel, reading['answer-for-another-id'].title);
  expect(await panel.getByText('别的商机').count()).toBe(0);
  await panel.close();
});

test('options that cannot be read are said, and do not stand in an edit’s way', async () => {
  // Known ones are kept for hours: these are read anew.
  const panel = await openEdit(stage, '20191215003');
  stage.sandbox.addFaults([{ kind: 'html', match: { method: 'GET /api/v2/field_maps/opportunity' } }]);
  await panel.getByRole('button', { name: edit.refreshOptions }).click();
  await told(panel, edit.optionsMissing);
  await panel.locator('#edit-note').fill('仍可修改');
  await save(panel, 1);
  await told(panel, edit.saved(1));
  await panel.close();
});

test.each([
  ['100401', { kind: 'session-expired' }, edit.reasons['signed-in-elsewhere']],
  ['401', refusal(401), edit.reasons['token-refused']],
] as const)(
  '%s at the write: nothing is lost, and it goes on once the person says so',
  async (_name, fault, sentence) => {
    const id = '20191215007';
    const panel = await openEdit(stage, id);
    stage.sandbox.addFaults([{ ...fault, match: { method: putMethod } }]);
    await panel.locator('#edit-note').fill(`改一改 ${_name}`);
    await save(panel, 1);
    await told(panel, sentence.title);
    await told(panel, sentence.next);
    await panel.getByRole('button', { name: said.jobs.resume }).click();
    await told(panel, edit.saved(1));
    expect(writesTo(stage, id).map(({ verdict }) => verdict.kind)).toEqual(['refused', 'accepted']);
    await panel.close();
  },
);

test.each([
  ['100100', refusal(200, 100100), edit.reasons['no-permission-or-not-found']],
  ['403', refusal(403), edit.reasons['crm-no-permission']],
  ['404', refusal(404), edit.reasons['no-such-record']],
  ['400', refusal(400), edit.reasons['malformed-request']],
  ['422', { ...refusal(422), field: 'note' }, edit.reasons['refused-by-crm']],
] as const)(
  '%s at the write: refused, in the CRM’s words, and what was typed comes back',
  async (_name, fault, sentence) => {
    const id = '20191215008';
    const panel = await openEdit(stage, id);
    stage.sandbox.addFaults([{ ...fault, match: { method: putMethod } }]);
    await panel.locator('#edit-note').fill('改一改');
    await save(panel, 1);
    await told(panel, sentence.title);
    await told(panel, sentence.next);
    await told(panel, fault.msg);
    expect(writesTo(stage, id)).toHaveLength(1);
    await panel.getByRole('button', { name: edit.continueEditing }).click();
    await panel.locator('#edit-note').waitFor({ timeout: 20_000 });
    expect(await panel.locator('#edit-note').inputValue()).toBe('改一改');
    await panel.getByRole('button', { name: edit.discard }).click();
    await panel.getByRole('button', { name: edit.save(0, false) }).waitFor();
    await panel.close();
  },
);

test.each([
  ['502', { kind: 'http-status', status: 502 }, edit.reasons['platform-unavailable']],
  ['a page of HTML', { kind: 'html' }, edit.reasons.html],
  ['no JSON', { kind: 'body', text: 'OK' }, edit.reasons['not-json']],
  ['nothing', { kind: 'body', text: '' }, edit.reasons['empty-answer']],
  ['half an answer', { kind: 'truncated' }, edit.reasons['cut-off']],
  ['more than 10 MB', { kind: 'oversize' }, said.errorReasons['too-large']],
] as const)(
  '%s at the write: looked for in the record, then unknown, and a person settles it',
  async (name, fault, sentence) => {
    const id = '20191215009';
    const panel = await openEdit(stage, id);
    // Whatever the CRM did with it, the record does not show it.
    stage.sandbox.changeData([{ kind: 'opportunity', id, set: { locked_fields: ['note'] } }]);
    stage.sandbox.addFaults([{ ...fault, match: { method: putMethod } }]);
    await panel.locator('#edit-note').fill(`不知道写没写 ${name}`);
    await save(panel, 1);
    await told(panel, edit.unknown);
    await told(panel, sentence.title);
    expect(writesTo(stage, id)).toHaveLength(1);
    await panel.getByRole('button', { name: edit.markNotSaved }).click();
    await told(panel, edit.decidedByPerson);
    await panel.close();
  },
);

test('429 at the write: sent again by itself once the CRM allows', async () => {
  const id = '20191215006';
  const panel = await openEdit(stage, id);
  stage.sandbox.addFaults([{ kind: 'throttled', match: { method: putMethod } }]);
  await panel.locator('#edit-note').fill('太频繁');
  await save(panel, 1);
  await told(panel, edit.saved(1));
  expect(writesTo(stage, id)).toHaveLength(2);
  await panel.close();
});
