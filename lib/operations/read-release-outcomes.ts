import { readAnswer } from './answer-shape';
import type { RowOutcome, RowValues } from './operation';
import { releaseOpportunity } from './release-opportunity';

/** Released is what the answer names; another id, or none, is no proof of anything. */
export function readReleaseOutcomes(answer: unknown, rows: readonly RowValues[]): RowOutcome[] {
  const value = readAnswer(releaseOpportunity.answer, answer)?.value;
  return rows.map(({ opportunity_id }): RowOutcome => {
    if (typeof value !== 'string') return { state: 'unknown', reason: 'answer-without-value' };
    if (value === opportunity_id) return { state: 'succeeded', value };
    return { state: 'unknown', reason: 'answer-for-another-id', value: value.slice(0, 64) };
  });
}
