import { expect, it } from 'vitest';
import { bulkWords as english } from '@/assets/messages/en/bulk';
import { bulkWords as chinese } from '@/assets/messages/zh-cn/bulk';
import { rowReasons } from '@/lib/messages/draft-row';

/** These have sentences of their own, which name a day. */
const told = new Set(['at-work', 'done-earlier']);

it.each(rowReasons.filter((reason) => !told.has(reason)))('%s has its sentence in both languages', (reason) => {
  for (const { check } of [chinese, english]) expect(check.reasons).toHaveProperty(reason);
});
