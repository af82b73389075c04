import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { edit } from '../../assets/messages/zh-cn/edit.ts';
import { findAccessibilityFaults } from './axe.ts';
import { connectCrm } from './crm-connection.ts';
import { setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';
import { killWorker } from './worker.ts';

const token = 'sandbox-token-0123456789abcdef';
const putMethod = 'PUT /api/v2/opportunities/:id';

type Area = { get(keys: null): Promise<Record<string, unknown>> };

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await setUp(stage);
  await connectCrm(stage);
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.sandbox.reset();
});

async function openEdit(opportunityId: string): Promise<Page> {
  const hash = `/edit/${opportunityId}`;
  const panel = await stage.browser.openPage('sidepanel.html', { width: 400, height: 900, hash });
  await panel.locator('#edit-title, [role="alert"]').first().waitFor({ timeout: 20_000 });
  return panel;
}

async function save(panel: Page, count: number): Promise<void> {
  await panel.getByRole('button', { name: edit.save(count), exact: true }).click();
}

const told = (panel: Page, sentence: string) =>
  panel.getByText(sentence, { exact: false }).first().waitFor({ timeout: 30_000 });

const chosen = { stage: '3512', source: '3602', kind: '9007199254740993' };
/** All that the document lets people edit. */
const typed = {
  title: '老王火锅(三里屯旗舰店)',
  ...chosen,
  expect_amount: '123456789012345.67',
  get_time: '2026-03-01',
  expect_sign_date: '2027-12-31',
  user_id: '9007199254740997',
  want_department_id: '9007199254740999',
  customer_requirement: '要两台收银机',
  note: '改过的备注\n第二行',
};

function puts(opportunityId: string) {
  return stage.sandbox.ledger({ object: opportunityId }).entries.filter(({ method }) => method === putMethod);
}

test('every documented field is edited, only what changed is sent, and the edit is undone', async () => {
  const id = '20191214888';
  const panel = await openEdit(id);
  for (const [field, text] of Object.entries(typed)) {
    if (field in chosen) await panel.locator(`#edit-${field}`).selectOption(text);
    else await panel.locator(`#edit-${field}`).fill(text);
  }
  await panel.getByText(edit.preview).click();
  await panel.getByText(/"expect_amount":/).waitFor();
  await panel.screenshot({ path: '.tmp/edit-form.png', fullPage: true });
  await save(panel, 11);
  await told(panel, edit.saved(11));
  const [put, ...others] = puts(id);
  expect(others).toEqual([]);
  expect(put?.violations).toEqual([]);
  const { customer_id, user_id, want_department_id, ...texts } = Object(put?.body.opportunity) as Record<
    string,
    unknown
  >;
  const { user_id: typedUser, want_department_id: typedDepartment, ...typedTexts } = typed;
  expect(texts).toEqual(typedTexts);
  expect([user_id, want_department_id].map(String)).toEqual([typedUser, typedDepartment]);
  expect(customer_id).toBeDefined();
  await panel.screenshot({ path: '.tmp/edit-saved.png', fullPage: true });
  await panel.getByRole('button', { name: edit.undo, exact: true }).click();
  await panel.getByRole('button', { name: edit.undoConfirm(11) }).waitFor({ timeout: 30_000 });
  await panel.screenshot({ path: '.tmp/edit-undo.png' });
  await panel.getByRole('button', { name: edit.undoConfirm(11) }).click();
  await waitUntil('the undo to be written', () => puts(id).length === 2, { timeoutMs: 40_000 });
  await told(panel, edit.saved(11));
  await panel.close();
});

test('what a colleague changed meanwhile is chosen field by field, and undo refuses what changed since', async () => {
  const id = '20191215000';
  const panel = await openEdit(id);
  await panel.locator('#edit-note').fill('我的备注');
  stage.sandbox.changeData([{ kind: 'opportunity', id, set: { note: '同事的备注' } }]);
  await save(panel, 1);
  await told(panel, edit.conflict);
  expect(puts(id)).toEqual([]);
  await panel.screenshot({ path: '.tmp/edit-conflict.png' });
  await panel.getByRole('radio', { name: edit.yours('我的备注') }).check();
  await panel.getByRole('button', { name: edit.saveChoice }).click();
  await told(panel, edit.saved(1));
  expect(puts(id)).toHaveLength(1);
  stage.sandbox.changeData([{ kind: 'opportunity', id, set: { note: '又改了' } }]);
  await panel.getByRole('button', { name: edit.undo, exact: true }).click();
  await told(panel, edit.undoReasons['changed-since']);
  await panel.close();
});

test('an answer that is lost is settled by reading, and nothing is written twice', async () => {
  const id = '20191215001';
  const panel = await openEdit(id);
  stage.sandbox.addFaults([{ kind: 'answer-lost', match: { method: putMethod } }]);
  await panel.locator('#edit-note').fill('答复丢了');
  await save(panel, 1);
  await told(panel, edit.savedByReading);
  expect(puts(id)).toHaveLength(1);
  await panel.close();
});

test('a worker killed after the edit left finds out by reading, and never writes again', async () => {
  const id = '20191215002';
  const panel = await openEdit(id);
  stage.sandbox.addFaults([{ kind: 'hold', match: { method: putMethod } }]);
  await panel.locator('#edit-note').fill('中途被杀');
  await save(panel, 1);
  await waitUntil('the edit to leave', () => puts(id).length === 1, { timeoutMs: 30_000 });
  await killWorker(stage.browser);
  await stage.sandbox.releaseHeld();
  await panel.reload();
  await told(panel, edit.saved(1));
  expect(puts(id)).toHaveLength(1);
  await panel.close();
});

