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
