import { batch, computed, signal } from '@preact/signals';
import type { Language } from './language';
import { loadMessages, type Messages } from './load-messages';

const shownMessages = signal<Messages | undefined>(undefined);
const shownLanguage = signal<Language>('zh-CN');

/** The language on the screen. */
export const language = computed(() => shownLanguage.value);

/** The catalogue on the screen. Throws before the first `showLanguage`: an entrypoint awaits that, then renders. */
export const messages = computed(() => {
  if (!shownMessages.value) throw new Error('showLanguage comes before rendering');
  return shownMessages.value;
});

/** Loads a language and shows it; what is on the screen follows by itself. The caller sets the page's `lang`. */
export async function showLanguage(next: Language): Promise<void> {
  const loaded = await loadMessages(next);
  batch(() => {
    shownMessages.value = loaded;
    shownLanguage.value = next;
  });
}
