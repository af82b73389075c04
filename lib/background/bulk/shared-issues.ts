import { crmEditOperation } from '@/lib/background/crm-operation';
import type { RowIssue } from '@/lib/messages/draft-row';
import { checkShared } from '@/lib/operations/check-values';
import type { Field } from '@/lib/operations/field';
import type { ImportRecord, JobRecord } from '@/lib/storage/schema';
import type { BulkOperation } from './bulk-parts';

/** What is wrong with what all rows have in common, and what is required and stands nowhere. */
export function sharedIssues(
  operation: BulkOperation,
  { job, table }: { job: JobRecord; table: ImportRecord },
): RowIssue[] {
  const given = new Set([...table.mapping, ...Object.keys(table.shared ?? {})]);
  const isMissing = ([name, { required, from, fallback }]: [string, Field]) =>
    required && from !== 'generated' && from !== 'record' && !fallback && !given.has(name);
  const isEdit = operation.id === crmEditOperation.id;
  const wanted = Object.entries(operation.fields).filter(([name]) => !isEdit || name === 'id');
  const missing = (job.undoOf === undefined ? wanted : [])
    .filter(isMissing)
    .map(([field]) => ({ field, reason: 'required' }));
  const shared = checkShared(operation, job.shared ?? {}).map(({ field, reason, others }) => ({
    field,
    reason,
    ...(others && { others: [...others] }),
  }));
  return [...shared, ...missing];
}
