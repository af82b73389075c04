import type { ClaimedRequest } from '@/lib/jobs/claim-request';
import type { SendResult } from '@/lib/jobs/send-result';
import { type CrmEdit, sentEditSchema } from '@/lib/messages/crm-contract';
import { editOutcomeSchema, opportunitySchema } from '@/lib/messages/crm-records';
import { editUnseen, type UnseenEdit } from '@/lib/opportunities/edit-opportunity';
import type { EditOutcome } from '@/lib/opportunities/edit-outcome';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import type { CallCrm } from '@/lib/opportunities/read-record';
import { settleEdit } from '@/lib/opportunities/settle-edit';
import { planUndo } from '@/lib/opportunities/undo-plan';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, RowRecord } from '@/lib/storage/schema';
import { readCrmEdit, writeCrmEdit } from './crm-edits';
import { readKeptKnowledge } from './crm-knowledge';
import { editMissing, interrupted } from './crm-send-follow-up';
import { readEditResult } from './crm-send-result';

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
  const kept = await readCrmEdit(database, job.id, row.index);
  // How many fields of an undo stay as somebody else left them.
  let stays = 0;
  const prepare = async (now: Opportunity): Promise<UnseenEdit> => {
    const { wanted, origin, refused } = await wantedOf(database, { job, row, now });
    stays = refused;
    const edit: CrmEdit = { connectionId: job.connection.id, before: opportunitySchema.parse(now), wanted, origin };
    const connection = { id: job.connection.id, baseUrl: job.connection.endpoint };
    const { maps, groups } = await readKeptKnowledge(database, { connection, templateId: now.customFieldTemplateId });
    return {
      ...{ wanted, origin, knowledge: { maps, customFields: groups?.flatMap(({ fields }) => fields) } },
      beforeWrite: (sent) => writeCrmEdit(database, job.id, { ...edit, sent: sentEditSchema.parse(sent) }, row.index),
    };
  };
  const why = kept?.outcome?.kind === 'unknown' ? kept.outcome.error : interrupted;
  const outcome = kept?.sent ? await settleEdit(call, kept.sent, why) : await editUnseen(call, row.subject, prepare);
  await keepOutcome(database, { job, row, outcome });
  return readUnseenResult(outcome, { stays, attempts: request.attempts.length, now: clock() });
}

async function wantedOf(
  database: Database,
  { job, row, now }: { job: JobRecord; row: RowRecord; now: Opportunity },
): Promise<Pick<CrmEdit, 'wanted' | 'origin'> & { refused: number }> {
  if (!job.undoOf) {
    const { id: _, ...wanted } = row.values;
    return { wanted, origin: 'person', refused: 0 };
  }
  const undone = (await readCrmEdit(database, job.undoOf, row.earlierIndex))?.outcome;
  const results = (undone && 'results' in undone ? undone.results : undefined) ?? [];
  const { restore, refused } = planUndo(results, now);
  return { wanted: { ...restore }, origin: 'undo', refused: refused.length };
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
function readUnseenResult(
  outcome: EditOutcome,
  { stays, attempts, now }: { stays: number; attempts: number; now: number },
): SendResult {
  if (stays > 0 && outcome.kind === 'nothing-to-do')
    return { kind: 'answered', outcomes: [{ state: 'skipped', reason: 'undo-kept' }] };
  if (stays > 0 && outcome.kind === 'saved')
    return { kind: 'answered', outcomes: [{ state: 'succeeded', reason: 'undo-partly-kept' }] };
  return readEditResult(outcome, attempts, now);
}
