import type { StorageArea } from '@/lib/connections/storage-area';

export interface FakeStorageArea extends StorageArea {
  /** Everything stored, as it would be found on disk. */
  contents(): Record<string, unknown>;
  text(): string;
  /** Puts something there behind the product's back. */
  plant(items: Record<string, unknown>): void;
  /** As when the browser ends, for `storage.session`. */
  clear(): void;
}

/** Says no to a write from then on, as a killed worker or a full disk would. */
export interface Disaster {
  /** Called before every write, and again after it was done. Throws to strike. */
  strike(when: 'before' | 'after'): void;
}

/** A storage area as browsers have them: values are kept as JSON, one `set` is atomic, readers get copies. */
export function createStorageArea(disaster: Disaster = { strike: () => {} }): FakeStorageArea {
  const stored = new Map<string, string>();
  const contents = () => Object.fromEntries(Array.from(stored, ([key, text]) => [key, JSON.parse(text) as unknown]));

  async function write(work: () => void): Promise<void> {
    await Promise.resolve();
    disaster.strike('before');
    work();
    disaster.strike('after');
  }

  function plant(items: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(items)) {
      const text = JSON.stringify(value) as string | undefined;
      if (text !== undefined) stored.set(key, text);
    }
  }

  return {
    contents,
    text: () => JSON.stringify(contents()),
    plant,
    clear: () => stored.clear(),
    async get(key) {
      await Promise.resolve();
      const text = stored.get(key);
      return text === undefined ? {} : { [key]: JSON.parse(text) as unknown };
    },
    set: (items) => write(() => plant(items)),
    remove: (key) => write(() => stored.delete(key)),
  };
}

/** Strikes at the n-th opportunity (from 1), then leaves nothing running: every later write fails too. */
export function disasterAt(n: number): Disaster & { hasStruck(): boolean } {
  let opportunities = 0;
  return {
    hasStruck: () => opportunities >= n,
    strike() {
      opportunities += 1;
      if (opportunities >= n) throw new Error('the worker was killed');
    },
  };
}
