import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultAccount } from '../sandbox/accounts.ts';
import { nextChinaMidnight } from './china-midnight.ts';
import { confirmRelease, openReleaseForm, settle, shown, waitUntilTold } from './drive.ts';
import { expectOneKey, expectOneRelease } from './expect-ledger.ts';
import { openSection, setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';

const { errorReasons, errorCodes, jobs, release, words } = said;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await setUp(stage);
});
afterAll(() => stage.close());

const emptyAnswer = '{"alibaba_alsc_crm_sales_opportunity_process_unfollow_response":{"request_id":"1"}}';

type Fault = Parameters<Stage['sandbox']['addFaults']>[0][number];

/** Confirms a release that meets these faults; they strike this opportunity alone. Gives the surface, held back. */
async function releaseInto(opportunityId: string, faults: Fault[]): Promise<Page> {
  stage.sandbox.addFaults(faults.map((fault) => ({ ...fault, match: { object: opportunityId } })));
  const surface = await openReleaseForm(stage, opportunityId);
  await confirmRelease(surface);
  return surface;
}

/** What an unknown outcome offers: the three ways to settle it, and what is known. */
async function expectChoices(surface: Page, opportunityId: string): Promise<void> {
  for (const { label } of Object.values(said.job.settle.choices))
    await surface.getByRole('button', { name: label }).waitFor();
  const [entry] = stage.sandbox.ledger({ object: opportunityId }).entries;
  await surface.getByText(entry?.key ?? '-', { exact: true }).waitFor();
}

// Together: each waits out a hold-back, and each fault strikes its own opportunity alone.
describe.concurrent('what leaves without a readable answer is unknown, says why, and is not sent again by itself', () => {
  test.each<[string, string, Fault, string]>([
    [
      'the connection is cut before it is processed',
      '20191215010',
      { kind: 'cut-before' },
      errorReasons.connection.title,
    ],
    ['the answer is lost', '20191215011', { kind: 'answer-lost' }, errorReasons.connection.title],
    ['HTTP 502 in front of the service', '20191215012', { kind: 'http-status' }, errorReasons['http-status'].title],
    ['a page of HTML', '20191215013', { kind: 'html' }, errorReasons.html.title],
    [
      'an answer that is cut short',
      '20191215014',
      { kind: 'truncated' },
      errorReasons['unreadable-answer/not-json'].title,
    ],
    [
      'an answer about another id',
      '20191215015',
      { kind: 'wrong-value' },
      errorReasons['unknown/answer-for-another-id'].title,
    ],
    [
      'an answer without a value',
      '20191215016',
      { kind: 'body', text: emptyAnswer },
      errorReasons['answer-without-value'].title,
    ],
  ])('%s', async (_case, opportunityId, fault, sentence) => {
    const surface = await releaseInto(opportunityId, [fault]);
    await waitUntilTold(surface, 'unknown', opportunityId);
    await shown(surface, sentence).waitFor();
    await expectChoices(surface, opportunityId);
    expect(stage.sandbox.ledger({ object: opportunityId }).entries).toHaveLength(1);
    await surface.close();
  });
});

describe.concurrent('an unknown outcome is settled by a person', () => {
  test('as released, which they saw in the CRM: nothing is sent any more', async () => {
    const opportunityId = '20191215020';
    const surface = await releaseInto(opportunityId, [{ kind: 'answer-lost' }]);
    await waitUntilTold(surface, 'unknown', opportunityId);
    await settle(surface, 'mark-succeeded');
    await waitUntilTold(surface, 'succeeded', opportunityId);
    await shown(surface, said.job.decidedByPerson).waitFor();
    expectOneRelease(stage.sandbox, opportunityId);
    await surface.close();
  });

  test('as not released: nothing is sent any more', async () => {
    const opportunityId = '20191215021';
    const surface = await releaseInto(opportunityId, [{ kind: 'cut-before' }]);
    await waitUntilTold(surface, 'unknown', opportunityId);
    await settle(surface, 'mark-failed');
    await waitUntilTold(surface, 'failed', opportunityId);
    expect(stage.sandbox.ledger({ object: opportunityId }).entries).toHaveLength(1);
    await surface.close();
  });

  test('by sending again what had not been processed: accepted, under the same key', async () => {
    const opportunityId = '20191215022';
    const surface = await releaseInto(opportunityId, [{ kind: 'cut-before' }]);
    await waitUntilTold(surface, 'unknown', opportunityId);
    await settle(surface, 'send-again');
    await waitUntilTold(surface, 'succeeded', opportunityId);
    expectOneKey(stage.sandbox, opportunityId, 2);
    await surface.close();
  });

  test('by sending again what had been: a refused duplicate proves nothing, so it stays unknown', async () => {
    const opportunityId = '20191215023';
    const surface = await releaseInto(opportunityId, [{ kind: 'answer-lost' }]);
    await waitUntilTold(surface, 'unknown', opportunityId);
    await settle(surface, 'send-again');
    await shown(surface, errorReasons['duplicate-request'].title).waitFor();
    await shown(surface, release.unknown(opportunityId)).waitFor();
    expectOneKey(stage.sandbox, opportunityId, 2);
    await surface.close();
  });

  test('by sending again where the platform absorbs repeats: succeeded, processed once', async () => {
    const opportunityId = '20191215024';
    const faults: Fault[] = [{ kind: 'answer-lost' }, { kind: 'duplicate-key', answer: 'success' }];
    const surface = await releaseInto(opportunityId, faults);
    await waitUntilTold(surface, 'unknown', opportunityId);
    await settle(surface, 'send-again');
    await waitUntilTold(surface, 'succeeded', opportunityId);
    expectOneKey(stage.sandbox, opportunityId, 2);
    await surface.close();
  });
});