test('a locked field is told as not taken', async () => {
  const panel = await openEdit('20191215101');
  await panel.locator('#edit-expect_amount').fill('7.5');
  await panel.locator('#edit-note').fill('金额被锁定');
  await save(panel, 2);
  await told(panel, edit.partly);
  await panel.screenshot({ path: '.tmp/edit-partly.png' });
  await panel.close();
});

test.each([
  ['20191215100', edit.reasons['approval-pending'].title],
  ['20191215105', edit.reasons['record-locked'].title],
  ['20191215104', edit.reasons['no-permission-or-not-found'].title],
])('%s cannot be edited: %s', async (id, sentence) => {
  const panel = await openEdit(id);
  await told(panel, sentence);
  await panel.screenshot({ path: `.tmp/edit-${id}.png` });
  await panel.close();
});

test('a held disabled option stays selectable, and masked values are shown masked', async () => {
  const panel = await openEdit('20191215103');
  await panel.locator('#edit-stage option', { hasText: '已停用' }).first().waitFor({ state: 'attached' });
  await panel.close();
  const masked = await openEdit('20191215102');
  await masked.screenshot({ path: '.tmp/edit-masked.png', fullPage: true });
  await masked.close();
});

test.each([
  ['100401', { kind: 'session-expired' }, edit.reasons['signed-in-elsewhere'].title],
  [
    '422',
    { kind: 'error', status: 422, code: 422, msg: '不能为空', field: 'note' },
    edit.reasons['refused-by-crm'].title,
  ],
  ['100100', { kind: 'error', code: 100100, msg: '没有权限' }, edit.reasons['no-permission-or-not-found'].title],
] as const)('%s at the write has its own sentence', async (_name, fault, sentence) => {
  const id = '20191215003';
  const panel = await openEdit(id);
  stage.sandbox.addFaults([{ ...fault, match: { method: putMethod } }]);
  await panel.locator('#edit-note').fill('改一改');
  await save(panel, 1);
  await told(panel, sentence);
  await panel.screenshot({ path: `.tmp/edit-fault-${_name}.png` });
  const cancel = panel.getByRole('button', { name: said.jobs.cancelJob });
  if (await cancel.isVisible()) {
    await cancel.click();
    await told(panel, edit.cancelled);
  }
  await panel.close();
});

test.each([
  ['502', { kind: 'http-status', status: 502 }],
  ['a page of HTML', { kind: 'html' }],
] as const)('%s at the write: looked for in the record, then unknown, and a person settles it', async (name, fault) => {
  const id = name === '502' ? '20191215004' : '20191215005';
  const panel = await openEdit(id);
  stage.sandbox.addFaults([{ ...fault, match: { method: putMethod } }]);
  await panel.locator('#edit-note').fill('不知道写没写');
  await save(panel, 1);
  await told(panel, edit.unknown);
  expect(puts(id)).toHaveLength(1);
  await panel.screenshot({ path: '.tmp/edit-unknown.png' });
  await panel.getByRole('button', { name: edit.markNotSaved }).click();
  await told(panel, edit.decidedByPerson);
  await panel.close();
});

test('429 at the write: sent again by itself once the CRM allows', async () => {
  const id = '20191215006';
  const panel = await openEdit(id);
  stage.sandbox.addFaults([{ kind: 'throttled', match: { method: putMethod } }]);
  await panel.locator('#edit-note').fill('太频繁');
  await save(panel, 1);
  await told(panel, edit.saved(1));
  expect(puts(id)).toHaveLength(2);
  await panel.close();
});

test('the form is accessible', async () => {
  const panel = await openEdit('20191214888');
  await panel.setViewportSize({ width: 360, height: 900 });
  await panel.locator('#edit-note').fill('看一眼');
  await panel.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await panel.screenshot({ path: '.tmp/edit-dark.png' });
  expect(await findAccessibilityFaults(panel)).toEqual([]);
  await panel.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await findAccessibilityFaults(panel)).toEqual([]);
  await panel.close();
});

test('signing in gives the connection a new token; neither it nor the password is stored in clear', async () => {
  const page = await stage.browser.openPage('options.html');
  await openSection(page, 'connections');
  const { ikcrm } = said.connections.platforms;
  await page.getByRole('button', { name: `${said.connections.edit} ${ikcrm}` }).click();
  await page.getByRole('radio', { name: edit.connections.ways['sign-in'] }).check();
  await page.getByLabel(edit.connections.login, { exact: true }).fill('wangwu');
  await page.getByLabel(edit.connections.password, { exact: true }).fill('wrong');
  await page.getByRole('button', { name: edit.connections.signInAndSave }).click();
  await told(page, edit.reasons['sign-in-refused'].title);
  await page.getByLabel(edit.connections.password, { exact: true }).fill('sandbox-password');
  await page.screenshot({ path: '.tmp/edit-sign-in.png' });
  await page.getByRole('button', { name: edit.connections.signInAndSave }).click();
  await page.getByText(said.connections.saved(ikcrm)).waitFor({ timeout: 20_000 });
  const stored = await page.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session', Area> } }).chrome;
    return JSON.stringify([await storage.local.get(null), await storage.session.get(null)]);
  });
  expect(stored).toContain('ikcrm');
  expect(stored).not.toContain('sandbox-password');
  expect(stored).not.toContain('sandbox-token');
  await page.close();
  const panel = await openEdit('20191214888');
  await panel.locator('#edit-title').waitFor();
  await panel.close();
});
