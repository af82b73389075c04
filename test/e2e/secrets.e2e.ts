import { readFileSync, rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expiredSession } from '../sandbox/accounts.ts';
import {
  confirmRelease,
  openOpportunityPage,
  openReleaseForm,
  openSurfaceOver,
  releaseThrough,
  settle,
  unlock,
  waitUntilTold,
} from './drive.ts';
import { recordMessages } from './message-record.ts';
import { findSecretsInFolder, findSecretsInLines } from './secrets/find-secrets.ts';
import { openSection, setUp, setUpSecrets } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';

const { connections, data, jobs, journal, opportunity, release, words } = said;

/** Typed where anybody may read it: found in the profile, or the search of it proves nothing. */
const control = 'planted-control-memo-4471';
const secrets = { ...setUpSecrets, 'expired session': expiredSession };

let stage: Stage;
let messages: string[];
let settingsFile = '';
const shownTexts: string[] = [];

/** The main path, with what people do around it: preview, lock and unlock, a new session, an unknown outcome, export. */
beforeAll(async () => {
  stage = await openStage();
  messages = await recordMessages(stage.browser.context);
  await setUp(stage);
  const crm = await openOpportunityPage(stage, '20191214888');
  const popup = await openSurfaceOver(stage, crm);
  await popup.getByRole('button', { name: opportunity.release }).click();
  await popup.getByText(release.dryRun).click();
  await popup.getByText(release.hiddenValue).first().waitFor();
  await keepText(popup);
  await popup.getByRole('button', { name: said.app.lockNow }).click();
  await unlock(popup);
  await releaseThrough(popup, '20191214888', { note: control });

  const options = await stage.browser.openPage('options.html');
  await openSection(options, 'connections');
  await replaceSession(options, expiredSession);
  const panel = await openReleaseForm(stage, '20191215100', 'sidepanel.html');
  await confirmRelease(panel);
  await panel.getByRole('button', { name: jobs.resume }).waitFor();
  await replaceSession(options, setUpSecrets.session ?? '');
  stage.sandbox.addFaults([{ kind: 'answer-lost' }]);
  await panel.getByRole('button', { name: jobs.resume }).click();
  await waitUntilTold(panel, 'unknown', '20191215100');
  await keepText(panel);
  await settle(panel, 'mark-succeeded');
  await waitUntilTold(panel, 'succeeded', '20191215100');

  await panel.getByRole('link', { name: said.app.tabs.journal }).click();
  const entries = panel.getByRole('list', { name: journal.title }).getByRole('listitem');
  await entries.first().waitFor();
  // Folded parts are made when they are opened.
  for (const entry of await entries.all()) await entry.locator('summary').click();
  await keepText(panel);
  await openSection(options, 'data');
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: data.export }).click();
  settingsFile = readFileSync(await (await download).path(), 'utf8');
  await stage.browser.close({ keepProfile: true });
});
afterAll(async () => {
  await stage.close({ keepProfile: true });
  rmSync(stage.browser.profileDir, { recursive: true, force: true });
});

async function keepText(page: Page): Promise<void> {
  shownTexts.push((await page.locator('body').textContent()) ?? '');
}

async function replaceSession(options: Page, session: string): Promise<void> {
  await options.getByRole('button', { name: new RegExp(`^${connections.edit}`) }).click();
  await options.locator('#connection-session').fill(session);
  await options.getByRole('button', { name: words.save, exact: true }).click();
  await options.getByText(connections.saved(connections.platforms.top)).waitFor();
}

test('no secret stands in the profile of the browser, where the planted text does', () => {
  expect(findSecretsInFolder(stage.browser.profileDir, secrets)).toEqual([]);
  expect(findSecretsInFolder(stage.browser.profileDir, { control })).not.toEqual([]);
});

test('no secret was printed to a console', () => {
  expect(findSecretsInLines('console', stage.browser.consoleLines, secrets)).toEqual([]);
});

test('no secret stands in a message between pages and worker, where the planted text does', () => {
  expect(findSecretsInLines('messages', messages, secrets)).toEqual([]);
  expect(findSecretsInLines('messages', messages, { control })).not.toEqual([]);
});

test('no secret stands in the exported settings, which do hold the connection', () => {
  expect(findSecretsInLines('settings', [settingsFile], secrets)).toEqual([]);
  expect(JSON.parse(settingsFile)).toMatchObject({ version: 1, connections: [{ appKey: '12345678' }] });
});

test('no secret was shown by dry run, outcome or journal, where the planted text was', () => {
  expect(findSecretsInLines('screens', shownTexts, secrets)).toEqual([]);
  expect(findSecretsInLines('screens', shownTexts, { control })).not.toEqual([]);
});
