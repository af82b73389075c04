import { type CrmEdit, crmEditSchema } from '@/lib/messages/crm-contract';
import type { Database } from '@/lib/storage/open-database';
import { inWriteTransaction } from '@/lib/storage/write-transaction';

/** The edit that a job carries; undefined when there is none that can be read. */
export async function readCrmEdit(database: Database, jobId: string): Promise<CrmEdit | undefined> {
  const record = await database.get('edits', jobId);
  return crmEditSchema.safeParse(record?.edit).data;
}

/** On disk when it answers: the before-image stands there before the edit leaves. */
export async function writeCrmEdit(database: Database, jobId: string, edit: CrmEdit): Promise<void> {
  await inWriteTransaction(database, ['edits'], (transaction) => transaction.objectStore('edits').put({ jobId, edit }));
}
