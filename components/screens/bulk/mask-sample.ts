import { maskEmail, maskPhone } from '@/lib/i18n/mask';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import { type BulkOperationId, bulkOperation } from './bulk-operations';
import { guessMapping } from './column-names';

const masks = { phone: maskPhone, email: maskEmail };

/** The first rows as they may be looked at, as the draft's will be: the columns are guessed as they are for it. */
export function maskSample(
  id: BulkOperationId,
  rows: readonly string[][],
  headerRow: number | undefined,
): readonly string[][] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const header = Array.from({ length: width }, (_, column) => rows[headerRow ?? 0]?.[column] ?? '');
  const mapping = guessMapping(id, header, headerRow !== undefined);
  const { fields } = bulkOperation(id).declaration;
  const maskCell = (text: string, column: number) => {
    const field = mapping[column] ?? '';
    if (field === '') return maskWhereFound(text);
    const mask = fields[field]?.mask;
    return mask ? masks[mask](text) : text;
  };
  // What stands above the rows is of no column, and may be a person's row all the same.
  const isAbove = (row: number) => headerRow !== undefined && row <= headerRow;
  return rows.map((cells, row) => cells.map(isAbove(row) ? maskWhereFound : maskCell));
}
