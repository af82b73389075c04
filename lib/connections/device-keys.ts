import type { Database } from '@/lib/storage/open-database';

/** Keys that this device holds and nobody can take out, by id. */
export interface DeviceKeys {
  read(id: string): Promise<CryptoKey | undefined>;
  write(id: string, key: CryptoKey): Promise<void>;
  /** Forgets all keys but this one; without an id, all. */
  keepOnly(id?: string): Promise<void>;
}

/** In IndexedDB, the one place where a non-extractable key can be stored. */
export function createDeviceKeys(database: Database): DeviceKeys {
  return {
    async read(id) {
      return (await database.get('keys', id))?.key;
    },
    async write(id, key) {
      const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put({ id, key }), transaction.done]);
    },
    async keepOnly(id) {
      const transaction = database.transaction('keys', 'readwrite');
      const ids = await transaction.store.getAllKeys();
      await Promise.all(ids.filter((other) => other !== id).map((other) => transaction.store.delete(other)));
      await transaction.done;
    },
  };
}
