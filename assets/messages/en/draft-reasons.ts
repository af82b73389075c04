import type { draftReasons as source } from '@/assets/messages/zh-cn/draft-reasons';

export const draftReasons: typeof source = {
  'undo-is-given': {
    title: 'An undo puts back what stood there before, and nothing else',
    next: 'Rows that should stay as they are can be left out under “Check”.',
  },
  'rows-are-given': {
    title: 'These rows come from an earlier job, where no header can be chosen',
    next: 'Match the columns as they are.',
  },
  'no-such-row': {
    title: 'There is no such row',
    next: 'The table may have been changed in another window: open the draft again.',
  },
  'rows-not-complete': {
    title: 'The table is still being read',
    next: 'Wait until every row has come, then change the header.',
  },
};
