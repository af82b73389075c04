import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Display } from './display.ts';
import {
  confirmRelease,
  fillRelease,
  goToOpportunity,
  releaseThrough,
  shown,
  submitButton,
  waitUntilTold,
} from './drive.ts';
import { expectOneRelease, requiredFields } from './expect-ledger.ts';
import { chooseFromBottom, clickToolbarIcon, rightClick } from './native.ts';
import { operator, setUp } from './setup.ts';
import { type AttachedSurface, attachSurface, isSurfaceOpen } from './surface.ts';
import { openWindowedStage, type WindowedStage } from './windowed-stage.ts';
import { said } from './words.ts';

let display: Display;
let stage: WindowedStage;
/** The tab that a person works in. */
let crm: Page;

beforeAll(async () => {
  stage = await openWindowedStage();
  ({ display } = stage);
  await setUp(stage);
  [crm] = stage.browser.context.pages() as [Page];
});
afterAll(() => stage.close());
afterEach(async () => {
  for (const file of ['popup.html', 'sidepanel.html'] as const) {
    if (!(await isSurfaceOpen(stage.browser, file))) continue;
    const surface = await attachSurface(stage.browser, file);
    await surface.page.close();
    await surface.detach();
  }
});

/** A right click of a real mouse, the item of the native menu, and the real side panel that it opens. */
async function chooseFromMenu(point: { x: number; y: number }, fromBottom: number): Promise<AttachedSurface> {
  await rightClick(display, crm, point);
  await chooseFromBottom(display, fromBottom);
  const panel = await attachSurface(stage.browser, 'sidepanel.html');
  await submitButton(panel.page).waitFor();
  return panel;
}

/** On the text of a line, which may be narrower than its box. */
async function onText(locator: ReturnType<Page['locator']>, fromLeft = 20): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not shown.');
  return { x: box.x + fromLeft, y: box.y + box.height / 2 };
}

/** The form holds what the click, the page and the settings know: nothing but the reason is left to say. */
async function expectFilledIn(panel: Page, opportunityId: string): Promise<void> {
  expect(await submitButton(panel).textContent()).toBe(said.release.submit(opportunityId));
  expect(await panel.getByLabel(said.release.territory).inputValue()).toBe(territoryOf(opportunityId));
  expect(await panel.getByLabel(said.fields.labels.operator_id).inputValue()).toBe(operator.id);
  expect(await panel.getByLabel(said.fields.labels.operator_name).inputValue()).toBe(operator.name);
}

const titleOf = (opportunityId: string) => stage.sandbox.crm().opportunities.get(opportunityId)?.title ?? '';
const territoryOf = (opportunityId: string) => stage.sandbox.crm().opportunities.get(opportunityId)?.territory ?? '';

async function expectReleasedInCrm(opportunityId: string): Promise<void> {
  await goToOpportunity(crm, stage.sandbox.url, opportunityId);
  expect(await crm.locator('.heading').textContent()).toContain('已释放');
}

test('from the toolbar popup over an opportunity, with every field of the document', async () => {
  const opportunityId = '20191214888';
  await goToOpportunity(crm, stage.sandbox.url, opportunityId);
  await crm.bringToFront();
  await clickToolbarIcon(display);
  const popup = await attachSurface(stage.browser, 'popup.html');
  await popup.page.getByRole('heading', { name: '老王火锅(三里屯店)' }).waitFor();
  await popup.page.getByRole('button', { name: said.opportunity.release }).click();
  await releaseThrough(popup.page, opportunityId, {
    reason: '联系不上',
    note: '三次上门，"无人"应答 & 电话停机',
    territory_code: 'keruyun_POS_2019',
    operator_id: 'kyr20001',
    operator_name: '赵 六',
    out_release_time: '2026-11-22 09:30:05',
    ext_info: '{"来源":"巡店","次数":3}',
  });
  expectOneRelease(stage.sandbox, opportunityId, {
    memo: '联系不上，三次上门，"无人"应答 & 电话停机',
    territory_code: 'keruyun_POS_2019',
    operator_id: 'kyr20001',
    operator_name: '赵 六',
    out_release_time: '2026-11-22 09:30:05',
    ext_info: '{"来源":"巡店","次数":3}',
  });
  await popup.page.getByText(stage.sandbox.ledger({ object: opportunityId }).entries[0]?.requestId ?? '-').waitFor();
  await popup.detach();
  await expectReleasedInCrm(opportunityId);
});

