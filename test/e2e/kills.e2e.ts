import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  confirmRelease,
  openOpportunityPage,
  openReleaseForm,
  openSurfaceOver,
  settle,
  shown,
  waitUntilTold,
} from './drive.ts';
import { expectOneKey, expectOneRelease } from './expect-ledger.ts';
import { holdBackSeconds, setHoldBack, setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';
import { isWorkerRunning, killWorker } from './worker.ts';

let stage: Stage;
/** A second browser, in which a job has nobody but the alarm: it takes half a minute, so it waits beside the others. */
let forgotten: Stage;
const forgottenId = '20191215049';

beforeAll(async () => {
  forgotten = await openStage();
  await setUp(forgotten, { holdBack: 'unhurried' });
  const surface = await openReleaseForm(forgotten, forgottenId);
  await confirmRelease(surface);
  await forgotten.browser.context.newPage();
  await surface.close();
  await killWorker(forgotten.browser);

  stage = await openStage();
  await setUp(stage);
});
afterAll(async () => {
  await Promise.all([stage.close(), forgotten.close()]);
});

test('killed within the hold-back: the open surface wakes it when the time has come, and one request leaves', async () => {
  const opportunityId = '20191215040';
  await setHoldBack(stage, holdBackSeconds.unhurried);
  const surface = await openReleaseForm(stage, opportunityId);
  await confirmRelease(surface);
  await killWorker(stage.browser);
  expect(await isWorkerRunning(stage.browser)).toBe(false);
  expect(stage.sandbox.ledger({ object: opportunityId }).entries).toEqual([]);
  await waitUntilTold(surface, 'succeeded', opportunityId);
  expectOneRelease(stage.sandbox, opportunityId);
  await surface.close();
  await setHoldBack(stage, holdBackSeconds.shortest);
});

test('killed again at the very start of the sending: at most one request leaves, and what is told is true', async () => {
  const opportunityId = '20191215041';
  const surface = await openReleaseForm(stage, opportunityId);
  await confirmRelease(surface);
  await killWorker(stage.browser);
  // The surface wakes it when the hold-back ends; how far it comes until it is killed is chance.
  await waitUntil('the worker to be woken', () => isWorkerRunning(stage.browser), { everyMs: 5 });
  await killWorker(stage.browser);
  const told = await Promise.race([
    waitUntilTold(surface, 'succeeded', opportunityId).then(() => 'succeeded'),
    waitUntilTold(surface, 'unknown', opportunityId).then(() => 'unknown'),
  ]);
  const { requests, processed } = stage.sandbox.ledger({ object: opportunityId }).counts.all;
  expect(requests).toBeLessThanOrEqual(1);
  if (told === 'succeeded') expect(processed).toBe(1);
  await surface.close();
});

test.each([
  ['after it was processed', '20191215042', true],
  ['before it was processed', '20191215043', false],
])(
  'killed between sending and answer, %s: unknown, settled under the same key',
  async (_case, opportunityId, processed) => {
    stage.sandbox.addFaults([{ kind: 'hold', processed, match: { object: opportunityId } }]);
    const surface = await openReleaseForm(stage, opportunityId);
    await confirmRelease(surface);
    await waitUntil('the request to be held', () => stage.sandbox.heldCount() === 1);
    await killWorker(stage.browser);
    await waitUntilTold(surface, 'unknown', opportunityId);
    await shown(surface, said.errorReasons.interrupted.title).waitFor();
    expect(stage.sandbox.ledger({ object: opportunityId }).entries).toHaveLength(1);
    stage.sandbox.releaseHeld('cut');

    await settle(surface, 'send-again');
    if (processed) await shown(surface, said.errorReasons['duplicate-request'].title).waitFor();
    else await waitUntilTold(surface, 'succeeded', opportunityId);
    expectOneKey(stage.sandbox, opportunityId, 2);
    await surface.close();
  },
);

test('killed after the answer: it stays told as succeeded, wherever one looks, and nothing is sent again', async () => {
  const opportunityId = '20191215044';
  const surface = await openReleaseForm(stage, opportunityId);
  await confirmRelease(surface);
  await waitUntilTold(surface, 'succeeded', opportunityId);
  await killWorker(stage.browser);
  await shown(surface, said.release.succeeded(opportunityId)).waitFor();

  const crm = await openOpportunityPage(stage, opportunityId);
  const popup = await openSurfaceOver(stage, crm);
  await popup.getByRole('list', { name: said.opportunity.recent }).getByText(said.jobs.rowStates.succeeded).waitFor();
  await popup.getByRole('link', { name: said.jobs.operations['release-opportunity'], exact: true }).click();
  await waitUntilTold(popup, 'succeeded', opportunityId);
  expectOneRelease(stage.sandbox, opportunityId);
  await Promise.all([surface.close(), popup.close(), crm.close()]);
});

test('with every surface closed and the worker killed within the hold-back, the alarm sees it through', async () => {
  const { entries } = await waitUntil(
    'the alarm',
    () => {
      const ledger = forgotten.sandbox.ledger({ object: forgottenId });
      return ledger.counts.all.accepted > 0 && ledger;
    },
    { timeoutMs: 75_000 },
  );
  expect(entries).toHaveLength(1);
  expectOneRelease(forgotten.sandbox, forgottenId);
});
