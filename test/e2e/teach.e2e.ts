import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selection } from '../../assets/messages/zh-cn/selection.ts';
import { teach } from '../../assets/messages/zh-cn/teach.ts';
import { openSurfaceOver } from './drive.ts';
import { openStage, type Stage } from './stage.ts';
import { openTeaching, overlayOf, pressOn, readingOf, saveTaught, teachRecord, untilAsked } from './teach-stage.ts';
import { said } from './words.ts';

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
  await panel.getByRole('heading', { name: title, exact: true }).waitFor();
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

test('what was taught are rules of one’s own', async () => {
  const options = await stage.browser.openPage('options.html', { hash: '/sites' });
  for (const shape of Object.keys(shapes)) await options.getByText(`${shape} CRM`, { exact: true }).waitFor();
  await options.close();
});

test('a list: a row, its name and customer; the rows and their ticks are read from then on', async () => {
  const page = await open('/desk/');
  await page.locator('tr').nth(19).waitFor();
  const panel = await openTeaching(stage, page);
  await panel.getByRole('button', { name: teach.startList }).click();
  await untilAsked(panel, page, 'row');
  await pressOn(page, page.locator('td').nth(2));
  await untilAsked(panel, page, 'row.title');
  await pressOn(page, page.locator('.open').first());
  await untilAsked(panel, page, 'row.customer');
  await pressOn(page, page.locator('tr').first().locator('td').nth(2));
  await overlayOf(page).waitFor({ state: 'detached' });
  await panel.locator('#taught-base').selectOption({ label: 'cells CRM' });
  await panel.locator('#taught-pages').fill('http://127.0.0.1/cells/* http://127.0.0.1/desk/*');
  await readingOf(panel, 'row').getByText(teach.rows('20'), { exact: true }).waitFor();
  await readingOf(panel, 'row.title').getByText(recordAt(0).title, { exact: true }).waitFor();
  await readingOf(panel, 'row.customer').getByText(recordAt(0).customer.name, { exact: true }).waitFor();
  await saveTaught(panel, 'cells CRM');
  await panel.close();
  await page.getByRole('checkbox').nth(3).check();
  const reader = await openSurfaceOver(stage, page, 'sidepanel.html');
  await reader.getByText(said.opportunity.list(20, 1)).waitFor();
  await reader.getByText(selection.chosen(1, 20)).click();
  expect(await reader.locator(`#selected-${recordAt(3).id}`).isChecked()).toBe(true);
  await reader.close();
  await page.close();
});

test('an id that is in no text is taken from the address, however it stands there; where it is not, nothing goes on', async () => {
  const page = await open('/desk/');
  const panel = await openTeaching(stage, page);
  await panel.getByRole('button', { name: teach.start }).click();
  await untilAsked(panel, page, 'id');
  const lookInAddress = async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };
  await lookInAddress();
  await panel.waitForTimeout(300);
  expect(await panel.getByText(teach.pointing(teach.fields.id)).isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await page.goto(`${stage.sandbox.url}/desk/#/deal?dealId=123`);
  await panel.getByRole('button', { name: teach.start }).click();
  await untilAsked(panel, page, 'id');
  await lookInAddress();
  await untilAsked(panel, page, 'title');
  await readingOf(panel, 'id').getByText('123', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: teach.forget(teach.fields.id) }).click();
  await panel.close();
  await page.close();
});

test('by keyboard: arrows go from element to element, Enter takes', async () => {
  const page = await open('/cells/r7');
  const panel = await openTeaching(stage, page);
  const start = panel.getByRole('button', { name: teach.start });
  await expect.poll(() => start.isEnabled()).toBe(true);
  await start.press('Enter');
  await untilAsked(panel, page, 'id');
  // Down from the page to the table's first row, and along it to the number.
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'])
    await page.keyboard.press(key);
  for (let count = 0; count < 3; count += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await untilAsked(panel, page, 'title');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await untilAsked(panel, page, 'customer');
  for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await overlayOf(page).waitFor({ state: 'detached' });
  await panel.locator('#taught-pages').fill('http://127.0.0.1/cells/*');
  await readingOf(panel, 'id').getByText(recordAt(7).id, { exact: true }).waitFor();
  await readingOf(panel, 'title').getByText(recordAt(7).title, { exact: true }).waitFor();
  await readingOf(panel, 'customer').getByText(recordAt(7).customer.name, { exact: true }).waitFor();
  // Closed without saving: what was pointed at is there when the panel is opened again.
  await panel.close();
  const again = await openTeaching(stage, page);
  await again.getByText(teach.restored).waitFor();
  await readingOf(again, 'title').getByText(recordAt(7).title, { exact: true }).waitFor();
  expect(await again.locator('#taught-pages').inputValue()).toBe('http://127.0.0.1/cells/*');
  await again.getByRole('button', { name: teach.startOver }).click();
  await again.getByRole('button', { name: teach.start }).waitFor();
  await again.close();
  await page.close();
});
