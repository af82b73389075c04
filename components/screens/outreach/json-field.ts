import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { findPairFault, type Pair, type PairFault, readPairs, writePairs } from './json-pairs';

/** A field of JSON text, edited by name and value where it can be. */
export interface JsonField {
  mode: ReadonlySignal<'pairs' | 'json'>;
  /** The pairs as they are edited, empty ones too. */
  pairs: ReadonlySignal<readonly Pair[]>;
  fault: ReadonlySignal<PairFault | undefined>;
  /** The pairs, for a draft, where the text cannot hold all of them. */
  unwritten: ReadonlySignal<string | undefined>;
  /** Whether the text can be edited as pairs. */
  canPair: ReadonlySignal<boolean>;
  chooseMode(mode: 'pairs' | 'json'): void;
  setPair(index: number, pair: Pair): void;
  addPair(): void;
  removePair(index: number): void;
}

/** `text` stays what is sent; pairs are a way to write it. `unwritten` is what a draft held of them. */
export function createJsonField(text: Signal<string>, unwritten = ''): JsonField {
  const chosen = signal<'pairs' | 'json' | undefined>(undefined);
  /** As edited last; it stands only for the very text that it made. */
  const edited = signal<{ pairs: readonly Pair[]; text: string } | undefined>(
    unwritten ? { pairs: readNumbered(unwritten), text: text.value } : undefined,
  );
  const read = computed(() => readPairs(text.value));
  const canPair = computed(() => read.value !== undefined);
  const mode = computed(() => (canPair.value ? (chosen.value ?? 'pairs') : 'json'));
  const pairs = computed(() => (edited.value?.text === text.value ? edited.value.pairs : (read.value ?? [])));
  const edit = (next: readonly Pair[]) => {
    const written = writePairs(firstOfEach(next));
    edited.value = { pairs: next, text: written };
    text.value = written;
  };
  const fault = computed(() => (mode.value === 'pairs' ? findPairFault(pairs.value) : undefined));
  return {
    mode,
    pairs,
    canPair,
    fault,
    unwritten: computed(() => (fault.value ? writeNumbered(pairs.value) : undefined)),
    chooseMode: (next) => {
      chosen.value = next;
    },
    setPair: (index, pair) => edit(pairs.value.map((known, at) => (at === index ? pair : known))),
    addPair: () => edit([...pairs.value, ['', '']]),
    removePair: (index) => edit(pairs.value.filter((_, at) => at !== index)),
  };
}

/** While a name stands twice the text holds the first; the fault keeps it from being sent. */
function firstOfEach(pairs: readonly Pair[]): Pair[] {
  return pairs.filter(([name], index) => pairs.findIndex(([other]) => other === name) === index);
}

/** With a number before each name, so that no two are the same and none is empty. */
function writeNumbered(pairs: readonly Pair[]): string | undefined {
  const text = writePairs(pairs.map(([name, value], index) => [`${index} ${name}`, value]));
  return text.length > longestInDraft ? undefined : text;
}

function readNumbered(text: string): Pair[] {
  return (readPairs(text) ?? []).map(([name, value]) => [name.slice(name.indexOf(' ') + 1), value]);
}

/** Beyond that no draft is taken. */
const longestInDraft = 4096;
