import { contextMenu as en } from '@/assets/messages/en/context-menu';
import { contextMenu as zhCn } from '@/assets/messages/zh-cn/context-menu';
import type { Language } from './language';

/** The context menu's words. Imported at once, since a service worker may not import later. */
export const menuMessages: Readonly<Record<Language, typeof zhCn>> = { 'zh-CN': zhCn, en };
