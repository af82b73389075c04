import { AppError } from '@/lib/errors/app-error';
import { emptyCounts } from '@/lib/jobs/job-transaction';
import type { RowValues } from '@/lib/operations/field';
import type { Database } from '@/lib/storage/open-database';
import type { ImportRecord, JobRecord } from '@/lib/storage/schema';
import { inDraftTransaction } from './draft-transaction';
import { notChecked } from './table-row';

type Told = Partial<Pick<JobRecord, 'label' | 'channel' | 'rowsPerRequest' | 'retryOf' | 'retryRows' | 'undoOf'>> &
  Partial<Pick<ImportRecord, 'fileName' | 'rowsAbove'>>;

export interface NewDraft extends Told {
  id: string;
  /** Becomes what its row ids and the key of an only request are made of. */
  intentId: string;
  operation: { id: string; shared: object };
  source: JobRecord['source'];
  connection: JobRecord['connection'];
  header: string[];
  hasHeader: boolean;
  mapping: string[];
  shared: RowValues;
}

/** Writes down a draft without rows. */
export async function beginDraft(database: Database, draft: NewDraft, now: number): Promise<void> {
  const { id, intentId, operation, source, connection, header, hasHeader, mapping, shared } = draft;
  const { label, channel, rowsPerRequest, retryOf, retryRows, undoOf, fileName, rowsAbove } = draft;
  if (mapping.length !== header.length) throw new AppError('invalid-input', { reason: 'bad-value', path: 'mapping' });
  const job: JobRecord = {
    ...{ id, intentId, operation: operation.id, source, connection, state: 'draft', createdAt: now },
    ...{ heldUntil: now, notBefore: now, subject: '', total: 0, counts: emptyCounts() },
    ...sharedByRequest(operation, shared),
    ...(label && { label }),
    ...(channel && { channel }),
    ...(rowsPerRequest && { rowsPerRequest }),
    ...(retryOf && { retryOf }),
    ...(retryRows && { retryRows }),
    ...(undoOf && { undoOf }),
  };
  const table: ImportRecord = {
    ...{ jobId: id, header, mapping, phase: 'reading', ...notChecked },
    shared: withoutEmpty(shared),
    revision: 1,
    ...(fileName && { fileName }),
    ...(rowsAbove && { rowsAbove }),
    ...(!hasHeader && { hasNoHeader: true, header: header.map(() => '') }),
  };
  await inDraftTransaction(database, async (transaction) => {
    await transaction.objectStore('jobs').add(job);
    await transaction.objectStore('imports').add(table);
  });
}

/** Of what all rows have in common, what stands in the request beside them; the rest goes into every row. */
export function sharedByRequest(operation: { shared: object }, shared: RowValues): { shared?: Record<string, string> } {
  const own = Object.entries(withoutEmpty(shared)).filter(([field]) => Object.hasOwn(operation.shared, field));
  return own.length > 0 ? { shared: Object.fromEntries(own) } : {};
}

export function withoutEmpty(values: RowValues): Record<string, string> {
  const trimmed = Object.entries(values).map(([field, text]) => [field, text.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, text]) => text !== ''));
}
