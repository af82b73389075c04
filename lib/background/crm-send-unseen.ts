import type { ClaimedRequest } from '@/lib/jobs/claim-request';
import type { SendResult } from '@/lib/jobs/send-result';
import { type CrmEdit, sentEditSchema } from '@/lib/messages/crm-contract';
import { editOutcomeSchema, opportunitySchema } from '@/lib/messages/crm-records';
import type { RowOutcome } from '@/lib/operations/operation';
import { editUnseen, type UnseenEdit } from '@/lib/opportunities/edit-opportunity';
import type { EditOutcome } from '@/lib/opportunities/edit-outcome';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import type { CallCrm } from '@/lib/opportunities/read-record';
import { settleEdit } from '@/lib/opportunities/settle-edit';
import type { UndoRefusal } from '@/lib/opportunities/undo-plan';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, RowRecord } from '@/lib/storage/schema';
import { readCrmEdit, writeCrmEdit } from './crm-edits';
import { editMissing, interrupted } from './crm-send-follow-up';
import { readEditResult, triedOf } from './crm-send-result';
import { knowledgeFor, planRowUndo, readUndone, wantedOf } from './crm-unseen-wanted';

interface Parts {
  database: Database;
  clock: () => number;
}

/**
 * Writes one record of many. What it held, and what is about to leave, are on disk before it does; an edit that stands
 * there as left is never sent again but settled by reading.
 */
export async function sendUnseen(
  parts: Parts,
  call: CallCrm,
  { job, request, rows }: ClaimedRequest,
): Promise<SendResult> {
  const [row] = rows;
  if (!row) return { kind: 'paused', error: editMissing };
  const { database, clock } = parts;
  const place = { job, row };
  const kept = await readCrmEdit(database, job.id, row.index);
  const why = kept?.outcome?.kind === 'unknown' ? kept.outcome.error : interrupted;
  const isCleared = job.undoOf !== undefined && !(await readUndone(database, place));
  if (isCleared && !kept?.sent) return answered({ state: 'failed', reason: 'before-not-known' });
  const outcome = kept?.sent
    ? await settleEdit(call, kept.sent, why)
    : await editUnseen(call, row.subject, (now) => prepareEdit(parts, call, { ...place, now }));
  await keepOutcome(database, { ...place, outcome });
  const result = readEditResult(outcome, triedOf(request), clock());
  if (job.undoOf === undefined || (outcome.kind !== 'saved' && outcome.kind !== 'nothing-to-do')) return result;
  // By the record as it was before anything was put back, whichever worker that was.
  const { refused } = await planRowUndo(database, { ...place, now: outcome.now });
  return refused.length === 0 ? result : keptResult(outcome.kind, refused);
}

async function prepareEdit(
  { database, clock }: Parts,
  call: CallCrm,
  place: { job: JobRecord; row: RowRecord; now: Opportunity },
): Promise<UnseenEdit> {
  const { job, row, now } = place;
  const { maps, groups } = await knowledgeFor({ database, call, clock }, place);
  const origin = job.undoOf === undefined ? ('person' as const) : ('undo' as const);
  const { wanted, issues } =
    origin === 'undo'
      ? { wanted: (await planRowUndo(database, place)).restore, issues: [] }
      : wantedOf(row, { maps, groups });
  const edit: CrmEdit = { connectionId: job.connection.id, before: opportunitySchema.parse(now), wanted, origin };
  return {
    ...{ wanted, origin, issues, knowledge: { maps, customFields: groups?.flatMap(({ fields }) => fields) } },
    beforeWrite: (sent) => writeCrmEdit(database, job.id, { ...edit, sent: sentEditSchema.parse(sent) }, row.index),
  };
}

async function keepOutcome(
  database: Database,
  { job, row, outcome }: { job: JobRecord; row: RowRecord; outcome: EditOutcome },
): Promise<void> {
  // Only what left has something to keep.
  const edit = await readCrmEdit(database, job.id, row.index);
  if (!edit) return;
  const { sent, outcome: _, ...asked } = edit;
  const isOpen = outcome.kind === 'not-processed';
  const kept: CrmEdit = { ...asked, ...(isOpen ? {} : { sent }), outcome: editOutcomeSchema.parse(outcome) };
  await writeCrmEdit(database, job.id, kept, row.index);
}

/** An undo that finds a record changed since leaves it, and says so. */
function keptResult(kind: 'saved' | 'nothing-to-do', refused: readonly UndoRefusal[]): SendResult {
  const fields = refused.map(({ field }) => field);
  if (kind === 'saved') return answered({ state: 'succeeded', reason: 'undo-partly-kept', fields });
  const other = refused.find(({ reason }) => reason !== 'changed-since');
  if (other) return answered({ state: 'failed', reason: other.reason, fields: [other.field] });
  return answered({ state: 'skipped', reason: 'undo-kept', note: 'kept', fields });
}

function answered(outcome: RowOutcome): SendResult {
  return { kind: 'answered', outcomes: [outcome] };
}
