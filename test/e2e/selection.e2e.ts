import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { selection } from '../../assets/messages/zh-cn/selection.ts';
import { restCrmRule } from '../../lib/pages/built-in-rules.ts';
import { checkRows, filter, runButton } from './bulk-stage.ts';
import { openSurfaceOver } from './drive.ts';
import { setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';

const operation = 'release-opportunity';
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await setUp(stage);
  await readAsRestCrm();
});
afterAll(() => stage.close());

/** The sandbox's pages by the REST CRM's rule, which names the hosts of the real ones. */
async function readAsRestCrm(): Promise<void> {
  const options = await stage.browser.openPage('options.html', { hash: '/sites' });
  const rule = { ...restCrmRule, id: 'rest-here', name: 'REST here', match: ['http://127.0.0.1/opportunities'] };
  const file = { name: 'site.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(rule)) };
  await options.locator('input[type="file"]').setInputFiles(file);
  await options.getByText(rule.name, { exact: true }).waitFor();
  await options.close();
}

const idAt = (index: number) => [...stage.sandbox.crm().opportunities.keys()][index] ?? '';

async function openList(path: string): Promise<{ page: Page; panel: Page }> {
  const page = await stage.browser.context.newPage();
  await page.goto(`${stage.sandbox.url}${path}`);
  await page.getByRole('checkbox').nth(19).waitFor();
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await panel.getByText(selection.title).waitFor();
  return { page, panel };
}

async function tick(page: Page, ...indexes: number[]): Promise<void> {
  await page.bringToFront();
  for (const index of indexes) await page.getByRole('checkbox').nth(index).check();
}

const makeButton = (panel: Page, count: number) =>
  panel.getByRole('button', { name: selection.make[operation](count), exact: true });

/** From the draft to its end. */
async function run(panel: Page, count: number): Promise<void> {
  await panel.getByRole('button', { name: bulk.columns.next }).waitFor();
  await checkRows(panel);
  await filter(panel, bulk.check.filters.all, count).waitFor();
  await panel.getByText(bulk.run.previewShow).click();
  await runButton(panel, operation, count).click();
  await filter(panel, said.jobs.rowStates.succeeded, count).waitFor();
}

const released = () => Object.keys(stage.sandbox.ledger().counts.byObject).sort();

test('three rows ticked on the partner CRM: a draft of exactly these, run, and in the ledger exactly these', async () => {
  const { page, panel } = await openList('/crm/');
  await panel.getByText(said.opportunity.list(20, 0)).waitFor();
  expect(await makeButton(panel, 0).isDisabled()).toBe(true);
  await tick(page, 1, 4, 7);
  await panel.getByRole('radio', { name: selection.choices.ticked(3) }).waitFor();
  await makeButton(panel, 3).click();
  await run(panel, 3);
  expect(released()).toEqual([idAt(1), idAt(4), idAt(7)].sort());
  await panel.close();
  await page.close();
});

test('the choice follows the page: another page of the list, single rows, the rows of before gone', async () => {
  const { page, panel } = await openList('/crm/');
  await tick(page, 2, 3);
  await makeButton(panel, 2).waitFor();
  await panel.getByText(selection.chosen(2, 20)).click();
  await panel.locator(`#selected-${idAt(5)}`).check();
  await panel.getByRole('radio', { name: selection.choices.own(3) }).waitFor();
  await page.bringToFront();
  await page.getByRole('link', { name: '下一页' }).click();
  await panel.locator(`#selected-${idAt(25)}`).waitFor();
  expect(await panel.locator(`#selected-${idAt(5)}`).count()).toBe(0);
  expect(await makeButton(panel, 0).isDisabled()).toBe(true);
  await panel.locator(`#selected-${idAt(25)}`).check();
  await makeButton(panel, 1).waitFor();
  await panel.close();
  await page.close();
});

test('the REST CRM’s list too: three ticked, one taken out here, one draft of the others', async () => {
  const { page, panel } = await openList('/opportunities');
  await tick(page, 9, 10, 11);
  await makeButton(panel, 3).waitFor();
  await panel.getByText(selection.chosen(3, 20)).click();
  await panel.locator(`#selected-${idAt(9)}`).uncheck();
  const before = released();
  await makeButton(panel, 2).click();
  await run(panel, 2);
  expect(released().filter((id) => !before.includes(id))).toEqual([idAt(10), idAt(11)].sort());
  await panel.close();
  await page.close();
});
