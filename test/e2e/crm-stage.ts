import type { Page } from 'playwright-core';
import { edit } from '../../assets/messages/zh-cn/edit.ts';
import { paceLimits } from '../../lib/connections/pace.ts';
import { defaultRestToken } from '../sandbox/accounts.ts';
import { openSection, setUp } from './setup.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';
import { getWorker } from './worker.ts';

export const putMethod = 'PUT /api/v2/opportunities/:id';
export const getMethod = 'GET /api/v2/opportunities/:id';
export const postMethod = 'POST /api/v2/revisit_logs';

/** A stage whose extension is set up, and connected to the sandbox's REST CRM as well. */
export async function openCrmStage(options?: StageOptions): Promise<Stage> {
  const stage = await openStage(options);
  await setUp(stage);
  await connectCrm(stage);
  return stage;
}

/** The CRM says no in its own words. */
export const refusal = (status: number, code = status) =>
  ({ kind: 'error', status, code, msg: `CRM 的说明 ${code}` }) as const;

/**
 * Adds the connection where a person would, with a pasted token, and as many calls as the form allows: tests do in ten
 * seconds what people do in a minute.
 */
export async function connectCrm({ browser, sandbox }: Stage): Promise<void> {
  const page = await browser.openPage('options.html');
  await openSection(page, 'connections');
  await page.getByRole('button', { name: said.connections.addCrm }).click();
  await page.getByLabel(edit.connections.baseUrl).fill(sandbox.url);
  await page.getByLabel(edit.connections.token, { exact: true }).fill(defaultRestToken);
  await page.getByText(said.connections.pace.title).click();
  await page.getByLabel(said.connections.pace.calls.ikcrm).fill(`${paceLimits.calls}`);
  await page.getByRole('button', { name: said.connections.test, exact: true }).click();
  const ok = page.getByText(said.connections.testStates.ok, { exact: true });
  await waitUntil('all parts to be fine', async () => (await ok.count()) === 3);
  await page.getByRole('button', { name: said.words.save, exact: true }).click();
  await page.getByText(said.connections.saved(said.connections.platforms.ikcrm)).waitFor();
  await page.close();
}

/** A fresh CRM, and a limit in which nothing was called yet: tests ask more in ten seconds than people do. */
export async function startAfresh({ browser, sandbox }: Stage): Promise<void> {
  sandbox.reset();
  sandbox.setShapes({ 'rest-limit': 'off' });
  const worker = await getWorker(browser);
  await worker.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction('limits', 'readwrite');
    transaction.objectStore('limits').clear();
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  });
}

/** The form of a record in the side panel, read or refused. */
export async function openEdit({ browser }: Stage, opportunityId: string): Promise<Page> {
  const hash = `/edit/${opportunityId}`;
  const panel = await browser.openPage('sidepanel.html', { width: 400, height: 900, hash });
  await panel.locator('#edit-title, [role="alert"]').first().waitFor();
  return panel;
}

export async function save(panel: Page, count: number, hasFollowUp = false): Promise<void> {
  await panel.getByRole('button', { name: edit.save(count, hasFollowUp), exact: true }).click();
}

export async function told(panel: Page, sentence: string): Promise<void> {
  await panel.getByText(sentence, { exact: false }).first().waitFor();
}

/** What was written to the CRM about a record, oldest first. */
export function writesTo({ sandbox }: Stage, opportunityId: string) {
  return sandbox.ledger({ object: opportunityId }).entries.filter(({ httpMethod }) => httpMethod !== 'GET');
}

/** A store of the extension's database as text, to be evaluated in one of its pages. */
export async function readStore(store: string): Promise<string> {
  const [{ name = '' } = {}] = await indexedDB.databases();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const records = await new Promise((resolve) => {
    const reading = database.transaction(store).objectStore(store).getAll();
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  return JSON.stringify(records);
}
