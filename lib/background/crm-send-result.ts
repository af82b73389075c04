import type { ErrorData } from '@/lib/errors/app-error';
import { lossesWith } from '@/lib/jobs/attempt-step';
import { backOffMs } from '@/lib/jobs/back-off';
import type { SendResult } from '@/lib/jobs/send-result';
import type { RowOutcome } from '@/lib/operations/operation';
import type { FieldResult } from '@/lib/opportunities/compare-after';
import type { EditOutcome } from '@/lib/opportunities/edit-outcome';
import type { FollowUpOutcome } from '@/lib/opportunities/write-follow-up';
import { wholeRecord } from '@/lib/platforms/ikcrm/field-messages';
import type { RequestRecord } from '@/lib/storage/schema';

/** A CRM that is down is asked so often in a row; then the job stands still for a while, and says so. */
const patientAttempts = 5;
const longRestMs = 300_000;
/** An edit whose answer was lost is looked for that often. */
const settlingAttempts = 3;

/** How often a request has left by now, and how often its answer was lost, this time included. */
export interface Tried {
  attempts: number;
  losses: number;
}

export function triedOf(request: RequestRecord): Tried {
  return { attempts: request.attempts.length, losses: lossesWith(request) };
}

/** What an edit's outcome means for its job's one row. */
export function readEditResult(outcome: EditOutcome, { attempts, losses }: Tried, now: number): SendResult {
  switch (outcome.kind) {
    case 'saved':
      return answered({ state: 'succeeded', reason: 'edit-saved' });
    case 'nothing-to-do':
      return answered({ state: 'succeeded', reason: 'edit-nothing-to-do' });
    case 'partly-refused':
      return answered({
        ...{ state: 'failed', reason: 'edit-partly-refused', note: 'partly' },
        fields: notTaken(outcome.results),
      });
    case 'conflict':
      return answered({
        ...{ state: 'failed', reason: 'edit-conflict' },
        fields: outcome.conflicts.map(({ field }) => field),
      });
    case 'invalid': {
      const reason = outcome.issues[0]?.reason;
      const alike = outcome.issues.filter((issue) => issue.reason === reason);
      return answered({ state: 'failed', reason, fields: alike.map(({ field }) => field) });
    }
    case 'not-editable':
      return answered(failedOutcome(outcome.error));
    case 'refused':
      return answered({ ...failedOutcome(outcome.error), ...refusedFields(outcome) });
    case 'unknown':
      // Read often enough without seeing it: from here on a person decides, or has it read again.
      if (losses >= settlingAttempts) return answered(unknownOutcome(outcome.error));
      return { kind: 'lost', error: outcome.error };
    case 'not-processed':
      return readNotProcessed(outcome, attempts, now);
  }
}

/** What a follow-up's outcome means for its job's one row. No reading settles one, so that a person decides at once. */
export function readFollowUpResult(outcome: FollowUpOutcome, { attempts }: Tried, now: number): SendResult {
  switch (outcome.kind) {
    case 'written': {
      const { stage, logId: value } = outcome;
      if (stage?.state === 'not-shown') return answered({ state: 'unknown', reason: 'stage-not-shown', value });
      const isMoved = stage === undefined || stage.state === 'saved';
      return answered(
        isMoved
          ? { state: 'succeeded', reason: 'follow-up-written', value }
          : { state: 'failed', reason: 'stage-not-moved', value },
      );
    }
    case 'stage-changed':
      return answered({ state: 'failed', reason: 'edit-conflict' });
    case 'not-editable':
    case 'refused':
      return answered(failedOutcome(outcome.error));
    case 'unknown':
      return answered(unknownOutcome(outcome.error));
    case 'not-processed':
      return readNotProcessed(outcome, attempts, now);
  }
}

function readNotProcessed(
  { error, retry, until }: Extract<EditOutcome, { kind: 'not-processed' }>,
  attempts: number,
  now: number,
): SendResult {
  if (retry === 'no') return { kind: 'paused', error };
  if (attempts < patientAttempts)
    return { kind: 'not-processed', error, retryAt: Math.max(until ?? 0, now + backOffMs(attempts)) };
  return { kind: 'paused', error: { ...error, detail: { ...error.detail, until: until ?? now + longRestMs } } };
}

/** Fields that do not hold what was asked. */
function notTaken(results: readonly FieldResult[]): string[] {
  return results.filter(({ state }) => state === 'refused' || state === 'changed-by-crm').map(({ field }) => field);
}

/** Those that the CRM named, without its word for the record as a whole; else those that the record shows unchanged. */
function refusedFields({
  fields,
  results = [],
}: Extract<EditOutcome, { kind: 'refused' }>): Pick<RowOutcome, 'fields'> {
  const named = fields.map(({ field }) => field).filter((field) => field !== wholeRecord);
  const about = named.length > 0 ? [...new Set(named)] : notTaken(results);
  return about.length > 0 ? { fields: about } : {};
}

function failedOutcome({ code, detail }: ErrorData): RowOutcome {
  return { state: 'failed', reason: detail.reason ?? code, platform: detail.platform };
}

function unknownOutcome({ code, detail }: ErrorData): RowOutcome {
  return { state: 'unknown', reason: detail.reason ?? code, platform: detail.platform };
}

function answered(outcome: RowOutcome): SendResult {
  return { kind: 'answered', outcomes: [outcome] };
}
