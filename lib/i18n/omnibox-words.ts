import { omnibox as en } from '@/assets/messages/en/omnibox';
import { omnibox as zhCn } from '@/assets/messages/zh-cn/omnibox';
import type { Language } from './language';

/** The address bar's words. Imported at once, since a service worker may not import later. */
export const omniboxWords: Readonly<Record<Language, typeof zhCn>> = { 'zh-CN': zhCn, en };
