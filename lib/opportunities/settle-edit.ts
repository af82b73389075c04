import type { ErrorData } from '@/lib/errors/app-error';
import { compareAfter, type EditComparison, type FieldResult } from './compare-after';
import type { Change } from './difference';
import type { EditOutcome } from './edit-outcome';
import type { Opportunity } from './opportunity';
import { type CallCrm, readRecord } from './read-record';

/** An edit that left: what it asked, and the record just before it. */
export interface SentEdit {
  changes: readonly Change[];
  now: Opportunity;
}

/**
 * Settles an edit whose answer did not come, by reading the record: saved when it shows all that was wanted. Anything
 * else stays unknown, since the edit may still be on its way. `error` says why there is no answer.
 */
export async function settleEdit(call: CallCrm, sent: SentEdit, error: ErrorData): Promise<EditOutcome> {
  const reading = await readRecord(call, sent.now.id);
  if (reading.kind === 'not-read') return { kind: 'unknown', error, ...sent };
  const comparison = compareAfter(sent.changes, sent.now, reading.opportunity);
  const isSaved = sent.changes.length > 0 && comparison.results.every(({ state }) => state === 'saved');
  if (isSaved) return { kind: 'saved', ...comparison, now: sent.now, after: reading.opportunity, settledBy: 'reading' };
  return { kind: 'unknown', error, ...sent, after: reading.opportunity, results: comparison.results };
}

/** What the record shows after the CRM has said yes, field by field. */
export function settleAnswered(
  sent: SentEdit,
  after: Opportunity,
  settledBy: 'answer' | 'reading',
  refusal?: ErrorData,
): EditOutcome {
  const comparison = compareAfter(sent.changes, sent.now, after);
  const effect = { ...comparison, now: sent.now, after, settledBy };
  const has = (...states: FieldResult['state'][]) => comparison.results.some(({ state }) => states.includes(state));
  const { results } = comparison;
  // Where the CRM said no, only what is seen counts.
  if (refusal && has('not-shown')) return { kind: 'unknown', error: refusal, ...sent, after, results };
  if (!has('saved', 'changed-by-crm')) {
    if (has('refused')) return { kind: 'refused', error: refusal ?? notTaken(comparison), fields: [], results };
    return { kind: 'unknown', error: refusal ?? notShown, ...sent, after, results };
  }
  return has('refused', 'changed-by-crm') ? { kind: 'partly-refused', ...effect } : { kind: 'saved', ...effect };
}

const notShown: ErrorData = { code: 'outcome-unknown', detail: { reason: 'fields-not-shown' } };

function notTaken({ results }: EditComparison): ErrorData {
  return { code: 'rejected', detail: { reason: 'fields-not-taken', path: results[0]?.field } };
}
