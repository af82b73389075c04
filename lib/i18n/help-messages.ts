import type { HelpMessages } from '@/assets/messages/zh-cn/help';
import { createCatalogue } from './catalogue';

/** What is said of an opportunity beyond its page; it comes with what says it. */
export const helpCatalogue = createCatalogue<HelpMessages>('helpMessages', async (next) =>
  next === 'zh-CN'
    ? (await import('@/assets/messages/zh-cn/help')).help
    : (await import('@/assets/messages/en/help')).help,
);

export const helpMessages = helpCatalogue.words;
