import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { edit } from '../../assets/messages/zh-cn/edit.ts';
import {
  getMethod,
  openCrmStage,
  openEdit,
  putMethod,
  refusal,
  save,
  startAfresh,
  told,
  writesTo,
} from './crm-stage.ts';
import type { Stage } from './stage.ts';
import { said } from './words.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openCrmStage();
});
afterAll(() => stage.close());
beforeEach(() => startAfresh(stage));

const reading = { ...edit.reasons, ...edit.readingReasons };

test('a cut connection at reading has its sentence, and then it is read', async () => {
  // More than once: the browser asks again by itself.
  stage.sandbox.addFaults([{ kind: 'cut-before', times: null, match: { method: getMethod } }]);
  const panel = await openEdit(stage, '20191215003');
  await told(panel, said.errorReasons.connection.title);
  await told(panel, said.errorReasons.connection.next);
  expect(await panel.locator('#edit-title').count()).toBe(0);
  await startAfresh(stage);
  await panel.getByRole('button', { name: edit.readAgain }).click();
  await panel.locator('#edit-title').waitFor();
  await panel.close();
});

test('what is read of another record is not shown', async () => {
  const text = '{"code":0,"data":{"id":1,"title":"别的商机","customer":{"id":2},"is_editable":true}}';
  stage.sandbox.addFaults([{ kind: 'body', text, match: { method: getMethod } }]);
  const panel = await openEdit(stage, '20191215003');
  await told(panel, reading['answer-for-another-id'].title);
  expect(await panel.getByText('别的商机').count()).toBe(0);
  await panel.close();
});

test('half a day is no empty one: the field says so and nothing is saved', async () => {
  const panel = await openEdit(stage, '20191215003');
  const day = panel.locator('#edit-expect_sign_date');
  const ownDay = panel.locator('#edit-text_asset_2aadea2a');
  await day.focus();
  await panel.keyboard.press('Backspace');
  await ownDay.focus();
  await panel.keyboard.type('1231');
  await save(panel, 2);
  for (const half of [day, ownDay]) expect(await half.getAttribute('aria-invalid')).toBe('true');
  expect(await day.evaluate((control) => control === document.activeElement)).toBe(true);
  for (const _half of [day, ownDay]) await panel.getByRole('button', { name: edit.reset }).first().click();
  expect(await ownDay.evaluate((control: HTMLInputElement) => control.validity.badInput)).toBe(false);
  expect(writesTo(stage, '20191215003')).toEqual([]);
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
    await panel.locator('#edit-note').waitFor();
    expect(await panel.locator('#edit-note').inputValue()).toBe('改一改');
    await panel.getByRole('button', { name: edit.discard }).click();
    await panel.getByRole('button', { name: edit.save(0, false) }).waitFor();
    await panel.close();
  },
);
