import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import { dueAt } from '@/lib/jobs/due-at';
import { emptyCounts } from '@/lib/jobs/job-transaction';
import type { EditOutcome } from '@/lib/opportunities/edit-outcome';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import type { JobRecord } from '@/lib/storage/schema';
import { binding } from '@/test/fakes/job-world';
import { readEditResult } from './crm-send-result';

const record: Opportunity = { id: '1', values: {}, hidden: [], labels: {}, custom: {}, contacts: [] };
const effect = { results: [], alsoChanged: [], now: record, after: record, settledBy: 'answer' } as const;
const offline = { code: 'offline', detail: { reason: 'platform-unavailable' } } as const;
const now = 1_000_000;
const tried = (attempts: number, losses = attempts) => ({ attempts, losses });

const jobOf = (pausedBy: ErrorData): JobRecord => ({
  ...{ id: 'job', intentId: 'intent', operation: 'update-opportunity', source: 'panel', state: 'paused', pausedBy },
  ...{ connection: binding, createdAt: 0, heldUntil: 0, notBefore: 0, subject: '1', total: 1, counts: emptyCounts() },
});

describe('what an edit’s outcome means for its job', () => {
  it.each<[string, EditOutcome, string]>([
    ['all saved succeeded', { kind: 'saved', ...effect, results: [], alsoChanged: [] }, 'succeeded'],
    ['already so succeeded', { kind: 'nothing-to-do', now: record }, 'succeeded'],
    ['partly taken is no success', { kind: 'partly-refused', ...effect, results: [], alsoChanged: [] }, 'failed'],
    ['a conflict failed, unsent', { kind: 'conflict', conflicts: [], now: record }, 'failed'],
    ['not editable failed, unsent', { kind: 'not-editable', error: offline, now: record }, 'failed'],
    ['refused failed', { kind: 'refused', error: offline, fields: [] }, 'failed'],
    ['invalid failed', { kind: 'invalid', issues: [{ field: 'note', reason: 'too-long' }] }, 'failed'],
  ])('%s', (_name, outcome, state) => {
    expect(readEditResult(outcome, tried(1), now)).toMatchObject({ kind: 'answered', outcomes: [{ state }] });
  });

  it('looks for an edit without an answer again, and leaves it to a person in the end', () => {
    const unknown: EditOutcome = { kind: 'unknown', error: offline, changes: [], now: record };
    expect(readEditResult(unknown, tried(1), now)).toEqual({ kind: 'lost', error: offline });
    expect(readEditResult(unknown, tried(3), now)).toMatchObject({
      kind: 'answered',
      outcomes: [{ state: 'unknown' }],
    });
    expect(readEditResult(unknown, tried(9, 2), now)).toEqual({ kind: 'lost', error: offline });
  });

  it('pauses for what only a person can mend, and waits as long as the CRM asks', () => {
    const again = { code: 'sign-in-again', detail: { reason: 'signed-in-elsewhere' } } as const;
    expect(readEditResult({ kind: 'not-processed', error: again, retry: 'no' }, tried(1), now)).toEqual({
      kind: 'paused',
      error: again,
    });
    const throttled: EditOutcome = { kind: 'not-processed', error: offline, retry: 'wait', until: now + 5000 };
    expect(readEditResult(throttled, tried(1), now)).toEqual({
      kind: 'not-processed',
      error: offline,
      retryAt: now + 5000,
    });
    expect(readEditResult(throttled, tried(9), now)).toMatchObject({
      kind: 'paused',
      error: { detail: { until: now + 5000 } },
    });
  });

  it.each(['offline', 'timed-out', 'unreadable-answer'] as const)(
    'lets a job rest that could not read for long (%s), and go on by itself',
    (code) => {
      const outcome: EditOutcome = { kind: 'not-processed', error: { code, detail: {} }, retry: 'transient' };
      const result = readEditResult(outcome, tried(5), now);
      if (result.kind !== 'paused') throw new Error(result.kind);
      expect(dueAt(jobOf(result.error))).toBe(now + 300_000);
    },
  );
});
