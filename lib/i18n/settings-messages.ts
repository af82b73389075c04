import { computed, signal } from '@preact/signals';
import type { SettingsMessages } from '@/assets/messages/zh-cn-settings';
import type { Language } from './language';
import { loadSettingsMessages } from './load-settings-messages';
import { showLanguage } from './messages';

const shownMessages = signal<SettingsMessages | undefined>(undefined);

/** The options page's own catalogue. Throws before the first `showSettingsLanguage`. */
export const settingsMessages = computed(() => {
  if (!shownMessages.value) throw new Error('showSettingsLanguage comes before rendering');
  return shownMessages.value;
});

/** As `showLanguage`, with the options page's catalogue too. */
export async function showSettingsLanguage(next: Language): Promise<void> {
  const loaded = await loadSettingsMessages(next);
  await showLanguage(next);
  shownMessages.value = loaded;
}
