import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import { type BulkOperationId, bulkOperation, isBulkOperation } from './bulk-operations';

/** Whether a row is called by an id that was made here where nobody gave one, which tells nobody which row it is. */
export function hasOwnIds(operation: string): operation is BulkOperationId {
  if (!isBulkOperation(operation)) return false;
  const { fields, subjectField } = bulkOperation(operation).declaration;
  return fields[subjectField]?.fallback === 'row-id';
}

/** Whom such a row reaches, as far as may be shown; empty for a row whose own id tells enough. */
export function personOf(operation: string, values: Readonly<Record<string, string>>): string {
  if (!hasOwnIds(operation)) return '';
  const { fields } = bulkOperation(operation).declaration;
  // The others are masked where they come from; a name may hold a number as well.
  const name = maskWhereFound(values.user_name ?? '');
  const others = Object.keys(fields).filter((field) => fields[field]?.mask);
  return [name, ...others.map((field) => values[field])].filter(Boolean).join(' · ');
}
