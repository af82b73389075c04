import type { Page } from 'playwright-core';
import type { AppState, JobSummary } from '../../lib/messages/app-state.ts';
import { answerInstead } from './answer-instead.ts';
import { type BulkStep, bulkScreen } from './bulk-screens.ts';
import { bulkJob, doneRows, failedRows, fakeJobId, resultRow, skippedRow, unknownRows } from './fake-bulk.ts';
import type { Screen } from './screens.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

type JobLook = {
  rows?: readonly (typeof doneRows)[number][];
  /** Other jobs that it is linked with. */
  others?: JobSummary[];
  vault?: AppState['vault'];
  act?: (step: BulkStep) => Promise<unknown>;
};

/** A job of many rows that only this page knows of. */
function job(
  name: string,
  told: Parameters<typeof bulkJob>[0],
  { rows = doneRows, others = [], vault, act }: JobLook = {},
): Screen {
  return bulkScreen(`job-${name}`, `/jobs/${fakeJobId}`, async (step) => {
    const state = { jobs: [bulkJob(told), ...others], ...(vault && { vault }) };
    await answerInstead(step.page, { 'job.rows': [{ rows: [...rows] }] }, [state]);
    await act?.(step);
  });
}

const half = { succeeded: 212, failed: 3, waiting: 185 };
const waiting = { succeeded: 212, waiting: 188 };
const hourMs = 3_600_000;
const midnight = Math.ceil((Date.now() + 8 * hourMs) / (24 * hourMs)) * 24 * hourMs - 8 * hourMs;
const refusal = { code: '15', subCode: 'isv.territory-not-exist', message: '领地不存在', requestId: '16r9xkq0bz7vc' };

function paused(
  name: string,
  pausedBy: JobSummary['pausedBy'],
  { rows, vault, ...change }: Parameters<typeof bulkJob>[0] & Pick<JobLook, 'rows' | 'vault'> = {},
): Screen {
  const told = { state: 'paused' as const, counts: waiting, pausedBy, ...change };
  const screen = job(`paused-${name}`, told, { ...(rows && { rows }), ...(vault && { vault }) });
  // One with the most in it stands for all: what it says, what the platform said, a door to the settings.
  return name === 'session' ? screen : { ...screen, isVariant: true };
}

const lastFailure = { code: 'rejected' as const, detail: { platform: refusal } };
const mixed = { succeeded: 371, failed: 3, unknown: 0, skipped: 26 };
const many = { operation: 'sell-cards', label: '十二月开卡.xlsx' } as const;

const listed: JobSummary[] = [
  bulkJob({ id: 'A1', counts: half, lastFailure }),
  bulkJob({
    id: 'A2',
    ...many,
    state: 'paused',
    counts: waiting,
    pausedBy: { code: 'quota-gone', detail: { until: midnight } },
  }),
  bulkJob({
    id: 'A3',
    state: 'draft',
    counts: { waiting: 20_000 },
    operation: 'submit-outreach',
    label: '双十二短信_老客.csv',
  }),
  bulkJob({
    id: 'A4',
    state: 'finished',
    counts: { ...mixed, unknown: 3 },
    label: `${'北京市朝阳区三里屯太古里南区'.repeat(4)}.xlsx`,
  }),
  bulkJob({
    id: 'A5',
    operation: 'update-opportunity',
    state: 'finished',
    counts: { succeeded: 30 },
    label: '清理备注.xlsx',
  }),
];

