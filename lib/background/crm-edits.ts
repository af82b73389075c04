import { type CrmEdit, crmEditSchema } from '@/lib/messages/crm-contract';
import type { Database } from '@/lib/storage/open-database';
import { inWriteTransaction } from '@/lib/storage/write-transaction';

/** The edit that a job's row carries; undefined when there is none that can be read. */
export async function readCrmEdit(database: Database, jobId: string, index = 0): Promise<CrmEdit | undefined> {
  const record = await database.get('edits', [jobId, index]);
  return crmEditSchema.safeParse(record?.edit).data;
}

/** On disk when it answers: the before-image stands there before the edit leaves. */
export async function writeCrmEdit(database: Database, jobId: string, edit: CrmEdit, index = 0): Promise<void> {
  await inWriteTransaction(database, ['edits'], (transaction) =>
    transaction.objectStore('edits').put({ jobId, index, edit }),
  );
}
