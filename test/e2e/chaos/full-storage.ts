import { waitUntil } from '../wait-until.ts';
import { type Disturbance, pause } from './disturbance.ts';
import { grantRoom, setQuota } from './grant-room.ts';

/** Less than any extension has at its start. */
const noRoomBytes = 1000;

/**
 * No room on disk for a while. Whether it holds is asked of a database beside the extension's own, in the same origin
 * and therefore under the same quota.
 */
export const fullStorage: Disturbance = {
  name: 'storage full for a while',
  async strike(world, random) {
    await setQuota(world, noRoomBytes);
    const from = Date.now();
    await waitUntil('the storage to be full', () => world.panel.evaluate(isBlobRefused), { timeoutMs: 45_000 });
    await pause(random.between(500, 2500));
    await grantRoom(world);
    world.troubles.push({ what: 'storage-full', from, until: Date.now() });
    await world.panel.evaluate(() => void indexedDB.deleteDatabase('chaos'));
  },
};

/** Evaluated in a page of the extension. */
async function isBlobRefused(): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('chaos');
    opening.onupgradeneeded = () => opening.result.createObjectStore('blobs', { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const pieces = Array.from({ length: 32 }, () => crypto.getRandomValues(new Uint8Array(65_536)));
  const isRefused = await new Promise<boolean>((resolve) => {
    const transaction = database.transaction('blobs', 'readwrite', { durability: 'strict' });
    for (const piece of pieces) transaction.objectStore('blobs').add(piece);
    transaction.oncomplete = () => resolve(false);
    transaction.onabort = () => resolve(transaction.error?.name === 'QuotaExceededError');
  });
  database.close();
  return isRefused;
}
