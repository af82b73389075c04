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
  const shown = ['user_name', ...Object.keys(fields).filter((name) => fields[name]?.mask)];
  return shown.flatMap((name) => values[name] || []).join(' · ');
}
