import type { CellFaultReason } from '@/lib/tables/table';
import type { NumberFormat } from './number-format';
import { isTooLong, numberText } from './number-text';
import { damaged } from './read-entry';
import type { TextStore } from './text-store';
import { decodeOfficeText, decodeXml } from './xml-text';

/** What the cells of a sheet refer to. */
export interface CellContext {
  sharedStrings: TextStore | undefined;
  formats: readonly NumberFormat[];
  startsIn1904: boolean;
}

/** A `<c>` as it stands in the file. */
export interface SheetCell {
  column: number;
  type: string;
  style: number;
  raw: string;
  hasFormula: boolean;
}

interface ReadCell {
  text: string;
  reason?: CellFaultReason;
}

/** A cell's text by its type (ECMA-376 part 1, 18.18.11). */
export function readCell(cell: SheetCell, context: CellContext): ReadCell {
  const { type, raw } = cell;
  // A formula may well give an empty text, but no empty number.
  if (cell.hasFormula && raw === '' && type !== 'str') return { text: '', reason: 'formula-without-value' };
  switch (type) {
    case 's':
      return { text: readShared(raw, context.sharedStrings) };
    case 'inlineStr':
    case 'str':
      return { text: decodeOfficeText(raw) };
    case 'b':
      return { text: raw === '1' ? 'TRUE' : raw === '0' ? 'FALSE' : raw };
    case 'e':
      return { text: decodeXml(raw), reason: 'error-value' };
    case 'd':
      return { text: readIsoDate(raw, context.formats[cell.style]) };
    default:
      return raw === '' ? { text: '' } : readNumber(raw.trim(), cell, context);
  }
}

function readShared(raw: string, sharedStrings: TextStore | undefined): string {
  if (raw === '') return '';
  const text = /^\d+$/.test(raw) ? sharedStrings?.get(Number(raw)) : undefined;
  if (text === undefined) throw damaged();
  return text;
}

/** The same form that a counted day is given. */
function readIsoDate(raw: string, format: NumberFormat | undefined): string {
  const [day = '', clock = ''] = raw.replace(/(?:\.\d+)?Z?$/, '').split('T');
  return clock === '' || (clock === '00:00:00' && !format?.hasTime) ? day : `${day} ${clock}`;
}

function readNumber(raw: string, cell: SheetCell, context: CellContext): ReadCell {
  const text = numberText(raw, context.formats[cell.style], context.startsIn1904);
  return isTooLong(raw) ? { text, reason: 'number-too-long' } : { text };
}
