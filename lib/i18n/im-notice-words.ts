import { imNotice as en } from '@/assets/messages/en/im-notice';
import { imNotice as zhCn } from '@/assets/messages/zh-cn/im-notice';
import type { Language } from './language';

/** A notification's words. Imported at once, since a service worker may not import later. */
export const imNoticeWords: Readonly<Record<Language, typeof zhCn>> = { 'zh-CN': zhCn, en };
