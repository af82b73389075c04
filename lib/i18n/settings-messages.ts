import type { SettingsMessages } from '@/assets/messages/zh-cn-settings';
import { createCatalogue } from './catalogue';
import type { Language } from './language';
import { showLanguage } from './messages';
import { screenCatalogue } from './screen-messages';

const catalogue = createCatalogue<SettingsMessages>('settingsMessages', async (next) =>
  next === 'zh-CN'
    ? (await import('@/assets/messages/zh-cn-settings')).zhCnSettings
    : (await import('@/assets/messages/en-settings')).enSettings,
);

/** The options page's own words. */
export const settingsMessages = catalogue.words;

/** As `showLanguage`, with all that the options page says. */
export function showSettingsLanguage(next: Language): Promise<void> {
  return showLanguage(next, screenCatalogue, catalogue);
}