test('from the side panel, which the popup opens and which follows the tab, with the required fields only', async () => {
  // More than a JavaScript number holds: it must arrive digit by digit.
  const opportunityId = '9007199254740993';
  await goToOpportunity(crm, stage.sandbox.url, '20191215000');
  await crm.bringToFront();
  await clickToolbarIcon(display);
  const popup = await attachSurface(stage.browser, 'popup.html');
  await popup.page.getByRole('button', { name: said.app.openPanel }).click();
  const panel = await attachSurface(stage.browser, 'sidepanel.html');
  await popup.detach();
  await panel.page.getByText('20191215000', { exact: true }).waitFor();

  const other = await stage.browser.context.newPage();
  await goToOpportunity(other, stage.sandbox.url, '20191215001');
  await panel.page.getByText('20191215001', { exact: true }).waitFor();
  await crm.bringToFront();
  await panel.page.getByText('20191215000', { exact: true }).waitFor();
  // A route change without a reload, as the partner's CRM makes them.
  await crm.getByRole('link', { name: '商机', exact: true }).first().click();
  await shown(panel.page, said.opportunity.list(20, 0)).waitFor();
  await goToOpportunity(crm, stage.sandbox.url, opportunityId);
  await panel.page.getByText(opportunityId, { exact: true }).waitFor();
  await other.close();

  await panel.page.getByRole('button', { name: said.opportunity.release }).click();
  await releaseThrough(panel.page, opportunityId);
  expectOneRelease(stage.sandbox, opportunityId);
  await panel.detach();
  await expectReleasedInCrm(opportunityId);
});

test('from the native context menu on a selected id', async () => {
  const opportunityId = '20191215002';
  await goToOpportunity(crm, stage.sandbox.url, opportunityId);
  const id = crm.locator('[data-field="id"]');
  await id.dblclick();
  expect(await crm.evaluate(() => getSelection()?.toString().trim())).toBe(opportunityId);
  const panel = await chooseFromMenu(await onText(id), 2);
  await expectFilledIn(panel.page, opportunityId);
  await releaseThrough(panel.page, opportunityId, { note: '门店关闭' });
  expectOneRelease(stage.sandbox, opportunityId, {
    ...requiredFields,
    territory_code: territoryOf(opportunityId),
    memo: '门店关闭',
  });
  await panel.detach();
  await expectReleasedInCrm(opportunityId);
});

test('from the native context menu on a link in the list', async () => {
  await crm.goto(`${stage.sandbox.url}/crm/`);
  const opportunityId = '20191215003';
  const link = crm.locator(`tr[data-opportunity-id="${opportunityId}"] a`);
  await link.waitFor();
  const panel = await chooseFromMenu(await onText(link), 2);
  await expectFilledIn(panel.page, opportunityId);
  await releaseThrough(panel.page, opportunityId);
  expectOneRelease(stage.sandbox, opportunityId);
  await panel.detach();
  await expectReleasedInCrm(opportunityId);
});

test("from the native context menu on an opportunity's page, nothing being sent before it is confirmed", async () => {
  const opportunityId = '20191215004';
  await goToOpportunity(crm, stage.sandbox.url, opportunityId);
  const panel = await chooseFromMenu({ x: 500, y: 700 }, 3);
  await expectFilledIn(panel.page, opportunityId);
  await shown(panel.page, titleOf(opportunityId)).waitFor();
  await fillRelease(panel.page, { reason: '重复商机' });
  expect(stage.sandbox.ledger({ object: opportunityId }).entries).toEqual([]);
  await confirmRelease(panel.page);
  await waitUntilTold(panel.page, 'succeeded', opportunityId);
  expectOneRelease(stage.sandbox, opportunityId, {
    ...requiredFields,
    territory_code: territoryOf(opportunityId),
    memo: '重复商机',
  });
  await panel.detach();
  await expectReleasedInCrm(opportunityId);
});

test('a selection that holds no id opens the form, which says what is wrong', async () => {
  await crm.goto(`${stage.sandbox.url}/crm/`);
  const heading = crm.getByRole('heading', { name: '商机列表' });
  await heading.dblclick();
  await rightClick(display, crm, await onText(heading, 60));
  await chooseFromBottom(display, 2);
  const panel = await attachSurface(stage.browser, 'sidepanel.html');
  await shown(panel.page, said.fields.issues['not-an-id']).waitFor();
  const before = stage.sandbox.ledger().entries.length;
  await submitButton(panel.page).click();
  await shown(panel.page, said.fields.issueCount(1)).waitFor();
  expect(stage.sandbox.ledger().entries).toHaveLength(before);
  await panel.detach();
});
