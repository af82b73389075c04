import type * as z from 'zod/mini';
import type { Database } from '@/lib/storage/open-database';

/** Readings of one kind that are kept for one connection; what is beyond that can be read again. */
const mostKept = 200;

export interface CachePlace {
  connection: { id: string; baseUrl: string };
  kind: 'record' | 'others';
  id: string;
}

export async function readKept<T>(
  database: Database,
  place: CachePlace,
  schema: z.ZodMiniType<T>,
): Promise<{ content: T; readAt: number } | undefined> {
  const kept = await database.get('crmCache', `${prefixOf(place)}${place.id}`);
  const parsed = schema.safeParse(kept?.content);
  return kept && parsed.success ? { content: parsed.data, readAt: kept.readAt } : undefined;
}

/** Never throws: what cannot be kept is read again. */
export async function keep(database: Database, place: CachePlace, kept: { content: unknown; readAt: number }) {
  const prefix = prefixOf(place);
  try {
    const store = database.transaction('crmCache', 'readwrite').store;
    const all = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    if ((await store.count(all)) >= mostKept) await store.delete(all);
    await store.put({ id: `${prefix}${place.id}`, ...kept });
  } catch {
    // A full disk must not hide what was just read.
  }
}

/** What was read through a connection goes with it, whatever its address was. */
export async function forgetKept(database: Database, connectionId: string): Promise<void> {
  await database.delete('crmCache', IDBKeyRange.bound(`${connectionId}|`, `${connectionId}|\uffff`));
}

function prefixOf({ connection, kind }: CachePlace): string {
  return [connection.id, connection.baseUrl, kind, ''].join('|');
}
