import { describe, expect, it } from 'vitest';
import type { EditOutcome } from '@/lib/opportunities/edit-outcome';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import { readEditResult } from './crm-send-result';

const record: Opportunity = { id: '1', values: {}, hidden: [], labels: {}, custom: {}, contacts: [] };
const effect = { results: [], alsoChanged: [], now: record, after: record, settledBy: 'answer' } as const;
const offline = { code: 'offline', detail: { reason: 'platform-unavailable' } } as const;
const now = 1_000_000;

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
    expect(readEditResult(outcome, 1, now)).toMatchObject({ kind: 'answered', outcomes: [{ state }] });
  });

  it('looks for an edit without an answer again, and leaves it to a person in the end', () => {
    const unknown: EditOutcome = { kind: 'unknown', error: offline, changes: [], now: record };
    expect(readEditResult(unknown, 1, now)).toEqual({ kind: 'lost', error: offline });
    expect(readEditResult(unknown, 3, now)).toMatchObject({ kind: 'answered', outcomes: [{ state: 'unknown' }] });
  });

  it('pauses for what only a person can mend, and waits as long as the CRM asks', () => {
    const again = { code: 'sign-in-again', detail: { reason: 'signed-in-elsewhere' } } as const;
    expect(readEditResult({ kind: 'not-processed', error: again, retry: 'no' }, 1, now)).toEqual({
      kind: 'paused',
      error: again,
    });
    const throttled: EditOutcome = { kind: 'not-processed', error: offline, retry: 'wait', until: now + 5000 };
    expect(readEditResult(throttled, 1, now)).toEqual({ kind: 'not-processed', error: offline, retryAt: now + 5000 });
    expect(readEditResult(throttled, 9, now)).toMatchObject({
      kind: 'paused',
      error: { detail: { until: now + 5000 } },
    });
  });
});
