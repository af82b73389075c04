import * as z from 'zod/mini';
import type { StorageArea } from '@/lib/connections/storage-area';
import { createTurns } from '@/lib/connections/turns';

const sitesItem = 'enabled-sites';
const sitesSchema = z.array(z.object({ origin: z.string(), name: z.string() }));

type EnabledSite = z.infer<typeof sitesSchema>[number];

/** The sites whose pages the person lets the extension always read, as chosen; the browser's grants may be fewer. */
export interface EnabledSites {
  list(): Promise<EnabledSite[]>;
  add(site: EnabledSite): Promise<void>;
  remove(origin: string): Promise<void>;
}

export function createEnabledSites(local: StorageArea): EnabledSites {
  const inTurn = createTurns();
  const list = async () => sitesSchema.safeParse((await local.get(sitesItem))[sitesItem]).data ?? [];
  const change = (to: (sites: EnabledSite[]) => EnabledSite[]) =>
    inTurn(async () => local.set({ [sitesItem]: to(await list()) }));
  return {
    list,
    add: (site) => change((sites) => [...sites.filter(({ origin }) => origin !== site.origin), site]),
    remove: (origin) => change((sites) => sites.filter((site) => site.origin !== origin)),
  };
}
