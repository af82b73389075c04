import * as z from 'zod/mini';
import { isOneHost } from '@/lib/connections/endpoint';
import type { StorageArea } from '@/lib/connections/storage-area';
import { createTurns } from '@/lib/connections/turns';
import { isErrorData } from '@/lib/errors/app-error';
import type { PageReader } from '@/lib/pages/readers';
import type { Clock } from '@/lib/time/clock';
import type { EnabledSites } from './enabled-sites';

const wishesItem = 'site-wishes';
/** As long as somebody may look at the browser's prompt. What is granted later was granted for something else. */
const wishMs = 5 * 60_000;

const wishesSchema = z.array(z.object({ origin: z.string(), name: z.string(), at: z.number() }));
type Wish = z.infer<typeof wishesSchema>[number];

/** The sites that somebody is being asked for, kept while the browser asks: its prompt closes a popup, and takes the answer along. */
export interface SiteWishes {
  keep(site: { origin: string; name: string }): Promise<void>;
  forget(origin: string): Promise<void>;
  list(): Promise<Wish[]>;
}

export function createSiteWishes(session: StorageArea, clock: Clock): SiteWishes {
  const inTurn = createTurns();
  async function list(): Promise<Wish[]> {
    const kept = wishesSchema.safeParse((await session.get(wishesItem))[wishesItem]).data ?? [];
    return kept.filter(({ at }) => clock() - at < wishMs);
  }
  function change(to: (wishes: Wish[]) => Wish[]): Promise<void> {
    return inTurn(async () => session.set({ [wishesItem]: to(await list()) }));
  }
  const others = (origin: string) => (wishes: Wish[]) => wishes.filter((wish) => wish.origin !== origin);
  // Of the whole host: the browser grants it without a port.
  const elsewhere = (origin: string) => (wishes: Wish[]) => wishes.filter((wish) => !isOneHost(wish.origin, origin));
  return {
    list,
    keep: (site) => change((wishes) => [...others(site.origin)(wishes), { ...site, at: clock() }]),
    forget: (origin) => change(elsewhere(origin)),
  };
}

/** Enables the wished sites that the browser has granted by now; false when there is none. */
export async function grantWishes({
  wishes,
  reader,
  sites,
}: {
  wishes: SiteWishes;
  reader: Pick<PageReader, 'enableSite'>;
  sites: EnabledSites;
}): Promise<boolean> {
  let hasGranted = false;
  for (const { origin, name } of await wishes.list()) {
    try {
      await reader.enableSite(origin);
    } catch (thrown) {
      if (isErrorData(thrown) && thrown.detail.reason === 'site-not-granted') continue;
      throw thrown;
    }
    await sites.add({ origin, name: name.trim() || new URL(origin).host });
    await wishes.forget(origin);
    hasGranted = true;
  }
  return hasGranted;
}
