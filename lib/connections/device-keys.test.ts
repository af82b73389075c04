import { randomUUID } from 'node:crypto';
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '@/lib/storage/open-database';
import { createDeviceKeys } from './device-keys';

it('keeps a key of the device in IndexedDB across its closing, and forgets the others', async () => {
  const name = randomUUID();
  const first = await openDatabase(name);
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  await createDeviceKeys(first).write('kept', key);
  await createDeviceKeys(first).write('old', key);
  await createDeviceKeys(first).keepOnly('kept');
  first.close();
  const keys = createDeviceKeys(await openDatabase(name));
  expect((await keys.read('kept'))?.extractable).toBe(false);
  expect(await keys.read('old')).toBeUndefined();
  await keys.keepOnly();
  expect(await keys.read('kept')).toBeUndefined();
});
