import { advice as en } from '@/assets/messages/en/settings/advice';
import { advice as zhCn } from '@/assets/messages/zh-cn/settings/advice';
import type { Language } from './language';

/** The words of the options page's section for advice, which come with it: that page has no room for what few open. */
export const adviceSettingsWords: Readonly<Record<Language, typeof zhCn>> = { 'zh-CN': zhCn, en };
