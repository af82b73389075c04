import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExtensionBrowser } from './browser.ts';
import { confirmRelease, fillRelease, openReleaseForm, shown, unlock, waitUntilTold } from './drive.ts';
import { expectOneRelease, requiredFields } from './expect-ledger.ts';
import { setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';

let stage: Stage;
/** The one that runs now: each relaunch gives a new one on the same profile. */
let browser: ExtensionBrowser;

beforeAll(async () => {
  stage = await openStage();
  ({ browser } = stage);
  await setUp(stage, { holdBack: 'unhurried' });
});
afterAll(async () => {
  await browser.close({ keepProfile: true });
  await stage.close();
});

async function killAndRelaunch(): Promise<void> {
  await browser.killBrowser();
  browser = await browser.relaunch();
}

test('killed within the hold-back: after the restart the job waits for the passphrase, says so, and is sent once', async () => {
  const opportunityId = '20191215050';
  const form = await openReleaseForm(stage, opportunityId);
  await fillRelease(form, { reason: '门店关闭' });
  await confirmRelease(form);
  await killAndRelaunch();

  const surface = await browser.openPage('sidepanel.html', { hash: '/jobs' });
  await surface.getByRole('list', { name: said.jobs.title }).getByText(said.jobs.jobStates.paused).waitFor();
  await surface.getByRole('link', { name: new RegExp(opportunityId) }).click();
  await shown(surface, said.errorCodes.locked.title).waitFor();
  expect(stage.sandbox.ledger({ object: opportunityId }).entries).toEqual([]);

  await unlock(surface);
  await surface.getByRole('button', { name: said.jobs.resume }).click();
  await waitUntilTold(surface, 'succeeded', opportunityId);
  expectOneRelease(stage.sandbox, opportunityId, { ...requiredFields, memo: '门店关闭' });
  await surface.close();
});

test('killed while the answer is awaited: after the restart it is unknown, not sent again, and may be settled', async () => {
  const opportunityId = '20191215051';
  stage.sandbox.addFaults([{ kind: 'hold', match: { object: opportunityId } }]);
  const unlocked = await browser.openPage('popup.html', { hash: `/release/${opportunityId}` });
  await confirmRelease(unlocked);
  await waitUntil('the request to be held', () => stage.sandbox.heldCount() === 1);
  await killAndRelaunch();
  stage.sandbox.releaseHeld('cut');

  const surface = await browser.openPage('popup.html', { hash: `/release/${opportunityId}` });
  await waitUntilTold(surface, 'unknown', opportunityId);
  await shown(surface, said.errorReasons.interrupted.title).waitFor();
  await surface.getByRole('button', { name: said.job.settle.choices['mark-succeeded'].label }).waitFor();
  expectOneRelease(stage.sandbox, opportunityId);
  await surface.close();
});
