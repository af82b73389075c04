import type { TeachMessages } from '../teach-zh-cn';

export const selection: TeachMessages['selection'] = {
  title: 'Opportunities on this page',
  which: 'Which of them',
  choices: {
    ticked: (count) => `${count} ticked on the page`,
    all: (count) => `All ${count}`,
    own: (count) => `${count} chosen here`,
  },
  rows: 'Rows of this page',
  chosen: (count, total) => `${count} of ${total} chosen`,
  tooMany: (read, total) => `This page has ${total} rows; only the first ${read} are read.`,
  none: 'Tick some on the page, or choose them here.',
  gone: 'The list is no longer on the page.',
  note: 'This makes a draft to check and confirm. Nothing is sent now.',
  changed: 'The page has just changed, and this list with it. Look at what is chosen again, then go on.',
  make: {
    'release-opportunity': (count) => `Release ${count}…`,
    'update-opportunity': (count) => `Edit ${count}…`,
    'submit-outreach': (count) => `Outreach to ${count}…`,
  },
  withoutPhone: (count) => `${count} of them have neither phone nor email in the list; add them in the draft.`,
  columns: { id: 'Opportunity ID', title: 'Opportunity name', customer: 'Customer', phone: 'Phone', email: 'Email' },
};
