import { AppError } from '@/lib/errors/app-error';
import type { CrmFollowUp } from '@/lib/messages/crm-contract';
import { opportunitySchema } from '@/lib/messages/crm-records';
import type { EditOutcome } from '@/lib/opportunities/edit-outcome';
import { offeredOptions } from '@/lib/opportunities/field-options';
import { checkFollowUp, type FollowUp } from '@/lib/opportunities/follow-up';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord } from '@/lib/storage/schema';
import { createCrmJob, readCrmEdit, writeCrmEdit } from './crm-edits';
import type { CrmKnowledge } from './crm-knowledge';
import { crmFollowUpOperation } from './crm-operation';

interface Parts {
  database: Database;
  clock: () => number;
  newId: () => string;
}

interface NewFollowUp extends Pick<JobRecord, 'intentId' | 'source' | 'connection' | 'operator'> {
  before: Opportunity;
  followUp: FollowUp;
}

/** Writes the job down with what it is to write. `created` as with `createJob`. */
export async function createFollowUpJob({ database, clock, newId }: Parts, asked: NewFollowUp) {
  const { intentId, source, connection, operator, before, followUp } = asked;
  const jobId = newId();
  const written: CrmFollowUp = {
    connectionId: connection.id,
    before: opportunitySchema.parse(before),
    followUp: withoutEmpty(followUp),
  };
  return createCrmJob(
    database,
    {
      id: jobId,
      intentId,
      operation: crmFollowUpOperation,
      source,
      connection,
      operator,
      label: before.values.title?.slice(0, 200) || undefined,
      rows: [rowOf(before.id, written.followUp)],
      holdBackMs: 0,
    },
    written,
    clock(),
  );
}

/**
 * The follow-up that a person confirmed together with an edit, once all of that edit is saved. However often it is
 * asked for it is one job, since its intention is the edit's.
 */
export async function followSavedEdit(parts: Parts, job: JobRecord, outcome: EditOutcome): Promise<void> {
  const { database } = parts;
  const edit = await readCrmEdit(database, job.id);
  const isSaved = outcome.kind === 'saved' || outcome.kind === 'nothing-to-do';
  if (!edit?.followUp || edit.followUpJobId || !isSaved) return;
  const before = outcome.kind === 'saved' ? outcome.after : outcome.now;
  const intentId = `${job.intentId}-follow-up`;
  const { source, connection, operator } = job;
  const asked = { intentId, source, connection, operator, before, followUp: edit.followUp };
  const { jobId } = await createFollowUpJob(parts, asked);
  // Another follow-up of the same record may still be open: then this one has not been asked for, and says so.
  const isOurs = (await database.get('jobs', jobId))?.intentId === intentId;
  if (isOurs) await noteFollowUp(database, job.id, jobId);
}

/** Notes at an edit which job its follow-up became. */
export async function noteFollowUp(database: Database, editJobId: string, jobId: string): Promise<void> {
  const edit = await readCrmEdit(database, editJobId);
  if (edit?.followUp) await writeCrmEdit(database, editJobId, { ...edit, followUpJobId: jobId });
}

/** Throws `invalid-input` at `followUp.…`. */
export function requireValidFollowUp(
  followUp: FollowUp,
  { before, maps, isStageEdited }: { before: Opportunity; maps: CrmKnowledge['maps']; isStageEdited: boolean },
): void {
  const options = maps?.find(({ field }) => field === 'stage')?.options ?? [];
  const stages = options.length > 0 ? offeredOptions(options, before, 'stage') : [];
  const [issue] = checkFollowUp(followUp, { stages, isStageEdited });
  if (issue) throw new AppError('invalid-input', { reason: issue.reason, path: `followUp.${issue.field}` });
}

function withoutEmpty(followUp: FollowUp): FollowUp {
  const said = Object.entries(followUp).filter(([, text]) => text);
  return { ...Object.fromEntries(said), content: followUp.content };
}

/** By the CRM's names, as what is sent. */
function rowOf(id: string, { content, stage, realRevisitAt, remindAt, category }: FollowUp): Record<string, string> {
  return {
    id,
    content,
    ...(stage ? { stage } : {}),
    ...(realRevisitAt ? { real_revisit_at: realRevisitAt } : {}),
    ...(remindAt ? { remind_at: remindAt } : {}),
    ...(category ? { category } : {}),
  };
}
