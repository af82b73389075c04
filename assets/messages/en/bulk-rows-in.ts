import type { bulkRowsIn as source } from '@/assets/messages/zh-cn/bulk-rows-in';
import { rows } from './counted.ts';

export const bulkRowsIn: typeof source = {
  title: 'In bulk',
  choose: 'What to do',
  chooseNext:
    'Choose an operation, then bring in its rows. They are checked first; nothing is sent before you confirm.',
  paste: 'Paste or type',
  pasteHints: {
    'release-opportunity':
      'Copy from Excel or WPS and paste here, one opportunity a row: a whole table, or just the column of ids.',
    'update-opportunity': 'Copy from Excel or WPS and paste here, one opportunity a row: its id and what is to change.',
    'submit-outreach': 'Copy from Excel or WPS and paste here, one recipient a row.',
    'sell-cards': 'Copy from Excel or WPS and paste here, one card a row.',
  },
  useTyped: 'Use what was typed',
  chooseFile: 'Choose a file',
  dropNote: 'CSV, TSV, TXT or XLSX; dropping it here works too',
  pasted: 'Pasted',
  sample: 'First rows',
  nothing: 'There is nothing in it',
  moreColumns: (count) => `${count} more columns to the right`,
  sheet: 'Sheet',
  hiddenSheet: (name) => `${name} (hidden)`,
  encoding: 'Encoding',
  encodingHint: 'Try another one if the text is garbled',
  encodings: {
    'utf-8': 'UTF-8',
    gb18030: 'GB18030 (Chinese Windows)',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
  },
  stillOpen: 'Below is still what was open before.',
  separator: 'Separator',
  separators: { '\t': 'Tab', ',': 'Comma', ';': 'Semicolon', '｜': 'Wide bar', '|': 'Bar' },
  headerRow: 'Header',
  headerRowNote: 'It tells which column is which and is not sent. Rows above it are not taken in.',
  noHeader: 'None',
  rowNumber: (row) => `Row ${row}`,
  read: 'Read all rows',
  readNote: 'Rows are read and checked only. Nothing is sent.',
  reading: (count) => `${rows(count)} read`,
  cancelReading: 'Stop reading',
  scanTitle: 'No table: one by one',
  scan: 'Use a scanner',
  scanNote: 'Each card is stored as it is scanned; closing the panel loses none.',
};
