import type { JobRecord, RowRecord } from '@/lib/storage/schema';
import type { DraftRules } from './draft-rules';

export interface PersonTrace {
  field: string;
  trace: string;
}

/** Whom the row reaches, as jobs are found by it. */
export function peopleOf(
  { values }: Pick<RowRecord, 'values'>,
  { shared = {} }: { shared?: Readonly<Record<string, string>> | undefined },
  { people }: Rules,
): PersonTrace[] {
  return (people?.fields ?? []).flatMap((field) => {
    const value = values[field]?.trim() ?? '';
    return value === '' ? [] : [{ field, trace: people?.traceOf(field, value, shared) ?? '' }];
  });
}

/** The row of an earlier job that this one tries again: its id may be another each time. */
export function retriedRow({ earlierIndex }: RowRecord, { retryOf }: JobRecord): string | undefined {
  return retryOf === undefined || earlierIndex === undefined ? undefined : `retry ${retryOf} ${earlierIndex}`;
}

/** What a row is found by beside its object. */
export function tracesOf(row: RowRecord, job: JobRecord, rules: Rules): string[] {
  const retried = retriedRow(row, job);
  return [...(retried === undefined ? [] : [retried]), ...peopleOf(row, job, rules).map(({ trace }) => trace)];
}

type Rules = Pick<DraftRules, 'people'>;
