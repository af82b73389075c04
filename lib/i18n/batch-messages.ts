import { computed, effect, signal } from '@preact/signals';
import type { Language } from './language';
import { type BatchMessages, loadBatchMessagesIn } from './load-batch-messages';
import { language } from './messages';

const loaded = signal<Partial<Record<Language, BatchMessages>>>({});

/** The catalogue of cards, outreach and their jobs. Throws before the first `loadBatchMessages`: a late screen awaits that with its code. */
export const batchMessages = computed(() => {
  // While another language is on its way, the one that is here stays.
  const shown = loaded.value[language.value] ?? Object.values(loaded.value)[0];
  if (!shown) throw new Error('loadBatchMessages comes before rendering');
  return shown;
});

let _following: (() => void) | undefined;

/** Loads the language on the screen, and from then on every one that it changes to. */
export async function loadBatchMessages(): Promise<void> {
  await load(language.peek());
  _following ??= effect(() => void load(language.value));
}

async function load(wanted: Language): Promise<void> {
  if (loaded.peek()[wanted]) return;
  const words = await loadBatchMessagesIn(wanted);
  loaded.value = { ...loaded.peek(), [wanted]: words };
}
