import { describe, expect, it } from 'vitest';
import type { JobSummary } from '@/lib/messages/app-state';
import { fakeJob } from '@/test/fakes/fake-state';
import { badgeFor } from './badge';

const none = { waiting: 0, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 };
const held = fakeJob();
const running = fakeJob({ state: 'running', counts: { ...none, sending: 1 } });
const paused = fakeJob({ state: 'paused', pausedBy: { code: 'locked', detail: {} } });
const unknown = fakeJob({ state: 'finished', counts: { ...none, unknown: 1 } });
const done = fakeJob({ state: 'finished', counts: { ...none, succeeded: 1 } });
const failed = fakeJob({ state: 'finished', counts: { ...none, failed: 1 } });
const many = fakeJob({ state: 'running', total: 300, counts: { ...none, succeeded: 199, waiting: 100, sending: 1 } });

describe('the badge', () => {
  it.each<[string, JobSummary[], string]>([
    ['is empty without jobs', [], ''],
    ['is empty when all is done', [done, failed], ''],
    ['counts jobs at work', [held, running, done], '2'],
    ['counts jobs that need a decision before jobs at work', [held, running, unknown], '1'],
    ['counts a paused job as one that needs a decision', [paused, unknown, held], '2'],
    ['tells how far the only job of many rows is', [many, done], '66%'],
    ['counts it where others are at work', [many, held], '2'],
    ['leaves out drafts', [fakeJob({ state: 'draft' })], ''],
    ['counts a job once that is both', [{ ...paused, counts: { ...none, unknown: 2, waiting: 1 } }], '1'],
  ])('%s', (_what, jobs, text) => {
    expect(badgeFor(jobs).text).toBe(text);
  });

  it('that asks for a decision has another colour than one that only counts', () => {
    expect(badgeFor([unknown]).color).not.toBe(badgeFor([held]).color);
    expect(badgeFor([paused]).color).toBe(badgeFor([unknown]).color);
  });
});
