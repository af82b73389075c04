import { AppError } from '@/lib/errors/app-error';
import { type CreatedJob, createJob, type NewJob } from '@/lib/jobs/create-job';
import { canonicalJson } from '@/lib/json/canonical-json';
import { type CrmEdit, type CrmFollowUp, crmEditSchema, crmFollowUpSchema } from '@/lib/messages/crm-contract';
import type { Database } from '@/lib/storage/open-database';
import { inWriteTransaction } from '@/lib/storage/write-transaction';

/** The edit that a job's row carries; undefined when there is none that can be read. */
export async function readCrmEdit(database: Database, jobId: string, index = 0): Promise<CrmEdit | undefined> {
  const record = await database.get('edits', [jobId, index]);
  return crmEditSchema.safeParse(record?.edit).data;
}

/** The follow-up that a job carries, likewise. */
export async function readCrmFollowUp(database: Database, jobId: string): Promise<CrmFollowUp | undefined> {
  const record = await database.get('edits', [jobId, 0]);
  return crmFollowUpSchema.safeParse(record?.edit).data;
}

/** On disk when it answers: what is about to leave, with the before-image, stands there before it does. */
export async function writeCrmEdit(
  database: Database,
  jobId: string,
  edit: CrmEdit | CrmFollowUp,
  index = 0,
): Promise<void> {
  await inWriteTransaction(database, ['edits'], (transaction) =>
    transaction.objectStore('edits').put({ jobId, index, edit }),
  );
}

/** Writes a job down with what it is to write. A job of the same intention that is to write something else is a conflict. */
export async function createCrmJob(
  database: Database,
  newJob: NewJob,
  edit: CrmEdit | CrmFollowUp,
  now: number,
): Promise<CreatedJob> {
  const { id, intentId } = newJob;
  // Before the job: a job without its edit could not be sent. One without a job is nothing.
  await writeCrmEdit(database, id, edit);
  let created: CreatedJob | undefined;
  try {
    created = await createJob(database, newJob, now);
  } finally {
    if (created?.jobId !== id) await database.delete('edits', [id, 0]);
  }
  const { jobId } = created;
  // All that a follow-up asks stands in its row, and what an edit asks but for the follow-up that comes after it.
  if (jobId === id || !('wanted' in edit)) return created;
  const [job, asked] = [await database.get('jobs', jobId), await readCrmEdit(database, jobId)];
  if (job?.intentId === intentId && canonicalJson([asked?.followUp]) !== canonicalJson([edit.followUp]))
    throw new AppError('conflict', { reason: 'intent-used', overlap: { jobId, rows: [] } });
  return created;
}
