import type { tableReasons as source } from '@/assets/messages/zh-cn/table-reasons';

export const tableReasons: typeof source = {
  'unclosed-quote': {
    title: 'A quote is never closed',
    next: 'Close it, or remove the one at the start of the cell, then open the table again.',
    titleAt: (path) => `The quote in line ${path} is never closed`,
  },
  'stray-quote': {
    title: 'A quote stands in the wrong place',
    next: 'Write a quote inside a cell twice, then open the table again.',
    titleAt: (path) => `A quote in line ${path} stands in the wrong place`,
  },
  'cell-too-long': {
    title: 'A cell is too long',
    next: 'A cell has at most a million characters. Check that the separator is the right one.',
    titleAt: (path) => `A cell in line ${path} is too long`,
  },
  'table-too-long': {
    title: 'The table has more than a million rows',
    next: 'Split it into several files and import them one by one.',
  },
  'too-many-columns': {
    title: 'The table has more than 256 columns',
    next: 'Remove those that are not needed, then open it again.',
    titleAt: (path) => `The table has more than 256 columns: ${path}`,
  },
  'table-too-large': {
    title: 'The table is too large',
    next: 'A table is at most 200 MB. Split it into several files and import them one by one.',
  },
  'wrong-encoding': {
    title: 'The file is not in the chosen encoding',
    next: 'Choose another one, or save it as XLSX in Excel.',
  },
  'file-cut': {
    title: 'The file is incomplete',
    next: 'Its download may not have finished. Get it again, then open it.',
  },
  'not-a-table': {
    title: 'This file is no table',
    next: 'Choose an XLSX, CSV or TSV file. If its encoding is unusual, save it as XLSX first.',
  },
  'page-not-table': {
    title: 'This file is really a web page',
    next: 'Open it in Excel or WPS, save it as XLSX and choose that.',
  },
  'table-unreadable': {
    title: 'The file cannot be read',
    next: 'It may have been moved or changed, or be in use. Close other programs and choose it again.',
  },
  'workbook-encrypted': {
    title: 'The workbook has a password',
    next: 'Remove it in Excel or WPS, save the workbook and choose it again.',
  },
  'old-workbook': {
    title: 'This kind of workbook is not supported',
    next: 'Open it in Excel or WPS, save it as XLSX and choose that.',
  },
  'ods-workbook': { title: 'ODS workbooks are not supported', next: 'Open it, save it as XLSX and choose that.' },
  'zip-not-workbook': {
    title: 'This file is no workbook',
    next: 'Choose an XLSX file. If it is an archive, unpack it first.',
  },
  'unpacks-too-large': {
    title: 'The workbook is too large once unpacked',
    next: 'Remove sheets and formats that are not needed, or save it as CSV.',
  },
  'workbook-damaged': {
    title: 'The workbook is damaged',
    next: 'Open and repair it in Excel or WPS, save it as XLSX and choose that.',
  },
  'no-such-sheet': {
    title: 'The workbook has no such sheet',
    next: 'Choose another one.',
    titleAt: (path) => `There is no sheet “${path}”`,
  },
  'cell-too-long-for-excel': {
    title: 'A cell is longer than Excel allows',
    next: 'Export as CSV instead. A cell in Excel has at most 32,767 characters.',
    titleAt: (path) => `Cell ${path} is longer than Excel allows`,
  },
  'table-empty': {
    title: 'The table has no rows to import',
    next: 'Check the sheet and the separator. If its first row is no header, choose “None” under “Header”.',
  },
  'no-rows': { title: 'There is no row to send', next: 'Correct the faulty rows, or take rows back in.' },
  'table-closed': { title: 'The table has been closed', next: 'Open it again.' },
  'table-worker': {
    title: 'The reading or writing of the table has stopped',
    next: 'Open the table again. If memory is short, close other tabs first.',
  },
};
