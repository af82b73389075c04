import { AppError } from '@/lib/errors/app-error';
import { checkRows, checkShared } from '@/lib/operations/check-values';
import { completeRow } from '@/lib/operations/complete-row';
import type { Operation, RowValues } from '@/lib/operations/operation';
import type { Channel } from '@/lib/operations/rule';

interface Batch {
  rows: readonly RowValues[];
  shared?: RowValues | undefined;
  channel?: Channel | undefined;
  intentId: string;
}

/**
 * The rows as they will be stored and sent: trimmed, empty fields left out, checked, our ids filled in. Refuses with
 * the first fault's place: a field's name, or `rows[3].phone_number` where rows stand in a list.
 */
export function requireValidBatch(
  operation: Operation,
  { rows, shared, channel, intentId }: Batch,
): { rows: RowValues[]; shared?: RowValues } {
  const common = trimValues(shared ?? {});
  const trimmed = rows.map(trimValues);
  // A request without a list holds one row: what else was asked for would be lost.
  if (!operation.rowsIn && rows.length > 1) throw new AppError('invalid-input', { reason: 'bad-value', path: 'rows' });
  const [fault] = checkShared(operation, common);
  if (fault) throw new AppError('invalid-input', { reason: fault.reason, path: fault.field });
  const completed = trimmed.map((row, index) => completeRow(operation, row, { key: intentId, index }));
  // Ours as well: a row may hold the id that another one would be given.
  const [issue] = checkRows(operation, completed, channel);
  if (issue) {
    const path = operation.rowsIn ? `rows[${issue.row}].${issue.field}` : issue.field;
    throw new AppError('invalid-input', { reason: issue.reason, path });
  }
  return { rows: completed, ...(shared && { shared: common }) };
}

function trimValues(values: RowValues): RowValues {
  const trimmed = Object.entries(values).map(([name, value]) => [name, value.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}
