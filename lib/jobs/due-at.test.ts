import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import type { JobRecord } from '@/lib/storage/schema';
import { dueAt } from './due-at';
import { emptyCounts } from './job-transaction';

const job: JobRecord = {
  id: 'job-1',
  intentId: 'intent-1',
  operation: 'release-opportunity',
  source: 'popup',
  connection: { id: 'top', name: '', endpoint: 'https://eco.taobao.com/router/rest', appKey: '12345678' },
  state: 'held',
  createdAt: 1000,
  heldUntil: 6000,
  notBefore: 6000,
  subject: '20191214888',
  total: 1,
  counts: { ...emptyCounts(), waiting: 1 },
};

const until = 90_000;
const paused = (code: ErrorData['code'], detail: ErrorData['detail'] = { until }): Partial<JobRecord> => ({
  state: 'paused',
  pausedBy: { code, detail },
});

describe('when a job may go on by itself', () => {
  it.each<[string, Partial<JobRecord>, number | undefined]>([
    ['held: at the end of its hold-back', { state: 'held' }, 6000],
    ['held for longer: not before that', { state: 'held', notBefore: 8000 }, 8000],
    ['running: when its back-off has ended', { state: 'running', notBefore: 7000 }, 7000],
    ['finished: never', { state: 'finished' }, undefined],
    ['throttled: at the end of the ban', paused('throttled'), until],
    ['quota gone: at midnight in China', paused('quota-gone'), until],
    ['offline: when the network is looked for again', paused('offline'), until],
    ['a CRM that is slow: when it is asked again', paused('timed-out'), until],
    ['a CRM that answers with web pages: when it is asked again', paused('unreadable-answer'), until],
    ['answers that nobody can read, without a time: when a person looks', paused('unreadable-answer', {}), undefined],
    ['throttled without a time: when a person says so', paused('throttled', {}), undefined],
    ['locked: when a person unlocks', paused('locked'), undefined],
    ['session expired: when a person signs in', paused('sign-in-again'), undefined],
    ['not allowed: when a person changes it', paused('not-allowed'), undefined],
    ['clock off: when a person looks', paused('clock-off'), undefined],
    ['a bug of ours: when a person says so', paused('bug'), undefined],
    ['paused for no reason we know: when a person says so', { state: 'paused' }, undefined],
  ])('%s', (_when, change, expected) => {
    expect(dueAt({ ...job, ...change })).toBe(expected);
  });
});
