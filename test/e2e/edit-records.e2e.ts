import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { edit } from '../../assets/messages/zh-cn/edit.ts';
import { openCrmStage, openEdit, putMethod, save, startAfresh, told, writesTo } from './crm-stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openCrmStage();
});
afterAll(() => stage.close());
beforeEach(() => startAfresh(stage));

const open = (opportunityId: string) => openEdit(stage, opportunityId);
const fieldsPut = (opportunityId: string) =>
  writesTo(stage, opportunityId).map(({ body }) => Object.keys(Object(body.opportunity)));

test('a locked field is told as not taken, beside what was saved', async () => {
  const panel = await open('20191215101');
  await panel.locator('#edit-expect_amount').fill('7.5');
  await panel.locator('#edit-note').fill('金额被锁定');
  await save(panel, 2);
  await told(panel, edit.partly);
  await told(panel, edit.partlyNote);
  const states = await panel.getByRole('definition').allTextContents();
  const found = (text: string) => states.find((state) => state.includes(text)) ?? '';
  expect(found(edit.wanted('7.5'))).toContain(edit.states.refused);
  expect(found('金额被锁定')).toContain(edit.states.saved);
  await panel.screenshot({ path: '.tmp/edit-partly.png' });
  await panel.close();
});

test('a field in whose place the CRM keeps something else is told as changed by it', async () => {
  const id = '20191215106';
  const panel = await open(id);
  await panel.locator('#edit-note').fill('我的备注');
  await save(panel, 1);
  await told(panel, edit.states['changed-by-crm']);
  await told(panel, '【系统】备注已归档');
  expect(await panel.getByText(edit.saved(1)).count()).toBe(0);
  await panel.close();
});

test.each([
  ['20191215100', edit.reasons['approval-pending']],
  ['20191215105', edit.reasons['record-locked']],
])('%s is read and cannot be edited: %o', async (id, sentence) => {
  const panel = await open(id);
  await told(panel, sentence.title);
  await told(panel, sentence.next);
  await panel.locator('#edit-title').waitFor();
  expect(await panel.locator('[id^="edit-"]:enabled').count()).toBe(0);
  expect(await panel.getByRole('button', { name: edit.save(0, false), exact: true }).isDisabled()).toBe(true);
  expect(writesTo(stage, id)).toEqual([]);
  await panel.screenshot({ path: `.tmp/edit-${id}.png` });
  await panel.close();
});

test('an approval that begins while somebody types keeps their edit from leaving', async () => {
  const id = '20191215037';
  const panel = await open(id);
  await panel.locator('#edit-note').fill('审批前写的');
  stage.sandbox.changeData([{ kind: 'opportunity', id, set: { approve_status: 'applying', is_editable: false } }]);
  await save(panel, 1);
  await told(panel, edit.reasons['approval-pending'].title);
  await told(panel, edit.reasons['approval-pending'].next);
  expect(writesTo(stage, id)).toEqual([]);
  await panel.getByRole('button', { name: edit.continueEditing }).click();
  await panel.locator('#edit-note').waitFor();
  await panel.close();
});

test('a record that may not be seen shows nothing of itself', async () => {
  const panel = await open('20191215104');
  await told(panel, edit.reasons['no-permission-or-not-found'].title);
  await told(panel, edit.reasons['no-permission-or-not-found'].next);
  expect(await panel.locator('#edit-title, #follow-up-content').count()).toBe(0);
  await panel.close();
});

test('a disabled option that is held stays, and is not sent with another field', async () => {
  const id = '20191215103';
  const panel = await open(id);
  const stages = panel.locator('#edit-stage');
  const held = await stages.inputValue();
  expect(await stages.locator('option:checked').textContent()).toContain('已停用');
  await stages.selectOption('3512');
  await panel.getByRole('button', { name: edit.save(1, false), exact: true }).waitFor();
  await stages.selectOption(held);
  await panel.locator('#edit-note').fill('阶段不动');
  await save(panel, 1);
  await told(panel, edit.saved(1));
  expect(fieldsPut(id)).toEqual([['title', 'customer_id', 'note']]);
  await panel.getByRole('button', { name: edit.continueEditing }).click();
  await stages.waitFor();
  expect(await stages.inputValue()).toBe(held);
  await panel.close();
});

test('what the CRM hides is shown hidden, and a number that is only looked at loses its middle', async () => {
  const phoneOf = (id: string) => stage.sandbox.crm().opportunities.get(id)?.phone ?? '';
  const short = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  for (const [id, why] of [
    ['20191215102', edit.masked],
    ['20191215110', edit.cannotEdit],
  ] as const) {
    const panel = await open(id);
    await told(panel, why);
    await told(panel, short(phoneOf(id)));
    expect(await panel.content()).not.toContain(phoneOf(id));
    await panel.screenshot({ path: `.tmp/edit-${id}.png`, fullPage: true });
    await panel.close();
  }
});

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
