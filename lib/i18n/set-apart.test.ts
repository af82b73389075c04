import { expect, it } from 'vitest';
import { batchWords } from '@/assets/messages/zh-cn/batch';
import { bulkCheck } from '@/assets/messages/zh-cn/bulk-check';

it.each([batchWords.batch, bulkCheck])(
  'a name that ends in Latin letters stands apart from the Chinese after it',
  (words) => {
    expect(words.together('账本码和账本持有人 ID')).toBe('账本码和账本持有人 ID 要么都填，要么都不填');
    expect(words.together('账本持有人 ID、账本码')).toBe('账本持有人 ID、账本码要么都填，要么都不填');
    expect(words.oneOf('外部品牌 ID')).toBe('与外部品牌 ID 至少填一个');
  },
);
