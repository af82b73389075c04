import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { teach } from '../../assets/messages/zh-cn/teach.ts';
import { openStage, type Stage } from './stage.ts';
import { openTeaching, overlayOf, pressOn, readingOf, untilAsked } from './teach-stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(path: string): Promise<Page> {
  const page = await stage.browser.context.newPage();
  await page.goto(`${stage.sandbox.url}${path}`);
  return page;
}

const startPointing = (panel: Page) => panel.getByRole('button', { name: teach.start }).click();
const gone = (page: Page) => overlayOf(page).waitFor({ state: 'detached' });

/** What the page can see of itself: its markup, what has the focus, its globals, and every change of it but that of the overlay. */
async function watchPage(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    const isOurs = (node: Node) => node instanceof HTMLElement && node.popover === 'manual';
    new MutationObserver((records) => {
      for (const { type, target, addedNodes, removedNodes } of records)
        if (![target, ...addedNodes, ...removedNodes].some(isOurs)) seen.push(`${type} ${target.nodeName}`);
    }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    for (const type of ['click', 'mousedown', 'pointerdown', 'keydown'])
      document.body.addEventListener(type, () => seen.push(type), true);
    Object.assign(globalThis, { seen });
  });
  return () =>
    page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      focus: document.activeElement?.nodeName,
      keys: Reflect.ownKeys(window).map(String),
      seen: (globalThis as unknown as { seen: string[] }).seen,
    }));
}

test('pointing leaves no trace: the same page, no click or key got through, the focus where it was', async () => {
  const page = await open('/desk/');
  await page.locator('tr').nth(19).waitFor();
  await page.getByRole('checkbox').nth(2).focus();
  const look = await watchPage(page);
  const before = await look();
  const panel = await openTeaching(stage, page);
  await startPointing(panel);
  await untilAsked(panel, page, 'id');
  expect(await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot)).toBeNull();
  // A press on a button, on a checkbox and along with keys: none of them is the page's.
  await pressOn(page, page.locator('.open').nth(3));
  await pressOn(page, page.getByRole('checkbox').nth(5));
  await page.keyboard.press('x');
  await page.keyboard.press('Escape');
  await gone(page);
  await panel.getByText(teach.ended.ended).waitFor();
  expect(await look()).toEqual(before);
  expect(await page.getByRole('checkbox').nth(5).isChecked()).toBe(false);
  await panel.close();
  await page.close();
});

test('Escape ends it at each step, and what was pointed at before is kept', async () => {
  const page = await open('/cells/r0');
  const panel = await openTeaching(stage, page);
  const cell = (index: number) => page.locator('td.detail-value').nth(index);
  for (const kept of [[], ['id'], ['id', 'title']] as const) {
    await panel.bringToFront();
    if (kept.length === 0) await startPointing(panel);
    else await panel.getByRole('button', { name: teach.pointAgain(teach.fields.id), exact: true }).waitFor();
    const start = { 0: 'id', 1: 'title', 2: 'customer' }[kept.length] as 'id' | 'title' | 'customer';
    if (kept.length > 0)
      await panel.getByRole('button', { name: teach.point(teach.fields[start]), exact: true }).click();
    await untilAsked(panel, page, start);
    await page.keyboard.press('Escape');
    await gone(page);
    await panel.getByText(teach.ended.ended).waitFor();
    for (const field of kept) await readingOf(panel, field).getByRole('combobox').waitFor();
    if (start === 'customer') break;
    await panel.bringToFront();
    await panel.getByRole('button', { name: teach.point(teach.fields[start]), exact: true }).click();
    await untilAsked(panel, page, start);
    await pressOn(page, cell(start === 'id' ? 1 : 0));
    await gone(page);
  }
  // Nothing is left for whoever teaches this site next.
  for (const field of ['id', 'title'] as const)
    await panel.getByRole('button', { name: teach.forget(teach.fields[field]) }).click();
  await panel.close();
  await page.close();
});

test('with the panel it goes, and with the page it is over', async () => {
  const page = await open('/cells/r0');
  const first = await openTeaching(stage, page);
  await startPointing(first);
  await untilAsked(first, page, 'id');
  await first.close();
  await gone(page);
  const panel = await openTeaching(stage, page);
  await startPointing(panel);
  await untilAsked(panel, page, 'id');
  await page.goto(`${stage.sandbox.url}/cells/r1`);
  await panel.getByText(teach.ended.gone).waitFor();
  expect(await overlayOf(page).count()).toBe(0);
  await panel.bringToFront();
  await startPointing(panel);
  await untilAsked(panel, page, 'id');
  await panel.getByRole('button', { name: teach.overlay.stop, exact: true }).click();
  await gone(page);
  await panel.close();
  await page.close();
});

test('a page that takes it away, covers it or acts for the person gets nowhere', async () => {
  const page = await open('/cells/r0');
  const panel = await openTeaching(stage, page);
  await startPointing(panel);
  await untilAsked(panel, page, 'id');
  const host = await page.evaluate(() => {
    const overlay = document.documentElement.lastElementChild as HTMLElement;
    const at = { bubbles: true, composed: true, cancelable: true, clientX: 300, clientY: 150 };
    for (const target of [overlay, document.body, window]) {
      for (const type of ['pointerdown', 'pointerup', 'click']) target.dispatchEvent(new PointerEvent(type, at));
      for (const key of ['Enter', 'Escape']) target.dispatchEvent(new KeyboardEvent('keydown', { ...at, key }));
    }
    overlay.click();
    overlay.style.cssText = 'display:none!important;pointer-events:none!important;inset:auto!important';
    overlay.hidden = true;
    const { width, height } = overlay.getBoundingClientRect();
    return { width, height, isThere: overlay.isConnected };
  });
  expect(host).toEqual({ width: expect.any(Number), height: expect.any(Number), isThere: true });
  expect(host.width).toBeGreaterThan(500);
  await panel.getByText(teach.pointing(teach.fields.id)).waitFor();
  await page.evaluate(() => document.documentElement.lastElementChild?.remove());
  await overlayOf(page).waitFor({ state: 'attached' });
  await pressOn(page, page.locator('td.detail-value').nth(1));
  await untilAsked(panel, page, 'title');
  await page.evaluate(() => {
    setInterval(() => document.querySelector('html > div[popover]')?.remove(), 5);
  });
  await panel.getByText(teach.ended.removed).waitFor();
  expect(await overlayOf(page).count()).toBe(0);
  await panel.close();
  await page.close();
});