/** A job from its confirmation to what became of it, every way that it may stand still, and the list of jobs. */
export const bulkJobScreens: readonly Screen[] = [
  job('preparing', {
    state: 'preparing',
    counts: { waiting: 100_000 },
    progress: { phase: 'preparing', done: 41_000 },
  }),
  job('preparing-storage-full', {
    state: 'preparing',
    counts: { waiting: 100_000 },
    progress: { phase: 'preparing', done: 41_000, stuckBy: { code: 'storage-full', detail: {} } },
  }),
  bulkScreen('job-held', `/jobs/${fakeJobId}`, async ({ page }) => {
    const now = Date.now();
    const told = bulkJob({
      state: 'held',
      createdAt: now,
      heldUntil: now + 60_000,
      counts: { waiting: 374, skipped: 26 },
    });
    await answerInstead(page, { 'job.rows': [{ rows: [skippedRow('excluded')] }] }, [{ jobs: [told] }]);
  }),
  bulkScreen('job-running', `/jobs/${fakeJobId}`, async ({ page }) => {
    const at = (succeeded: number) =>
      bulkJob({ counts: { succeeded, failed: 3, sending: 4, waiting: 393 - succeeded }, lastFailure });
    // The pace is what was watched; the page asks again by itself while nobody tells it anything.
    await answerInstead(page, { 'job.rows': [{ rows: failedRows }] }, [{ jobs: [at(180)] }, { jobs: [at(212)] }]);
    await page
      .getByText(/每秒|a second/)
      .first()
      .waitFor();
  }),
  job('running-resending', {
    ...many,
    counts: { succeeded: 2400, sending: 100, waiting: 2500 },
    lastFailure: { code: 'outcome-unknown', detail: { reason: 'connection' } },
  }),
  job('running-waiting', { counts: waiting, notBefore: Date.now() + 90_000 }),

  paused('by-person', { code: 'not-allowed', detail: { reason: 'paused-by-person' } }),
  paused('quota', { code: 'quota-gone', detail: { until: midnight } }),
  paused('banned', { code: 'throttled', detail: { until: Date.now() + 22 * 60_000 } }),
  paused('session', {
    code: 'sign-in-again',
    detail: {
      reason: 'session-expired',
      platform: { code: '27', message: 'Invalid session', requestId: '16r9xkq0bz7vc' },
    },
  }),
  paused('offline', { code: 'offline', detail: { reason: 'no-network', until: Date.now() + 30_000 } }),
  paused(
    'no-answers',
    { code: 'outcome-unknown', detail: { reason: 'no-answers' } },
    {
      counts: { succeeded: 207, unknown: 5, waiting: 188 },
      lastFailure: { code: 'outcome-unknown', detail: { reason: 'connection' } },
      rows: unknownRows,
    },
  ),
  paused(
    'same-failure',
    { code: 'rejected', detail: { reason: 'same-failure', platform: refusal } },
    { counts: half, lastFailure, rows: failedRows },
  ),
  paused('locked', { code: 'locked', detail: {} }, { vault: { state: 'locked', mode: 'passphrase' } }),
  paused('storage-full', { code: 'storage-full', detail: {} }),
  paused('connection-changed', { code: 'not-allowed', detail: { reason: 'connection-changed' } }),
  paused('clock-off', { code: 'clock-off', detail: {} }),

  job('done', { state: 'finished', finishedAt: Date.now(), counts: { succeeded: 400 } }),
  job('mixed', { state: 'finished', finishedAt: Date.now(), counts: mixed }, { rows: failedRows }),
  job(
    'unknown',
    { state: 'finished', finishedAt: Date.now(), counts: { ...mixed, succeeded: 368, unknown: 3 } },
    {
      rows: unknownRows,
      act: ({ page, words }) => button(page, words.job.details(unknownRows[0]?.subject ?? '')).click(),
    },
  ),
  job(
    'decide-all',
    { ...many, state: 'finished', finishedAt: Date.now(), counts: { succeeded: 4997, unknown: 3 } },
    {
      rows: unknownRows,
      act: ({ page, words }) =>
        button(page, words.job.decideAllAgain(words['sell-cards']['send-again'].label, '3')).click(),
    },
  ),
  job(
    'failed-row',
    { state: 'finished', finishedAt: Date.now(), counts: mixed },
    {
      rows: failedRows,
      act: ({ page, words }) => button(page, words.job.details(failedRows[0]?.subject ?? '')).click(),
    },
  ),
  job(
    'export',
    { state: 'finished', finishedAt: Date.now(), counts: mixed },
    {
      rows: failedRows,
      act: ({ page, words }) => button(page, words.job.exportResult).click(),
    },
  ),
  job(
    'cancel',
    { counts: { ...half, sending: 0 } },
    { act: ({ page, words }) => button(page, words.job.cancel).click() },
  ),
  job(
    'cancelled',
    { state: 'finished', finishedAt: Date.now(), counts: { cancelled: 400 } },
    {
      rows: [resultRow(0, { state: 'cancelled', attempts: [] })],
    },
  ),
  job(
    'undo',
    {
      ...{ operation: 'update-opportunity', label: '清理备注.xlsx', undoOf: '01KAFSVAH6M2R4T6V8X0Z2B4D0' },
      ...{
        state: 'finished',
        finishedAt: Date.now(),
        counts: { succeeded: 27, skipped: 1, failed: 1 },
        noted: { kept: 1 },
      },
    },
    { rows: [resultRow(0, { state: 'failed', outcome: { at: Date.now(), reason: 'record-locked' } })] },
  ),
  job(
    'edits-partly',
    {
      ...{ operation: 'update-opportunity', label: '清理备注.xlsx', state: 'finished', finishedAt: Date.now() },
      ...{ counts: { failed: 2, cancelled: 3 }, noted: { partly: 1 } },
    },
    {
      rows: [
        resultRow(0, {
          ...{ state: 'failed', outcome: { at: Date.now(), reason: 'edit-partly-refused', fields: ['expect_amount'] } },
        }),
        resultRow(1, {
          state: 'failed',
          outcome: {
            at: Date.now(),
            ...{ reason: 'no-permission-or-not-found', platform: { code: '100100', message: '没有权限' } },
          },
        }),
      ],
      act: ({ page, words }) => button(page, words.job.details('20191215100')).click(),
    },
  ),
  job(
    'outreach-unknown',
    { operation: 'submit-outreach', state: 'finished', finishedAt: Date.now(), counts: { succeeded: 5, unknown: 2 } },
    {
      rows: [0, 1].map((index) => ({
        ...resultRow(index, { state: 'unknown', outcome: { at: Date.now(), reason: 'no-answer' } }),
        ...{ subject: `${fakeJobId}-${index}`, values: { phone_number: `138****567${index}`, user_name: '张三' } },
      })),
      act: ({ page, words }) => button(page, words.job.details(`${fakeJobId}-0`)).click(),
    },
  ),
  job(
    'retried',
    { state: 'finished', finishedAt: Date.now(), counts: mixed },
    {
      rows: failedRows,
      others: [
        bulkJob({ id: '01KAFSVAH6M2R4T6V8X0Z2B4D7', retryOf: fakeJobId, state: 'draft', counts: { waiting: 3 } }),
      ],
    },
  ),

  bulkScreen('jobs-many', '/jobs', async ({ page, said }) => {
    await answerInstead(page, { 'job.list': [{ jobs: [], more: true }] }, [{ jobs: listed }]);
    await page.getByText(said.job.drafts).first().waitFor();
  }),
  bulkScreen('jobs-no-match', '/jobs', async ({ page, said }) => {
    await answerInstead(page, { 'job.search': [{ jobs: [], more: false }] }, [{ jobs: listed }]);
    await page.locator('#job-search').fill('99999999999');
    await page.getByText(said.job.nothingMatches).waitFor();
  }),
  {
    ...{ name: 'popup-bulk-jobs', state: 'ready', file: 'popup.html', tab: 'none' },
    act: (page) => answerInstead(page, {}, [{ jobs: listed }]),
  },
];
