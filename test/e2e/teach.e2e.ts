import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { teach } from '../../assets/messages/zh-cn/teach.ts';
import { openSurfaceOver } from './drive.ts';
import { openStage, type Stage } from './stage.ts';
import { openTeaching, readingOf, saveTaught, teachRecord } from './teach-stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

function recordAt(index: number) {
  const record = [...stage.sandbox.crm().opportunities.values()][index];
  if (!record) throw new Error(`The sandbox has no opportunity ${index}.`);
  return record;
}

async function open(path: string): Promise<Page> {
  const page = await stage.browser.context.newPage();
  await page.goto(`${stage.sandbox.url}${path}`);
  return page;
}

/** The panel says of a page what the sandbox says of the record. */
async function expectRead(path: string, index: number): Promise<void> {
  const { id, title, customer } = recordAt(index);
  const page = await open(path);
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await panel.getByRole('heading', { name: title, exact: true }).waitFor({ timeout: 10_000 });
  await panel.getByText(id, { exact: true }).first().waitFor();
  await expect.poll(() => panel.locator('dd').first().textContent()).toBe(customer.name);
  await panel.close();
  await page.close();
}

const shapes = {
  cells: (page: Page) => ({
    id: page.getByText(recordAt(0).id, { exact: true }),
    title: page.locator('td.detail-value').first(),
    customer: page.locator('tr').nth(1).locator('td').nth(1),
  }),
  // The id is in no text: whatever is pointed at in the record leads to it.
  cards: (page: Page) => ({
    id: page.locator('.breadcrumb .title'),
    title: page.locator('.breadcrumb .title'),
    customer: page.getByText(recordAt(0).customer.name, { exact: true }),
  }),
  styled: (page: Page) => ({
    id: page.getByText(`No. ${recordAt(0).id}`),
    title: page.getByRole('heading'),
    customer: page.getByText(recordAt(0).customer.name, { exact: true }),
  }),
};

test.each(['cells', 'cards', 'styled'] as const)(
  '%s: pointed at once, read right on it, on another record, and with other class names',
  async (shape) => {
    const { id, title, customer } = recordAt(0);
    const page = await open(`/${shape}/r0`);
    const panel = await openTeaching(stage, page);
    await teachRecord(panel, page, shapes[shape](page));
    // The sandbox's CRMs are on one host.
    if (shape !== 'cells') await panel.locator('#taught-base').selectOption({ label: teach.newRule });
    await panel.locator('#taught-pages').fill(`http://127.0.0.1/${shape}/*`);
    await readingOf(panel, 'id').getByText(id, { exact: true }).waitFor();
    await readingOf(panel, 'title').getByText(title, { exact: true }).waitFor();
    await readingOf(panel, 'customer').getByText(customer.name, { exact: true }).waitFor();
    await saveTaught(panel, `${shape} CRM`);
    await panel.close();
    await page.close();
    await expectRead(`/${shape}/r3`, 3);
    await expectRead(`/${shape}/r5?renamed`, 5);
  },
);

test('what was taught is a rule of one’s own, with its host', async () => {
  const options = await stage.browser.openPage('options.html', { hash: '/sites' });
  await options.getByText('styled CRM', { exact: true }).waitFor();
  await options.getByText('taught-127-0-0-1', { exact: false }).first().waitFor();
  await options.close();
  expect(teach.fields.id).toBe('商机 ID');
});
