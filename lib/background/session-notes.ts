import * as z from 'zod/mini';
import type { StorageArea } from '@/lib/connections/storage-area';
import type { PanelWish } from './open-release';

const wishItem = 'panel-wish';
const startItem = 'browser-started';

const wishSchema = z.object({ at: z.number(), windowId: z.number(), scope: z.string() });

/** What outlives the worker but not the browser. */
export interface SessionNotes {
  readWish(): Promise<PanelWish | undefined>;
  keepWish(wish: PanelWish): Promise<void>;
  /** Forgets the wish of that time; a newer one stays. */
  forgetWish(at: number): Promise<void>;
  /** True once in a browser's run: for the first worker. */
  isFirstStart(): Promise<boolean>;
  /** True once in every so many milliseconds for what is noted under this name, and noted with that. */
  isDue(name: string, now: number, everyMs: number): Promise<boolean>;
}

export function createSessionNotes(session: StorageArea): SessionNotes {
  async function readWish(): Promise<PanelWish | undefined> {
    return wishSchema.safeParse((await session.get(wishItem))[wishItem]).data;
  }
  return {
    readWish,
    keepWish: (wish) => session.set({ [wishItem]: wish }),
    async forgetWish(at) {
      if ((await readWish())?.at === at) await session.remove(wishItem);
    },
    async isFirstStart() {
      const isFirst = (await session.get(startItem))[startItem] !== true;
      if (isFirst) await session.set({ [startItem]: true });
      return isFirst;
    },
    async isDue(name, now, everyMs) {
      const last = (await session.get(name))[name];
      const isDue = typeof last !== 'number' || last > now || now - last >= everyMs;
      if (isDue) await session.set({ [name]: now });
      return isDue;
    },
  };
}
