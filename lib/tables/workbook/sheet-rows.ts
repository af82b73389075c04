import { columnOf } from '@/lib/tables/cell-place';
import type { RowCollector, RowFault } from '@/lib/tables/row-collector';
import { tableLimits } from '@/lib/tables/table';
import { type CellContext, readCell, type SheetCell } from './cell-text';
import { damaged } from './read-entry';
import type { XmlHandler } from './scan-xml';
import { readAttribute } from './xml-text';

export interface SheetContext extends CellContext {
  fillMerges(row: number, cells: string[]): void;
}

/** Excel's own last row and column; a file that names more is broken. */
const lastRow = 1_048_576;
const lastColumn = 16_384;

/** Reads the rows of a worksheet's XML (ECMA-376 part 1, 18.3.1) into a collector, as they come. */
export function createSheetHandler(context: SheetContext, collector: RowCollector): XmlHandler {
  let rowNumber = 0;
  let cells: string[] = [];
  let faults: RowFault[] = [];
  let isHidden = false;
  let cell = newCell(-1, '');
  /** Form controls behind the cells have rows of their own. */
  let isData = false;
  let isText = false;
  let isPhonetic = false;

  function beginRow(attributes: string): void {
    const number = Number(readAttribute(attributes, 'r') ?? rowNumber + 1);
    if (!(number > rowNumber) || number > lastRow) throw damaged();
    collector.addEmptyRows(number - rowNumber - 1);
    rowNumber = number;
    cells = [];
    cell.column = -1;
    faults = [];
    isHidden = /^(?:1|true)$/.test(readAttribute(attributes, 'hidden') ?? '');
  }

  function beginCell(attributes: string): void {
    const reference = readAttribute(attributes, 'r');
    const column = reference ? columnOf(reference) : cell.column + 1;
    if (!(column > cell.column) || column >= lastColumn) throw damaged();
    cell = newCell(column, attributes);
  }

  function endCell(): void {
    const { text, reason } = readCell(cell, context);
    if (reason && cell.column < tableLimits.columns) faults.push({ column: cell.column, reason });
    if (text === '') return;
    while (cells.length < cell.column) cells.push('');
    cells.push(text);
  }

  function endRow(): void {
    if (cells.length > 0 || faults.length > 0) context.fillMerges(rowNumber, cells);
    collector.add(cells, { isHidden, faults });
  }

  return {
    open(name, attributes) {
      if (name === 'sheetData') isData = true;
      if (!isData) return;
      if (name === 'c') beginCell(attributes);
      else if (name === 'v') isText = true;
      else if (name === 't') isText = !isPhonetic;
      else if (name === 'row') beginRow(attributes);
      else if (name === 'f') cell.hasFormula = true;
      else if (name === 'rPh') isPhonetic = true;
    },
    text(raw) {
      if (isText) cell.raw += raw;
    },
    close(name) {
      if (name === 'sheetData') isData = false;
      if (!isData) return;
      if (name === 'v' || name === 't') isText = false;
      else if (name === 'c') endCell();
      else if (name === 'row') endRow();
      else if (name === 'rPh') isPhonetic = false;
    },
  };
}

function newCell(column: number, attributes: string): SheetCell {
  return {
    column,
    type: readAttribute(attributes, 't') ?? 'n',
    style: Number(readAttribute(attributes, 's') ?? 0),
    raw: '',
    hasFormula: false,
  };
}
