import { app as en } from '@/assets/messages/en/app';
import { app as zhCn } from '@/assets/messages/zh-cn/app';
import type { Language } from './language';

/** The context menu's words. Imported at once, since a service worker may not import later. */
export const menuMessages: Readonly<Record<Language, typeof zhCn.contextMenu>> = {
  'zh-CN': zhCn.contextMenu,
  en: en.contextMenu,
};
