import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goToOpportunity, openSurfaceOver, submitButton, waitUntilTold } from './drive.ts';
import { expectOneRelease } from './expect-ledger.ts';
import { setUp } from './setup.ts';
import { recordShown, type Shown } from './shown-trace.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';

const { opportunity, pageMoved, release, words } = said;
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await setUp(stage);
});
afterAll(() => stage.close());

const records = () => [...stage.sandbox.crm().opportunities.values()];
const idsFrom = (start: number, count: number) =>
  records()
    .slice(start, start + count)
    .map(({ id }) => id);

/** Nothing that was shown mixes two records, and what was shown came in the order of the page. */
function expectNoMix(trace: readonly Shown[], visited: readonly string[]): void {
  for (const { heading, id, customer } of trace) {
    const record = records().find((one) => one.id === id);
    const headings = record ? [record.title, record.customer.name, opportunity.title] : [opportunity.title, ''];
    expect(headings).toContain(heading);
    expect([record?.customer.name, undefined]).toContain(customer);
  }
  const ids = trace.flatMap(({ id }) => id ?? []).filter((id, index, all) => id !== all[index - 1]);
  let place = 0;
  for (const id of ids) {
    place = visited.indexOf(id, place);
    expect(place, `${id} in its turn`).toBeGreaterThanOrEqual(0);
  }
}

async function expectLast(panel: Page, id: string): Promise<void> {
  const record = stage.sandbox.crm().opportunities.get(id);
  await panel.getByRole('heading', { name: record?.title ?? '', exact: true }).waitFor();
  await panel.getByText(id, { exact: true }).first().waitFor();
}

/** As a click on one of the app's own links does. */
async function follow(page: Page, id: string): Promise<void> {
  await page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = `/crm/opportunities/${to}`;
    link.dataset.route = '';
    document.body.append(link);
    link.click();
    link.remove();
  }, id);
}

test.each([0, 60, 300])('ten navigations, %i ms apart, end on the last and never show a mix', async (apartMs) => {
  const visited = idsFrom(0, 11);
  const page = await stage.browser.context.newPage();
  await goToOpportunity(page, stage.sandbox.url, visited[0] ?? '');
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await expectLast(panel, visited[0] ?? '');
  const trace = await recordShown(panel);
  await page.bringToFront();
  for (const id of visited.slice(1)) {
    await follow(page, id);
    await page.waitForTimeout(apartMs);
  }
  await expectLast(panel, visited.at(-1) ?? '');
  // What comes late must not replace the last.
  await panel.waitForTimeout(1500);
  expectNoMix(await trace(), visited);
  expect((await trace()).at(-1)).toMatchObject({ id: visited.at(-1) });
  await panel.close();
  await page.close();
});

test('routes in the fragment, back and forward among them', async () => {
  const visited = idsFrom(20, 10);
  const page = await stage.browser.context.newPage();
  await page.goto(`${stage.sandbox.url}/hash/#/opportunities/${visited[0]}`);
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await expectLast(panel, visited[0] ?? '');
  const trace = await recordShown(panel);
  await page.bringToFront();
  for (const id of visited.slice(1)) {
    await page.evaluate((to) => {
      location.hash = `#/opportunities/${to}`;
    }, id);
    await page.waitForTimeout(80);
  }
  await expectLast(panel, visited[9] ?? '');
  await page.goBack();
  await page.goBack();
  await expectLast(panel, visited[7] ?? '');
  await page.goForward();
  await expectLast(panel, visited[8] ?? '');
  await panel.waitForTimeout(1000);
  expectNoMix(await trace(), [...visited, ...visited.slice(7, 9).reverse(), visited[8] ?? '']);
  await panel.close();
  await page.close();
});

test('a form stays with the opportunity that was shown, says when the page goes on, and asks before it is submitted', async () => {
  const [shownId = '', otherId = ''] = idsFrom(40, 2);
  const page = await stage.browser.context.newPage();
  await goToOpportunity(page, stage.sandbox.url, shownId);
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await panel.getByRole('button', { name: opportunity.release }).click();
  await submitButton(panel).waitFor();
  await page.bringToFront();
  await follow(page, otherId);
  const other = stage.sandbox.crm().opportunities.get(otherId)?.title ?? '';
  await panel.bringToFront();
  await panel.getByText(pageMoved.moved(other)).waitFor();
  await panel.getByLabel(release.territory).fill('keruyun_POS_2019');
  await submitButton(panel).click();
  const dialog = panel.getByRole('dialog');
  await dialog.getByText(pageMoved.ask(shownId)).waitFor();
  await dialog.getByRole('button', { name: words.cancel }).click();
  expect(stage.sandbox.ledger({ object: shownId }).entries).toEqual([]);
  await submitButton(panel).click();
  await dialog.getByRole('button', { name: pageMoved.goOn(shownId) }).click();
  await waitUntilTold(panel, 'succeeded', shownId);
  expectOneRelease(stage.sandbox, shownId);
  expect(stage.sandbox.ledger({ object: otherId }).entries).toEqual([]);
  await panel.close();
  await page.close();
});

test('reading changes nothing in the page, and leaves nothing in its world', async () => {
  const page = await stage.browser.context.newPage();
  await page.addInitScript(() => {
    const seen: string[] = [];
    const keys = () => [...Reflect.ownKeys(window), ...Reflect.ownKeys(document)].map(String);
    const record = (records: MutationRecord[]) => {
      if (document.readyState === 'complete')
        seen.push(...records.map(({ type, target }) => `${type} ${target.nodeName}`));
    };
    const all = { childList: true, subtree: true, attributes: true, characterData: true };
    addEventListener('load', () => {
      Object.assign(globalThis, { before: undefined, seen });
      Object.assign(globalThis, { before: keys() });
      new MutationObserver(record).observe(document, all);
    });
    Object.assign(globalThis, { keys });
  });
  await page.goto(`${stage.sandbox.url}/cells/r3`);
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await expectLast(panel, records()[3]?.id ?? '');
  await page.bringToFront();
  await page.locator('td').first().click();
  await page.waitForTimeout(1000);
  const found = await page.evaluate(() => {
    const world = globalThis as unknown as { seen: string[]; before: string[]; keys(): string[] };
    return { seen: world.seen, added: world.keys().filter((key) => !world.before.includes(key)) };
  });
  expect(found).toEqual({ seen: [], added: [] });
  await panel.close();
  await page.close();
});
