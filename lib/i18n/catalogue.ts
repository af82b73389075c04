import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Language } from './language';

/** The words of a part of the interface. Only those that somebody shows are loaded, in the language on the screen. */
export interface Catalogue<Words> {
  /** In the language on the screen. Throws where they are not loaded: whoever shows them has awaited that. */
  words: ReadonlySignal<Words>;
  /** The same for who can do without: undefined until they are there. */
  wordsIfLoaded: ReadonlySignal<Words | undefined>;
  /** Resolves when they are there; from then on they follow the language. */
  load(): Promise<void>;
  isLoadedIn(language: Language): boolean;
  loadIn(language: Language): Promise<void>;
}

/** What follows the language, since somebody shows it. */
const inUse = new Set<Catalogue<unknown>>();

const shownLanguage = signal<Language>('zh-CN');
let askedLanguage: Language | undefined;

/** The language on the screen. */
export const language = computed(() => shownLanguage.value);

/** `name` is for the developer who forgot to load it. */
export function createCatalogue<Words>(name: string, read: (language: Language) => Promise<Words>): Catalogue<Words> {
  const loaded = signal<Partial<Record<Language, Words>>>({});
  const wordsIfLoaded = computed(() => loaded.value[shownLanguage.value]);
  const catalogue: Catalogue<Words> = {
    wordsIfLoaded,
    words: computed(() => {
      if (wordsIfLoaded.value === undefined) throw new Error(`${name} are shown before they are loaded`);
      return wordsIfLoaded.value;
    }),
    isLoadedIn: (asked) => loaded.peek()[asked] !== undefined,
    async loadIn(asked) {
      const words = await read(asked);
      loaded.value = { ...loaded.peek(), [asked]: words };
    },
    async load() {
      inUse.add(catalogue);
      // The language may change while one waits.
      while (!catalogue.isLoadedIn(shownLanguage.peek())) await catalogue.loadIn(shownLanguage.peek());
    },
  };
  return catalogue;
}

/**
 * Shows a language once its words are there, those of `also` and of everything in use, so that no two languages ever
 * stand side by side. What is on the screen follows by itself; the caller sets the page's `lang`. Asked again
 * meanwhile, the language asked for last stays.
 */
export async function showLanguage(next: Language, ...also: Catalogue<unknown>[]): Promise<void> {
  askedLanguage = next;
  for (const catalogue of also) inUse.add(catalogue);
  for (let missing = missingIn(next); missing.length > 0; missing = missingIn(next))
    await Promise.all(missing.map((catalogue) => catalogue.loadIn(next)));
  if (askedLanguage === next) shownLanguage.value = next;
}

function missingIn(next: Language): Catalogue<unknown>[] {
  return [...inUse].filter((catalogue) => !catalogue.isLoadedIn(next));
}
