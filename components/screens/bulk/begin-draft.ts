import type { App } from '@/components/app/app';
import { AppError } from '@/lib/errors/app-error';
import { connectionsFor } from '@/lib/messages/connections-of';
import { columnLetters } from '@/lib/tables/cell-place';
import { type BulkOperationId, bulkOperation, firstValues } from './bulk-operations';
import { guessMapping } from './column-names';

export interface NewTable {
  operation: BulkOperationId;
  fileName: string | undefined;
  /** The first row, as wide as the table. */
  header: readonly string[];
  hasHeader: boolean;
  /** How many of the table's rows stand above the header, and are not taken in. */
  rowsAbove?: number | undefined;
  /** The field of each column, where it is known; else it is guessed. */
  mapping?: readonly string[];
  /** What a site's rule says of the operation; its connection may be gone. */
  ofSite?: { connection?: string | undefined; defaults?: Record<string, string> | undefined } | undefined;
}

/** Begins a draft without rows, its columns guessed and what the settings know filled in; answers its job. */
export async function beginDraft({ client, state, surface }: App, table: NewTable): Promise<string> {
  const { operation, fileName, header, hasHeader, rowsAbove, ofSite } = table;
  const { connections, operator, defaults } = state.peek();
  const able = connectionsFor(connections, bulkOperation(operation).declaration.platform);
  const connection = able.find(({ id }) => id === ofSite?.connection) ?? able[0];
  if (!connection) throw new AppError('invalid-input', { reason: 'no-connection', path: 'connectionId' });
  const mapping = [...(table.mapping ?? guessMapping(operation, header, hasHeader))];
  const { jobId } = await client.call('bulk.begin', {
    operation,
    connectionId: connection.id,
    source: surface === 'panel' ? 'panel' : 'popup',
    ...(fileName !== undefined && { fileName }),
    header: hasHeader ? [...header] : header.map((_, column) => columnLetters(column)),
    hasHeader,
    ...(rowsAbove && { rowsAbove }),
    mapping,
    shared: firstValues(operation, mapping, { operator, territoryCode: defaults.territoryCode }, ofSite?.defaults),
  });
  return jobId;
}
