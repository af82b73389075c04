import type { Messages } from '@/assets/messages/zh-cn';
import type { Language } from './language';

export type { Messages };

/** The catalogue of the working surfaces. Only the language that is asked for is loaded. */
export async function loadMessages(language: Language): Promise<Messages> {
  if (language === 'zh-CN') return (await import('@/assets/messages/zh-cn')).zhCn;
  return (await import('@/assets/messages/en')).en;
}