test('a refusal by the service is a failure with its own words, and another try is a new intention', async () => {
  const opportunityId = '20191215030';
  const surface = await releaseInto(opportunityId, [
    { kind: 'error', code: 15, subCode: 'isv.opportunity-not-exist', subMsg: '商机不存在' },
  ]);
  await waitUntilTold(surface, 'failed', opportunityId);
  await surface.getByText(/isv\.opportunity-not-exist/).waitFor();
  await surface.getByRole('button', { name: release.releaseAgain }).click();
  await confirmRelease(surface);
  await waitUntilTold(surface, 'succeeded', opportunityId);
  expect(stage.sandbox.ledger().counts.byObject[opportunityId]).toMatchObject({ requests: 2, processed: 1 });
  await surface.close();
});

test('an expired session pauses the job with its sentence; a new session and “continue” finish it under its key', async () => {
  const opportunityId = '20191215031';
  const surface = await releaseInto(opportunityId, [{ kind: 'session-expired' }]);
  await shown(surface, errorReasons['session-expired'].title).waitFor();
  expect(stage.sandbox.ledger({ object: opportunityId }).counts.all.processed).toBe(0);

  const options = await stage.browser.openPage('options.html', { hash: '/connections' });
  await openSection(options, 'connections');
  await options.getByRole('button', { name: new RegExp(`^${words.edit}`) }).click();
  await options.locator('#connection-session').fill(defaultAccount.session);
  await options.getByRole('button', { name: words.save, exact: true }).click();
  await options.getByText(said.connections.saved(said.connections.platforms.top)).waitFor();
  await options.close();

  await surface.getByRole('button', { name: jobs.resume }).click();
  await waitUntilTold(surface, 'succeeded', opportunityId);
  expectOneKey(stage.sandbox, opportunityId, 2);
  await surface.close();
});

test('a throttled release says so, and is sent again by itself after the ban, under its key', async () => {
  const opportunityId = '20191215033';
  const surface = await releaseInto(opportunityId, [{ kind: 'throttled', seconds: 2 }]);
  await surface
    .getByText(release.waitingUntil('').trim().split(' ')[0] ?? '', { exact: false })
    .first()
    .waitFor();
  await waitUntilTold(surface, 'succeeded', opportunityId);
  expectOneKey(stage.sandbox, opportunityId, 2);
  const [first, second] = stage.sandbox.ledger({ object: opportunityId }).entries;
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(2000);
  await surface.close();
});

test('a clock that is an hour off is corrected by the platform’s own time, and the release is accepted', async () => {
  const opportunityId = '20191215032';
  const surface = await releaseInto(opportunityId, [{ kind: 'clock-off' }]);
  await waitUntilTold(surface, 'succeeded', opportunityId);
  expectOneKey(stage.sandbox, opportunityId, 2);
  await surface.close();
});

test('a browser that repeats a cut request by itself, on a connection it used before, repeats the key as well', async () => {
  const [first, second] = ['20191215035', '20191215036'] as const;
  stage.sandbox.keepConnections(true);
  const [before, surface] = await Promise.all([openReleaseForm(stage, first), openReleaseForm(stage, second)]);
  await confirmRelease(before);
  await waitUntilTold(before, 'succeeded', first);
  stage.sandbox.addFaults([{ kind: 'answer-lost', match: { object: second } }]);
  await confirmRelease(surface);
  // The gateway refuses the repeat as a duplicate, which does not tell what became of the first.
  await waitUntilTold(surface, 'unknown', second);
  expectOneKey(stage.sandbox, second, 2);
  stage.sandbox.keepConnections(false);
  await Promise.all([before.close(), surface.close()]);
});

// Last: the platform takes nothing from this app any more today, and the extension knows it.
test('a quota that is gone pauses the job and says until when', async () => {
  const opportunityId = '20191215034';
  const surface = await releaseInto(opportunityId, [{ kind: 'quota-gone' }]);
  await shown(surface, errorCodes['quota-gone'].title).waitFor();
  await surface.getByText(errorCodes['quota-gone'].nextUntil(nextChinaMidnight())).waitFor();
  expect(stage.sandbox.ledger({ object: opportunityId }).entries).toHaveLength(1);
  await surface.close();
});
