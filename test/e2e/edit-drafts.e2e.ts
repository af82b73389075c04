import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { edit } from '../../assets/messages/zh-cn/edit.ts';
import { openCrmStage, openEdit, save, startAfresh, told, writesTo } from './crm-stage.ts';
import type { Stage } from './stage.ts';
import { said } from './words.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openCrmStage();
});
afterAll(() => stage.close());
beforeEach(() => startAfresh(stage));

const open = (opportunityId: string) => openEdit(stage, opportunityId);

test('closing the panel at once loses nothing; what is restored says so, and can be cleared', async () => {
  const id = '20191215040';
  const panel = await open(id);
  await panel.locator('#edit-title').fill('没有保存的标题');
  await panel.locator('#edit-note').fill('长'.repeat(5000));
  await panel.locator('#follow-up-content').fill('没有保存的跟进');
  await panel.close({ runBeforeUnload: true });
  const other = await open('20191215041');
  expect(await other.getByText(edit.restored).count()).toBe(0);
  await other.close();
  const again = await open(id);
  await told(again, edit.restored);
  expect(await again.locator('#edit-title').inputValue()).toBe('没有保存的标题');
  expect(await again.locator('#edit-note').inputValue()).toHaveLength(5000);
  expect(await again.locator('#follow-up-content').inputValue()).toBe('没有保存的跟进');
  await again.screenshot({ path: '.tmp/edit-restored.png' });
  await again.getByRole('status').getByRole('button', { name: edit.discard }).click();
  await again.getByText(edit.restored).waitFor({ state: 'detached' });
  expect(await again.locator('#follow-up-content').inputValue()).toBe('');
  await again.close();
  const cleared = await open(id);
  expect(await cleared.locator('#edit-title').inputValue()).not.toBe('没有保存的标题');
  expect(await cleared.getByText(edit.restored).count()).toBe(0);
  expect(writesTo(stage, id)).toEqual([]);
  await cleared.close();
});

test('a draft whose record changed meanwhile shows the conflict before anything can be saved', async () => {
  const id = '20191215042';
  const panel = await open(id);
  await panel.locator('#edit-note').fill('我的备注');
  await panel.locator('#edit-title').fill('我的标题');
  await panel.close({ runBeforeUnload: true });
  stage.sandbox.changeData([
    { kind: 'opportunity', id, set: { note: '同事的备注', customer_requirement: '别的字段' } },
  ]);
  const again = await open(id);
  await told(again, edit.typedConflict);
  expect(await again.locator('#edit-customer_requirement').inputValue()).toBe('别的字段');
  await again.screenshot({ path: '.tmp/edit-typed-conflict.png', fullPage: true });
  await save(again, 2);
  expect(await again.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  expect(writesTo(stage, id)).toEqual([]);
  await again.getByRole('radio', { name: edit.theirs('同事的备注') }).check();
  expect(await again.locator('#edit-note').inputValue()).toBe('同事的备注');
  await save(again, 1);
  await told(again, edit.saved(1));
  expect(writesTo(stage, id).map(({ body }) => Object.keys(Object(body.opportunity)))).toEqual([
    ['title', 'customer_id'],
  ]);
  await again.close();
  const third = await open(id);
  expect(await third.getByText(edit.restored).count()).toBe(0);
  await third.close();
});

test('a company’s limit is kept by all windows together, at the pace that a person sets: what is too much waits and comes by itself', async () => {
  stage.sandbox.setShapes({ 'rest-limit': 'kept' });
  const options = await stage.browser.openPage('options.html', { hash: '/connections' });
  const { edit: editWord, pace, platforms, saved } = said.connections;
  await options.getByRole('button', { name: `${editWord} ${platforms.ikcrm}`, exact: true }).click();
  await options.getByText(pace.title).click();
  const calls = options.getByLabel(pace.calls.ikcrm);
  await calls.fill('0');
  await options.getByText(pace.title).click();
  await options.getByRole('button', { name: said.words.save, exact: true }).click();
  // It was folded away, and is shown where it is wrong.
  await options.getByText(said.connections.issues['not-calls']).waitFor();
  expect(await calls.evaluate((control) => control === document.activeElement)).toBe(true);
  await calls.fill('5');
  await options.getByRole('button', { name: said.words.save, exact: true }).click();
  await options.getByText(saved(platforms.ikcrm)).waitFor();
  await options.close();

  const ids = [43, 44, 45, 46, 47, 48, 49].map((last) => `201912150${last}`);
  const panels = await Promise.all(ids.map(open));
  for (const panel of panels) expect(await panel.locator('#edit-title').inputValue()).not.toBe('');
  const entries = stage.sandbox.ledger().entries;
  expect(entries.length).toBeGreaterThanOrEqual(ids.length);
  expect(entries.filter(({ verdict }) => verdict.kind !== 'accepted')).toEqual([]);
  const times = entries.map(({ atMs }) => atMs).toSorted((one, other) => one - other);
  // A call leaves a little before it arrives.
  const shortest = Math.min(...times.slice(5).map((at, index) => at - (times[index] ?? 0)));
  expect(shortest).toBeGreaterThan(9_700);
  await Promise.all(panels.map((panel) => panel.close()));
});
