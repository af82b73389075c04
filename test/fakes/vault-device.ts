import { expect } from 'vitest';
import type { DeviceKeys } from '@/lib/connections/device-keys';
import { createVault, type Vault } from '@/lib/connections/vault';
import type { VaultRecord } from '@/lib/connections/vault-record';
import { createStorageArea, type Disaster } from './storage-area';

const rounds = 10;
export const passphrase = '商机 correct horse';
export const appSecret = 'app-secret-7f3d2c';
export const session = 'session-91ab44';

function createDeviceKeysInMemory(disaster?: Disaster): DeviceKeys & { ids(): string[] } {
  const keys = new Map<string, CryptoKey>();
  return {
    ids: () => [...keys.keys()],
    read: async (id) => keys.get(id),
    async write(id, key) {
      disaster?.strike('before');
      keys.set(id, key);
      disaster?.strike('after');
    },
    async keepOnly(id) {
      disaster?.strike('before');
      for (const other of [...keys.keys()]) if (other !== id) keys.delete(other);
      disaster?.strike('after');
    },
  };
}

/** Storage that outlives workers, and workers over it. A disaster strikes all of it. */
export function createDevice(switchedOn: { disaster?: Disaster | undefined } = {}) {
  const disaster: Disaster = { strike: (when) => switchedOn.disaster?.strike(when) };
  const local = createStorageArea(disaster);
  const sessionArea = createStorageArea(disaster);
  const deviceKeys = createDeviceKeysInMemory(disaster);
  const startWorker = (change: { rounds?: number } = {}) =>
    createVault({ crypto, local, session: sessionArea, deviceKeys, rounds, ...change });
  return {
    local,
    session: sessionArea,
    deviceKeys,
    startWorker,
    switchedOn,
    restartBrowser: () => sessionArea.clear(),
  };
}

export async function fill(vault: Vault): Promise<void> {
  await vault.putSecrets([
    { connectionId: 'top', field: 'appSecret', text: appSecret },
    { connectionId: 'top', field: 'session', text: session },
  ]);
}

export function failure(code: string, reason?: string) {
  return expect.objectContaining({ code, detail: reason === undefined ? {} : expect.objectContaining({ reason }) });
}

export function storedVault(local: { contents(): Record<string, unknown> }): VaultRecord {
  return local.contents().vault as VaultRecord;
}
