import type { Locator, Page } from 'playwright-core';
import { teach } from '../../assets/messages/zh-cn/teach.ts';
import type { Stage } from './stage.ts';
import { tabIdOf } from './worker.ts';

export type Field = keyof typeof teach.fields;

/** The side panel where pages are taught, over a page. */
export async function openTeaching({ browser }: Stage, page: Page): Promise<Page> {
  const tabId = await tabIdOf(browser, page);
  const panel = await browser.openPage('sidepanel.html', { width: 400, height: 900, tabId, hash: '/teach' });
  await panel.getByText(teach.explain).waitFor();
  return panel;
}

/** What lies over the page while somebody points: closed to us as to the page. */
export const overlayOf = (page: Page): Locator => page.locator('html > div[popover]');

export async function untilAsked(panel: Page, page: Page, field: Field): Promise<void> {
  await panel.getByText(teach.pointing(teach.fields[field])).waitFor();
  await overlayOf(page).waitFor({ state: 'attached' });
  await page.bringToFront();
}

/** Points as a person does: the mouse goes there and presses, on whatever lies there. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('What is pointed at is not on the page.');
  const [x, y] = [box.x + Math.min(box.width, 60) / 2, box.y + box.height / 2];
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

/** What the panel says of a field. */
export function readingOf(panel: Page, field: Field): Locator {
  return panel.locator('li', { has: panel.getByText(teach.fields[field], { exact: true }) }).first();
}

/** Points at each in turn, from the id on. */
export async function teachRecord(
  panel: Page,
  page: Page,
  targets: Record<'id' | 'title' | 'customer', Locator>,
): Promise<void> {
  await panel.getByRole('button', { name: teach.start }).click();
  for (const field of ['id', 'title', 'customer'] as const) {
    await untilAsked(panel, page, field);
    await pressOn(page, targets[field]);
  }
  await panel.getByText(teach.pointing(teach.fields.customer)).waitFor({ state: 'detached' });
  await overlayOf(page).waitFor({ state: 'detached' });
}

export async function saveTaught(panel: Page, name: string): Promise<void> {
  await panel.bringToFront();
  await panel.locator('#taught-name').fill(name);
  await panel.getByRole('button', { name: teach.save }).click();
  await panel.getByText(teach.saved(name)).waitFor();
}
