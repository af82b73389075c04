import { bulkCatalogue } from '@/lib/i18n/bulk-messages';
import { BulkJob } from './bulk-job-screen';
import { RowsInScreen } from './rows-in-screen';

/** The screens once their words are here. */
export async function openRowsIn(): Promise<typeof RowsInScreen> {
  await bulkCatalogue.load();
  return RowsInScreen;
}

export async function openBulkJob(): Promise<typeof BulkJob> {
  await bulkCatalogue.load();
  return BulkJob;
}
