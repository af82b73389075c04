import { formatChinaTime } from '../china-time.ts';
import { timeGetDocument } from '../documents/time-get.ts';
import type { TopMethod } from './method.ts';

export const timeGet: TopMethod = {
  document: timeGetDocument,
  session: 'none',
  openToEveryApp: true,
  key: () => undefined,
  objects: () => [],
  perform: (_values, { nowMs }) => ({ answer: { time: formatChinaTime(nowMs) }, processed: false }),
};
