import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { edit } from '../../assets/messages/zh-cn/edit.ts';
import { findAccessibilityFaults } from './axe.ts';
import { openCrmStage, openEdit, putMethod, readStore, save, startAfresh, told, writesTo } from './crm-stage.ts';
import { openSection } from './setup.ts';
import type { Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';
import { killWorker } from './worker.ts';

type Area = { get(keys: null): Promise<Record<string, unknown>> };

let stage: Stage;

beforeAll(async () => {
  stage = await openCrmStage();
});
afterAll(() => stage.close());
beforeEach(() => startAfresh(stage));

/** What was put, held to what a well-behaved caller sends: the documented JSON types, and nothing undocumented. */
function bodiesOf(opportunityId: string) {
  const written = writesTo(stage, opportunityId);
  for (const { method, violations } of written) expect([method, violations]).toEqual([putMethod, []]);
  return written.map(({ body }) => body);
}

/** As the ledger holds it: digits where a number cannot. */
function customerOf(opportunityId: string): string | number {
  const id = stage.sandbox.crm().opportunities.get(opportunityId)?.customer.id ?? '';
  return String(Number(id)) === id ? Number(id) : id;
}

const open = (opportunityId: string) => openEdit(stage, opportunityId);
const puts = (opportunityId: string) => writesTo(stage, opportunityId);

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

test('every documented field is edited, only what changed is sent, and the edit is undone', async () => {
  const id = '20191214888';
  const panel = await open(id);
  const held: Record<string, string> = {};
  for (const [field, text] of Object.entries(typed)) {
    held[field] = await panel.locator(`#edit-${field}`).inputValue();
    if (field in chosen) await panel.locator(`#edit-${field}`).selectOption(text);
    else await panel.locator(`#edit-${field}`).fill(text);
  }
  await panel.getByText(edit.preview).click();
  await panel.getByText(/"expect_amount":/).waitFor();
  await panel.screenshot({ path: '.tmp/edit-form.png', fullPage: true });
  await save(panel, 11);
  await told(panel, edit.saved(11));
  expect(bodiesOf(id)).toEqual([{ opportunity: { ...typed, customer_id: customerOf(id) } }]);
  await panel.screenshot({ path: '.tmp/edit-saved.png', fullPage: true });
  await panel.getByRole('button', { name: edit.undo, exact: true }).click();
  await panel.getByRole('button', { name: edit.undoConfirm(11) }).waitFor();
  await panel.screenshot({ path: '.tmp/edit-undo.png' });
  await panel.getByRole('button', { name: edit.undoConfirm(11) }).click();
  await waitUntil('the undo to be written', () => puts(id).length === 2, { timeoutMs: 40_000 });
  await told(panel, edit.undone(11));
  // Ids as numbers again, everything else as the texts that stood there.
  const { user_id, want_department_id, ...texts } = held;
  const ids = { user_id: Number(user_id), want_department_id: Number(want_department_id), customer_id: customerOf(id) };
  expect(bodiesOf(id)[1]).toEqual({ opportunity: { ...texts, ...ids } });
  await panel.close();
});

test('one changed field is sent with the two that the document requires, and nothing else', async () => {
  const id = '20191215020';
  const panel = await open(id);
  const title = await panel.locator('#edit-title').inputValue();
  await panel.locator('#edit-expect_amount').fill('12,345.60');
  await save(panel, 1);
  await told(panel, edit.saved(1));
  expect(bodiesOf(id)).toEqual([{ opportunity: { title, customer_id: customerOf(id), expect_amount: '12345.60' } }]);
  await panel.close();
});

test('the company’s own fields are saved by their keys, and put back', async () => {
  const id = '20191215021';
  const panel = await open(id);
  const title = await panel.locator('#edit-title').inputValue();
  await panel.locator('#edit-text_asset_8b1eeedd').fill('');
  await save(panel, 1);
  await panel.locator('#edit-text_asset_8b1eeedd-error').getByText(edit.issues.required).waitFor();
  const own = { text_asset_8b1eeedd: '260', text_asset_591b5ebb: '2', text_asset_2aadea2a: '2026-11-30' };
  await panel.locator('#edit-text_asset_8b1eeedd').fill(own.text_asset_8b1eeedd);
  await panel.locator('#edit-text_asset_591b5ebb').selectOption(own.text_asset_591b5ebb);
  await panel.locator('#edit-text_asset_2aadea2a').fill(own.text_asset_2aadea2a);
  await save(panel, 3);
  await told(panel, edit.saved(3));
  expect(bodiesOf(id)).toEqual([{ opportunity: { title, customer_id: customerOf(id), ...own } }]);
  expect(stage.sandbox.data().restCrm.details.get(id)?.customValues).toMatchObject(own);
  await panel.getByRole('button', { name: edit.undo, exact: true }).click();
  await panel.getByRole('button', { name: edit.undoConfirm(3) }).click();
  await waitUntil('the undo to be written', () => puts(id).length === 2, { timeoutMs: 40_000 });
  await told(panel, edit.undone(3));
  expect(stage.sandbox.data().restCrm.details.get(id)?.customValues).toMatchObject({
    ...{ text_asset_8b1eeedd: '120', text_asset_591b5ebb: '1', text_asset_2aadea2a: '' },
  });
  await panel.close();
});

test('ids beyond 2^53 are the same in form, request, answer, storage and on the screen', async () => {
  const id = '9007199254740993';
  const people = { user_id: '9007199254740997', want_department_id: '9007199254740999' };
  const panel = await open(id);
  await panel.locator('#edit-kind').selectOption('9007199254740993');
  for (const [field, text] of Object.entries(people)) await panel.locator(`#edit-${field}`).fill(text);
  await panel.getByText(edit.preview).click();
  // As they leave, digit by digit.
  for (const [field, text] of Object.entries({ ...people, customer_id: customerOf(id) }))
    await told(panel, `"${field}":${text}`);
  const changed = await panel.locator('#edit-kind').inputValue();
  expect(changed).toBe('9007199254740993');
  await panel.getByRole('button', { name: /^保存 \d 项修改$/ }).click();
  await panel.getByRole('button', { name: edit.undo, exact: true }).waitFor();
  expect(bodiesOf(id)).toMatchObject([{ opportunity: { ...people, customer_id: customerOf(id) } }]);
  for (const text of [id, ...Object.values(people)]) await told(panel, text);
  const stored = await panel.evaluate(readStore, 'edits');
  for (const text of [id, customerOf(id), ...Object.values(people)]) expect(stored).toContain(`"${text}"`);
  expect(stored).not.toMatch(/900719925474\d{4}(?=[,}\]])/);
  await panel.close();
});

