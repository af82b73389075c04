import type { ErrorData } from '@/lib/errors/app-error';
import type { IkcrmRetry } from '@/lib/platforms/ikcrm/failures';
import type { IkcrmFieldMessage } from '@/lib/platforms/ikcrm/field-messages';
import type { ChangeIssue } from './check-changes';
import type { EditComparison, FieldResult } from './compare-after';
import type { Change, Conflict } from './difference';
import type { Opportunity } from './opportunity';

/** An edit that reached the record. `results` is the before-image too: keep it, to undo. */
export interface EditEffect extends EditComparison {
  /** The record just before the edit, and after it. */
  now: Opportunity;
  after: Opportunity;
  /** `reading`: the CRM's answer did not come or did not say; the record itself shows it. */
  settledBy: 'answer' | 'reading';
}

/** What became of an edit. Each kind is one sentence of the interface. */
export type EditOutcome =
  /** Every field that the record shows holds what was wanted. */
  | ({ kind: 'saved' } & EditEffect)
  /** Some fields were taken, others not, or the CRM made something else of them. */
  | ({ kind: 'partly-refused' } & EditEffect)
  /** It holds all of it already; nothing was sent. */
  | { kind: 'nothing-to-do'; now: Opportunity }
  /** Somebody changed these fields meanwhile; nothing was sent. To go on, edit again with `now` as the beginning. */
  | { kind: 'conflict'; conflicts: Conflict[]; now: Opportunity }
  /** Nothing was sent. */
  | { kind: 'not-editable'; error: ErrorData; now: Opportunity }
  /** Nothing was sent. */
  | { kind: 'invalid'; issues: ChangeIssue[] }
  /** Refused for good: nothing was changed. `fields` are the CRM's words about single fields, `results` what the record shows. */
  | { kind: 'refused'; error: ErrorData; fields: readonly IkcrmFieldMessage[]; results?: FieldResult[] | undefined }
  /** Turned away before anything was done: the same edit may go again. */
  | { kind: 'not-processed'; error: ErrorData; retry: IkcrmRetry; until?: number | undefined }
  /** It left, and whether it was done is not known. `changes` are to be settled by `settleEdit` later. */
  | {
      kind: 'unknown';
      error: ErrorData;
      changes: readonly Change[];
      now: Opportunity;
      after?: Opportunity | undefined;
      results?: FieldResult[] | undefined;
    };
