import { jobNotice as en } from '@/assets/messages/en/job-notice';
import { jobNotice as zhCn } from '@/assets/messages/zh-cn/job-notice';
import type { Language } from './language';

/** A notification's words. Imported at once, since a service worker may not import later. */
export const jobNoticeWords: Readonly<Record<Language, typeof zhCn>> = { 'zh-CN': zhCn, en };
