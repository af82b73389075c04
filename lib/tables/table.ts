/** What a table is read from. A file may be text of any encoding or an XLSX workbook; its content decides, not its name. */
export type TableSource = { text: string } | { file: File };

export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];

/** In order of preference where a guess is even. The third last is the full-width bar of Chinese keyboards. */
export const separators = ['\t', ',', ';', '｜', '|'] as const;
export type Separator = (typeof separators)[number];

/** What a person chose instead of our guess. */
export interface TableOptions {
  /** A sheet's name; the first one that is not hidden unless told. */
  sheet?: string | undefined;
  encoding?: Encoding | undefined;
  separator?: Separator | undefined;
}

export interface Sheet {
  name: string;
  isHidden: boolean;
}

export type TableInfo =
  /** No encoding: the text was pasted. */
  | { kind: 'text'; encoding: Encoding | undefined; separator: Separator }
  | { kind: 'workbook'; sheets: Sheet[]; sheet: string };

/** Why a workbook's cell does not hold what its author meant; its text is handed on as it is. */
export type CellFaultReason =
  /** A number of more digits than Excel keeps: an id in such a cell has lost its last digits. */
  | 'number-too-long'
  /** The program that wrote the file left the computing to Excel. */
  | 'formula-without-value'
  /** #N/A, #REF! and the like. */
  | 'error-value';

export interface CellFault {
  /** From 0, in the whole table. */
  row: number;
  column: number;
  reason: CellFaultReason;
}

export interface TableChunk {
  /** Rows are as wide as the widest so far. Empty rows in the middle are there, those at the end are not. */
  rows: string[][];
  /** The table's row that `rows[0]` is, from 0; what a header is, is for the reader of these to say. */
  firstRow: number;
  faults: CellFault[];
  /** Rows of the whole table that Excel does not show, by a filter or by hand: their author may not mean them. */
  hiddenRows: number[];
  /** How much of the source has been read, 0 to 1. */
  progress: number;
}

/** What reads a source, wherever it runs. */
export interface TableReader {
  info: TableInfo;
  chunks: AsyncGenerator<TableChunk, void>;
}

export const tableLimits = {
  fileBytes: 200_000_000,
  rows: 1_000_000,
  columns: 256,
  /** Of one cell of a text; a workbook's cell has at most 32,767. */
  cellCharacters: 1_000_000,
  /** Of all cells: what a small file may blow up to by naming one long text over and over. */
  characters: 300_000_000,
  /** Of one part of a workbook: a million rows of eight columns are about 500 MB of XML. */
  unpackedBytes: 600_000_000,
  /** Of the part with the texts that cells refer to. */
  sharedTextBytes: 150_000_000,
} as const;
