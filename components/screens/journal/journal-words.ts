import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';

/** What an entry may say of its outcome: what became of a row, or what a person decided. */
export function outcomeWords(): Record<string, string> {
  const { waiting: _waiting, sending: _sending, ...ends } = messages.value.jobs.rowStates;
  return { ...ends, ...screenMessages.value.journal.choices };
}

/** The catalogue's word; what a newer version wrote down is shown as it is. */
export function wordFor(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}
