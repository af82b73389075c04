import type { ErrorSentence } from './errors';

/** Why a draft of many rows cannot be changed so. */
export const draftReasons = {
  'undo-is-given': { title: '撤销只写回修改前的内容，不能改', next: '不想写回的行，可以在「检查」里设为不发送。' },
  'rows-are-given': { title: '这些行来自以前的任务，没有表头可选', next: '在「对应列」里按现在的列对应。' },
  'no-such-row': { title: '没有这一行', next: '表格可能在另一个窗口中改过，重新打开这份草稿。' },
  'rows-not-complete': { title: '表格还在读取', next: '等所有行读完，再更改表头。' },
} satisfies Record<string, ErrorSentence>;
