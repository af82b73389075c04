import type { TeachMessages } from '@/assets/messages/teach-zh-cn';
import { createCatalogue } from './catalogue';

/** What is said about a list page's rows and about teaching a page; it comes with the screens that say it. */
export const teachCatalogue = createCatalogue<TeachMessages>('teachMessages', async (next) =>
  next === 'zh-CN'
    ? (await import('@/assets/messages/teach-zh-cn')).teachZhCn
    : (await import('@/assets/messages/teach-en')).teachEn,
);

export const teachMessages = teachCatalogue.words;
