import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSurfaceOver } from './drive.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';

const { opportunity } = said;
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await importRules();
});
afterAll(() => stage.close());

/** The documentation's examples, for the sandbox's host, as a colleague would share them. */
async function importRules(): Promise<void> {
  const documented = readFileSync('docs/sites.md', 'utf8').replaceAll('https://crm.example.com/', 'http://127.0.0.1/');
  const sites = [...documented.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json));
  const options = await stage.browser.openPage('options.html', { hash: '/sites' });
  const file = { name: 'sites.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ sites })) };
  await options.locator('input[type="file"]').setInputFiles(file);
  const names = sites.map(({ name }: { name: string }) => name);
  await options.getByText(new Intl.ListFormat('zh-CN').format(names)).waitFor();
  for (const name of names) await options.getByText(name, { exact: true }).waitFor();
  await options.close();
}

/** The opportunity at a place of the data. */
function recordAt(index: number) {
  const record = [...stage.sandbox.crm().opportunities.values()][index];
  if (!record) throw new Error(`The sandbox has no opportunity ${index}.`);
  return record;
}

async function openCrm(path: string): Promise<Page> {
  const page = await stage.browser.context.newPage();
  await page.goto(`${stage.sandbox.url}${path}`);
  return page;
}

/** Waits until a surface shows exactly this record of the sandbox. */
async function expectShown(surface: Page, index: number): Promise<void> {
  const { id, title, customer } = recordAt(index);
  await surface.getByRole('heading', { name: title, exact: true }).waitFor();
  await surface.getByText(id, { exact: true }).first().waitFor();
  await expect.poll(() => surface.locator('dd').first().textContent()).toBe(customer.name);
}

test.each([
  ['the partner CRM, a single-page app', () => `/crm/opportunities/${recordAt(0).id}`],
  ['the REST CRM, classic', () => `/opportunities/${recordAt(0).id}`],
  ['a CRM with hash routes', () => `/hash/#/opportunities/${recordAt(0).id}`],
  ['a record that renders after 3 s', () => `/late/opportunities/${recordAt(0).id}`],
  ['a record in a frame', () => '/framed/r0'],
  ['label cells of a table', () => '/cells/r0'],
  ['labels above values', () => '/cards/r0'],
  ['a component with made-up class names', () => '/styled/r0'],
])('%s: right id, title and customer', async (_, path) => {
  const page = await openCrm(path());
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await expectShown(panel, 0);
  await panel.close();
  await page.close();
});

test('a frame that goes to another record is followed, though the address stays', async () => {
  const page = await openCrm('/framed/r0');
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await expectShown(panel, 0);
  await page.bringToFront();
  await page.frameLocator('#workspace').locator('#next').click();
  await expectShown(panel, 1);
  await panel.close();
  await page.close();
});

test('a dialog over a list: the list with its ticks, one record, another, and the list again', async () => {
  const page = await openCrm('/desk/');
  await page.locator('tr').first().waitFor();
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await panel.getByText(opportunity.list(20, 0)).waitFor();
  await page.bringToFront();
  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('checkbox').nth(3).check();
  await panel.getByText(opportunity.list(20, 2)).waitFor();
  for (const index of [2, 4]) {
    await page.locator('.open').nth(index).click();
    await expectShown(panel, index);
  }
  await page.locator('.close').click();
  await panel.getByText(opportunity.list(20, 2)).waitFor();
  await panel.close();
  await page.close();
});

test('the rows of the list come when they are asked for, and are those that stand there', async () => {
  const page = await openCrm('/crm/');
  await page.locator('tr[data-opportunity-id]').first().waitFor();
  await page.getByRole('checkbox').nth(1).check();
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await panel.getByText(opportunity.list(20, 1)).waitFor();
  const tabId = Number(new URL(panel.url()).searchParams.get('tabId'));
  const answer = await panel.evaluate(
    (asked) =>
      (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome.runtime.sendMessage({
        contract: 'extension',
        call: 'tab.rows',
        input: { tabId: asked },
      }),
    tabId,
  );
  const rows = Array.from({ length: 20 }, (_, index) => {
    const { id, title, customer } = recordAt(index);
    return { id, title, customer: customer.name, isTicked: index === 1 };
  });
  expect(answer).toMatchObject({ value: { total: 20, rows } });
  await panel.close();
  await page.close();
});
