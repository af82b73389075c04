import type { BatchMessages } from '@/assets/messages/batch-zh-cn';
import type { Language } from './language';

export type { BatchMessages };

/** What the screens of several rows say; it comes with them, so that the popup's first screen does not carry it. */
export async function loadBatchMessagesIn(language: Language): Promise<BatchMessages> {
  if (language === 'zh-CN') return (await import('@/assets/messages/batch-zh-cn')).batchZhCn;
  return (await import('@/assets/messages/batch-en')).batchEn;
}
