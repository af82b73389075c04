import type { SettingsMessages } from '@/assets/messages/zh-cn-settings';
import type { Language } from './language';

/** What only the options page says. In a file of its own so that the popup does not carry it. */
export async function loadSettingsMessages(language: Language): Promise<SettingsMessages> {
  if (language === 'zh-CN') return (await import('@/assets/messages/zh-cn-settings')).zhCnSettings;
  return (await import('@/assets/messages/en-settings')).enSettings;
}
