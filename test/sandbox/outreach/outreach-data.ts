export type Channel = 'call' | 'sms' | 'mail';

export type Plan = { id: string; name: string; channel: Channel; state: 'running' | 'ended' };

/** An account book: who may charge it, and for how many tasks more. */
export type Book = { code: string; ownerId: string; platform: string; left: number };

/** What became of one task of a batch. */
export type TaskOutcome = { index: number } & (
  | { kind: 'taken'; taskId: string }
  | { kind: 'refused'; message: string }
);

export type OutreachData = {
  plans: Map<string, Plan>;
  books: Map<string, Book>;
  /** task_unique_code of a processed batch → its outcomes. */
  batches: Map<string, TaskOutcome[]>;
  nextTaskId: bigint;
};

/** A number that has opted out: right in form, refused by the service. */
export const unsubscribedPhone = '13800000000';

const plans: readonly Plan[] = [
  { id: '123', name: '老客唤醒外呼', channel: 'call', state: 'running' },
  { id: '124', name: '开业短信通知', channel: 'sms', state: 'running' },
  { id: '125', name: '月度账单邮件', channel: 'mail', state: 'running' },
  { id: '126', name: '双十一预热外呼', channel: 'call', state: 'ended' },
  { id: '9007199254740993', name: '新店签约短信', channel: 'sms', state: 'running' },
];

const books: readonly Book[] = [
  { code: 'BOOK_CODE', ownerId: '123', platform: 'PLATFORM_A', left: 1_000_000 },
  { code: 'BOOK_SMALL', ownerId: '123', platform: 'PLATFORM_A', left: 2 },
  { code: 'BOOK_BIG_OWNER', ownerId: '9007199254740995', platform: 'PLATFORM_A', left: 1_000_000 },
];

export const createOutreachData = (): OutreachData => ({
  plans: new Map(plans.map((plan) => [plan.id, { ...plan }])),
  books: new Map(books.map((book) => [book.code, { ...book }])),
  batches: new Map(),
  nextTaskId: 9_007_199_254_741_001n,
});