test('what a colleague changed meanwhile is chosen field by field, and undo refuses what changed since', async () => {
  const id = '20191215000';
  const panel = await open(id);
  await panel.locator('#edit-note').fill('我的备注');
  stage.sandbox.changeData([{ kind: 'opportunity', id, set: { note: '同事的备注' } }]);
  await save(panel, 1);
  await told(panel, edit.conflict);
  expect(puts(id)).toEqual([]);
  await panel.screenshot({ path: '.tmp/edit-conflict.png' });
  // Closed before it was decided: the form says so when it opens again.
  await panel.reload();
  await panel.getByRole('button', { name: edit.seeUnsaved }).click();
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
  const panel = await open(id);
  stage.sandbox.addFaults([{ kind: 'answer-lost', match: { method: putMethod } }]);
  await panel.locator('#edit-note').fill('答复丢了');
  await save(panel, 1);
  await told(panel, edit.savedByReading);
  expect(puts(id)).toHaveLength(1);
  await panel.close();
});

test('a worker killed after the edit left finds out by reading, and never writes again', async () => {
  const id = '20191215002';
  const panel = await open(id);
  stage.sandbox.addFaults([{ kind: 'hold', match: { method: putMethod } }]);
  await panel.locator('#edit-note').fill('中途被杀');
  await save(panel, 1);
  await waitUntil('the edit to leave', () => puts(id).length === 1);
  await killWorker(stage.browser);
  await stage.sandbox.releaseHeld();
  await panel.reload();
  await told(panel, edit.saved(1));
  expect(puts(id)).toHaveLength(1);
  await panel.close();
});

test('the form is accessible', async () => {
  const panel = await open('20191214888');
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
  await page.getByText(said.connections.saved(ikcrm)).waitFor();
  const stored = await page.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'session', Area> } }).chrome;
    return JSON.stringify([await storage.local.get(null), await storage.session.get(null)]);
  });
  expect(stored).toContain('ikcrm');
  expect(stored).not.toContain('sandbox-password');
  expect(stored).not.toContain('sandbox-token');
  await page.close();
  const panel = await open('20191214888');
  await panel.locator('#edit-title').waitFor();
  await panel.close();
});
