import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { edit } from '../../assets/messages/zh-cn/edit.ts';
import { findAccessibilityFaults } from './axe.ts';
import { openCrmStage, openEdit, postMethod, putMethod, save, startAfresh, told, writesTo } from './crm-stage.ts';
import type { Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';
import { killWorker } from './worker.ts';

const words = edit.followUp;
let stage: Stage;

beforeAll(async () => {
  stage = await openCrmStage();
});
afterAll(() => stage.close());
beforeEach(() => startAfresh(stage));

const open = (opportunityId: string) => openEdit(stage, opportunityId);
const methods = (opportunityId: string) => writesTo(stage, opportunityId).map(({ method }) => method);
const write = (panel: Page, content: string) => panel.locator('#follow-up-content').fill(content);
const button = (panel: Page, name: string) => panel.getByRole('button', { name, exact: true });

test('a follow-up alone: every field as it was typed, with the documented types', async () => {
  const id = '9007199254740993';
  const panel = await open(id);
  await button(panel, words.title).click();
  await panel.keyboard.type('已与老板通话,下周签合同');
  await panel.locator('#follow-up-stage').selectOption('3511');
  await panel.getByText(words.more).click();
  await panel.locator('#follow-up-realRevisitAt').fill('2026-11-20T10:30');
  await panel.locator('#follow-up-remindAt').fill('2026-11-27T09:00');
  await panel.locator('#follow-up-category').fill('9007199254740995');
  await panel.getByText(edit.preview).click();
  await told(panel, `"loggable_id":${id}`);
  expect(await findAccessibilityFaults(panel)).toEqual([]);
  await panel.screenshot({ path: '.tmp/follow-up-form.png', fullPage: true });
  await save(panel, 0, true);
  await told(panel, words.written);
  const [post, ...others] = writesTo(stage, id);
  expect([others, post?.method, post?.violations]).toEqual([[], postMethod, []]);
  expect(post?.body).toEqual({
    revisit_log: {
      loggable_id: id,
      loggable_type: 'Opportunity',
      content: '已与老板通话,下周签合同',
      remind_at: '2026-11-27 09:00',
      real_revisit_at: '2026-11-20 10:30',
      category: '9007199254740995',
      loggable_attributes: { stage: '3511' },
    },
  });
  await panel.screenshot({ path: '.tmp/follow-up-written.png' });
  await button(panel, said.release.viewJob).click();
  await panel.getByRole('heading', { name: new RegExp(said.jobs.operations['write-follow-up']) }).waitFor();
  await told(panel, words.written);
  await panel.close();
});

test('with an edit: the edit first, then the follow-up, each a job with its outcome', async () => {
  const id = '20191215030';
  const panel = await open(id);
  await panel.locator('#edit-note').fill('改了备注');
  await write(panel, '已致电');
  for (const step of Object.values(edit.steps)) await panel.getByRole('heading', { name: step }).waitFor();
  await panel.getByText(edit.preview).click();
  await told(panel, '1 · PUT');
  await told(panel, '2 · POST');
  await panel.screenshot({ path: '.tmp/follow-up-both.png', fullPage: true });
  await save(panel, 1, true);
  await told(panel, edit.saved(1));
  await told(panel, words.written);
  expect(methods(id)).toEqual([putMethod, postMethod]);
  await panel.screenshot({ path: '.tmp/follow-up-both-done.png', fullPage: true });
  await panel.goto(panel.url().replace(/#.*/, '#/jobs'));
  for (const operation of ['update-opportunity', 'write-follow-up'] as const)
    await panel
      .getByRole('link', { name: new RegExp(`^${said.jobs.operations[operation]}`) })
      .first()
      .waitFor();
  await panel.close();
});

test('an edit that meets a conflict takes its follow-up along, and neither is written twice', async () => {
  const id = '20191215031';
  const panel = await open(id);
  await panel.locator('#edit-note').fill('我的备注');
  await write(panel, '已致电');
  stage.sandbox.changeData([{ kind: 'opportunity', id, set: { note: '同事的备注' } }]);
  await save(panel, 1, true);
  await told(panel, edit.conflict);
  await told(panel, words.unsent);
  expect(methods(id)).toEqual([]);
  await panel.getByRole('radio', { name: edit.yours('我的备注') }).check();
  await button(panel, edit.saveChoice).click();
  await told(panel, words.written);
  expect(methods(id)).toEqual([putMethod, postMethod]);
  await panel.close();
});

test('after an edit that was partly taken it is not sent, until the person says so', async () => {
  const id = '20191215101';
  const panel = await open(id);
  await panel.locator('#edit-expect_amount').fill('7.5');
  await panel.locator('#edit-note').fill('金额被锁定');
  await write(panel, '已致电');
  await save(panel, 2, true);
  await told(panel, edit.partly);
  await told(panel, words.unsentNote);
  expect(methods(id)).toEqual([putMethod]);
  await panel.screenshot({ path: '.tmp/follow-up-unsent.png', fullPage: true });
  await button(panel, words.writeNow).click();
  await told(panel, words.written);
  expect(methods(id)).toEqual([putMethod, postMethod]);
  await panel.close();
});

test('a lost answer is unknown: looking never writes, a person decides, and the words come back', async () => {
  const id = '20191215032';
  const panel = await open(id);
  stage.sandbox.addFaults([{ kind: 'cut-before', match: { method: postMethod } }]);
  await write(panel, '答复丢了');
  await save(panel, 0, true);
  await told(panel, words.unknown);
  await panel.screenshot({ path: '.tmp/follow-up-unknown.png' });
  await button(panel, words.lookAgain).click();
  await waitUntil('the look to be over', async () => (await button(panel, words.lookAgain).isEnabled()) === true);
  await told(panel, words.unknown);
  expect(methods(id)).toEqual([postMethod]);
  await button(panel, words.markNotWritten).click();
  await told(panel, edit.decidedByPerson);
  await button(panel, edit.continueEditing).click();
  await panel.locator('#follow-up-content').waitFor();
  expect(await panel.locator('#follow-up-content').inputValue()).toBe('答复丢了');
  // A new decision of the person's is a new follow-up.
  await save(panel, 0, true);
  await told(panel, words.written);
  expect(stage.sandbox.data().restCrm.revisitLogs).toHaveLength(1);
  await panel.close();
});

test('a worker killed after it left never writes again', async () => {
  const id = '20191215033';
  const panel = await open(id);
  stage.sandbox.addFaults([{ kind: 'hold', match: { method: postMethod } }]);
  await write(panel, '中途被杀');
  await save(panel, 0, true);
  await waitUntil('the follow-up to leave', () => methods(id).length === 1);
  await killWorker(stage.browser);
  await stage.sandbox.releaseHeld();
  await panel.reload();
  await told(panel, words.unknown);
  expect(methods(id)).toEqual([postMethod]);
  await button(panel, words.markWritten).click();
  await told(panel, edit.decidedByPerson);
  await panel.close();
});

test('a stage that a workflow keeps: written, and told that the stage stayed', async () => {
  const id = '20191215034';
  const panel = await open(id);
  stage.sandbox.changeData([{ kind: 'opportunity', id, set: { locked_fields: ['stage'] } }]);
  await write(panel, '已致电');
  const stages = panel.locator('#follow-up-stage option:not([value=""])');
  await panel.locator('#follow-up-stage').selectOption((await stages.first().getAttribute('value')) ?? '');
  await save(panel, 0, true);
  await told(panel, words.stageNotMoved);
  expect(stage.sandbox.data().restCrm.revisitLogs).toHaveLength(1);
  await panel.screenshot({ path: '.tmp/follow-up-stage.png' });
  await panel.close();
});

test.each([
  ['100401', { kind: 'session-expired' }, edit.reasons['signed-in-elsewhere'].title],
  ['422', { kind: 'error', status: 422, code: 422, msg: '跟进内容有敏感词' }, '跟进内容有敏感词'],
  ['100100', { kind: 'error', code: 100100, msg: '没有权限' }, edit.reasons['no-permission-or-not-found'].title],
] as const)('%s has its own sentence, and nothing was written', async (_name, fault, sentence) => {
  const id = '20191215035';
  const panel = await open(id);
  stage.sandbox.addFaults([{ ...fault, match: { method: postMethod } }]);
  await write(panel, '已致电');
  await save(panel, 0, true);
  await told(panel, sentence);
  expect(stage.sandbox.data().restCrm.revisitLogs).toEqual([]);
  const cancel = button(panel, said.jobs.cancelJob);
  if (await cancel.isVisible()) {
    await cancel.click();
    await told(panel, words.cancelled);
  }
  await button(panel, edit.continueEditing).click();
  await panel.locator('#follow-up-content').waitFor();
  expect(await panel.locator('#follow-up-content').inputValue()).toBe('已致电');
  await button(panel, edit.discard).first().click();
  await button(panel, edit.save(0, false)).waitFor();
  await panel.close();
});

test('a record that cannot be edited may still have a follow-up', async () => {
  const id = '20191215105';
  const panel = await open(id);
  await told(panel, edit.reasons['record-locked'].title);
  await write(panel, '已致电');
  await save(panel, 0, true);
  await told(panel, words.written);
  expect(methods(id)).toEqual([postMethod]);
  await panel.close();
});

test('what is wrong is said at the field, and nothing leaves', async () => {
  const id = '20191215036';
  const panel = await open(id);
  const stages = panel.locator('#follow-up-stage option:not([value=""])');
  const [first = '', second = ''] = await stages.evaluateAll((options) =>
    options.map((option) => option.getAttribute('value') ?? ''),
  );
  await panel.locator('#follow-up-stage').selectOption(first);
  await save(panel, 0, true);
  await panel.locator('#follow-up-content-error').getByText(edit.issues.required).waitFor();
  expect(await panel.evaluate(() => document.activeElement?.id)).toBe('follow-up-content');
  await write(panel, '已致电');
  await panel.locator('#edit-stage').selectOption(second);
  await save(panel, 1, true);
  await panel.locator('#follow-up-stage-error').getByText(edit.issues['stage-twice']).waitFor();
  expect(methods(id)).toEqual([]);
  await panel.close();
});
