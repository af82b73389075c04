import type { bulkRun as runSource, bulkCheck as source } from '@/assets/messages/zh-cn/bulk-check';
import { rows } from './counted.ts';

const requests = (count: string) => `${count} ${count === '1' ? 'request' : 'requests'}`;

export const bulkCheck: typeof source = {
  checking: (done, total) => `Checking, ${done} of ${rows(total)}`,
  rows: 'Rows',
  show: 'Show',
  filters: { all: 'All', faulty: 'Faulty', warned: 'Look at', excluded: 'Not sent' },
  filterCount: (name, count) => `${name} ${count}`,
  heads: { row: 'Row', content: 'Content', actions: 'Actions' },
  empty: { all: 'No rows', faulty: 'No faulty rows', warned: 'No rows to look at', excluded: 'No row is left out' },
  emptyNext: {
    all: 'Go back to “In bulk” and import again.',
    faulty: 'Every row can be sent.',
    warned: 'No earlier job has done any of these.',
    excluded: 'Rows that you do not want to send can be left out one by one.',
  },
  excludeAll: {
    faulty: (count) => `Leave out all ${count} faulty`,
    warned: (count) => `Leave out all ${count} to look at`,
    excluded: (count) => `Take all ${count} back in`,
  },
  hidden: (rows) => `Hidden in Excel and not sent: ${rows}`,
  hiddenNext:
    'A filter or a person has hidden these rows, so they may not be meant. To send them as well, take them back in.',
  includeHidden: (rows) => (rows === '1' ? 'Take it back in' : `Take these ${rows} back in`),
  leftOut: { hidden: 'Hidden in Excel', empty: 'Empty row' },
  exclude: (row) => `Leave out row ${row}`,
  include: (row) => `Take row ${row} back in`,
  open: (row) => `Everything in row ${row}`,
  edit: (place) => `Edit ${place}`,
  editShort: 'Edit',
  editing: (place, field) => `${place} · ${field}`,
  editHint: 'Enter saves, Esc cancels',
  editLinesHint: 'Enter saves, Shift+Enter begins a line, Esc cancels',
  original: (text) => `It was: ${text}`,
  corrected: 'edited',
  empty1: '(empty)',
  noField: (field) => `No “${field}”: choose a column or a value under Columns`,
  issue: (place, field, sentence) => `${place} ${field}: ${sentence}`,
  issueWithoutPlace: (field, sentence) => `${field}: ${sentence}`,
  reasons: {
    'spoilt-id':
      'Excel has rounded this id, its last digits are lost. Export it again from where it came, or enter the right one',
    'decimal-id': 'The table holds this id as a decimal number: compare it, and take the .0 away',
    'error-value':
      'This is an error that Excel shows (such as #N/A), or #### of a narrow column, and no value: put the value in',
    'formula-without-value':
      'A formula whose result is not in the file. Open and save it in Excel and import it again, or enter the value',
    'too-many-cells':
      'This stands right of the header, where no column is. A remark beside the table, or the row has shifted: compare it, then empty it',
    'at-work': 'Another job that has not ended has the same object',
    'done-earlier': 'An earlier job has done it',
    'person-repeated': 'A row above has the same number or address, which would be reached twice',
    'person-earlier': 'An earlier job has reached this number or address with the same plan',
    'nothing-to-save': 'Nothing but the id: there is nothing to change',
    'not-an-option': 'The CRM has no such option',
    'ambiguous-option': 'Two options have this name: give the value of the option',
    'not-offered': 'The CRM does not let this field be edited',
    unknown: 'This cannot be sent',
  },
  doneEarlier: {
    'release-opportunity': (day) => `Released by a job of ${day}`,
    'update-opportunity': (day) => `Edited by a job of ${day}`,
    'submit-outreach': (day) => `Submitted by a job of ${day}`,
    'sell-cards': (day) => `Opened by a job of ${day}`,
  },
  personEarlier: (day) => `A job of ${day} reached this number or address with the same plan`,
  atWork: (day) => `A job of ${day} has the same object and has not ended`,
  oneOf: (others) => `Fill in this or ${others}`,
  together: (others) => `Fill in all of ${others}, or none`,
  shownRows: (from, to, total) => `${from}–${to} of ${total}`,
  previous: 'Previous',
  next: 'Next',
  sharedFaulty: (count) => `${count} ${count === 1 ? 'thing is' : 'things are'} missing under Columns`,
  sharedFaultyNext: 'Once they are there, every row is checked anew.',
  toColumns: 'Fill in',
};

export const bulkRun: typeof runSource = {
  estimate: (count, sent) => `${rows(count)}, ${requests(sent)}`,
  takes: (time, until) => `At least ${time}; begun now, it would end about ${until}`,
  preview: 'The first request',
  previewShow: 'Show what will be sent',
  previewNote: (count) => `${requests(count)} in all, the others alike. Nothing has been sent.`,
  exampleKey: 'The request id is made when it leaves; this one is an example.',
  fromRecord: (fields) => `${fields}: read from the record just before, and sent as it is.`,
  rowsOfRequest: (count) => `Carries row ${count}`,
  obstacles: {
    reading: 'Still reading',
    checking: 'It can run once the check is done',
    shared: 'Something is missing under Columns',
    'no-rows': 'There is no row to send',
    preview: 'Your company’s policy asks for a look at the request first',
    locked: 'Unlock to run it',
  },
  faulty: (count) => `${count} faulty: correct them or leave them out, then it can run`,
  tooMany: (most) => `Your company’s policy allows ${rows(most)} at once`,
};
