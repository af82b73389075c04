import { randomUUID } from 'node:crypto';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '@/lib/storage/open-database';
import { createStorageArea, type Disaster, disasterAt } from '@/test/fakes/storage-area';
import { createDeviceKeys, type DeviceKeys } from './device-keys';
import { createVault, type Vault } from './vault';
import type { VaultRecord } from './vault-record';

const rounds = 10;
const passphrase = '商机 correct horse';
const appSecret = 'app-secret-7f3d2c';
const session = 'session-91ab44';

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
function createDevice(switchedOn: { disaster?: Disaster | undefined } = {}) {
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

async function fill(vault: Vault): Promise<void> {
  await vault.putSecrets([
    { connectionId: 'top', field: 'appSecret', text: appSecret },
    { connectionId: 'top', field: 'session', text: session },
  ]);
}

function failure(code: string, reason?: string) {
  return expect.objectContaining({ code, detail: reason === undefined ? {} : expect.objectContaining({ reason }) });
}

function storedVault(local: { contents(): Record<string, unknown> }): VaultRecord {
  return local.contents().vault as VaultRecord;
}

describe('vault', () => {
  it('gives secrets back to a later worker of the same browser, and to nobody after the browser ended', async () => {
    const device = createDevice();
    await device.startWorker().create('passphrase', passphrase);
    await fill(device.startWorker());
    expect(await device.startWorker().readSecrets('top')).toEqual({ appSecret, session });
    device.restartBrowser();
    const vault = device.startWorker();
    expect(await vault.state()).toEqual({ state: 'locked', mode: 'passphrase' });
    await expect(vault.readSecrets('top')).rejects.toEqual(failure('locked'));
    await expect(vault.putSecret('top', 'session', 'new')).rejects.toEqual(failure('locked'));
    await vault.unlock(passphrase);
    expect(await vault.state()).toEqual({ state: 'unlocked', mode: 'passphrase' });
    expect(await vault.readSecrets('top')).toEqual({ appSecret, session });
  });

  it('says which secrets there are without being unlocked', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    expect(await vault.hasSecrets('top')).toEqual({ appSecret: false, session: false });
    await vault.create('passphrase', passphrase);
    await vault.putSecret('top', 'appSecret', appSecret);
    await vault.lock();
    expect(await vault.hasSecrets('top')).toEqual({ appSecret: true, session: false });
    expect(await vault.hasSecrets('other')).toEqual({ appSecret: false, session: false });
  });

  it('refuses a wrong passphrase, none, and one that differs in a letter’s case', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('passphrase', passphrase);
    await vault.lock();
    for (const wrong of [undefined, '', 'wrong horse battery', passphrase.toUpperCase(), `${passphrase} `]) {
      await expect(vault.unlock(wrong)).rejects.toEqual(failure('invalid-input', 'wrong-passphrase'));
    }
    expect((await vault.state()).state).toBe('locked');
  });

  it('takes the same passphrase typed full-width', async () => {
    const vault = createDevice().startWorker();
    await vault.create('passphrase', 'caf\u00E9 horse 42');
    await vault.lock();
    await vault.unlock('cafe\u0301 ｈｏｒｓｅ　４２');
    expect((await vault.state()).state).toBe('unlocked');
  });

  it.each([undefined, '', '1234567', '\u{1F600}'.repeat(7)])(
    'refuses %j as too short, and makes no vault',
    async (short) => {
      const device = createDevice();
      await expect(device.startWorker().create('passphrase', short)).rejects.toEqual(
        failure('invalid-input', 'passphrase-too-short'),
      );
      expect(device.local.contents()).toEqual({});
    },
  );

  it('does not make a vault over another', async () => {
    const vault = createDevice().startWorker();
    await vault.create('device');
    await expect(vault.create('passphrase', passphrase)).rejects.toEqual(failure('conflict', 'vault-exists'));
  });

  it('says that there is no vault', async () => {
    const vault = createDevice().startWorker();
    expect(await vault.state()).toEqual({ state: 'absent' });
    await expect(vault.unlock(passphrase)).rejects.toEqual(failure('locked', 'no-vault'));
    await expect(fill(vault)).rejects.toEqual(failure('locked', 'no-vault'));
  });

  it('opens without a passphrase in device mode, through a key that cannot be taken out', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('device');
    await fill(vault);
    device.restartBrowser();
    expect(await vault.state()).toEqual({ state: 'locked', mode: 'device' });
    await vault.unlock();
    expect(await vault.readSecrets('top')).toEqual({ appSecret, session });
    const key = await device.deviceKeys.read(device.deviceKeys.ids()[0] ?? '');
    expect(key?.extractable).toBe(false);
  });

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

  it('says that the device’s key is gone, and starts over after a reset', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('device');
    await vault.lock();
    await device.deviceKeys.keepOnly();
    await expect(vault.unlock()).rejects.toEqual(failure('locked', 'device-key-gone'));
    await vault.reset();
    await vault.create('device');
    expect((await vault.state()).state).toBe('unlocked');
  });

  it('forgets everything on reset, even of a vault that is damaged', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('device');
    await fill(vault);
    device.local.plant({ vault: { version: 1, secrets: 'gone' } });
    expect(await vault.state()).toEqual({ state: 'locked' });
    await expect(vault.unlock()).rejects.toEqual(failure('locked', 'vault-damaged'));
    await vault.reset();
    expect([device.local.contents(), device.session.contents(), device.deviceKeys.ids()]).toEqual([{}, {}, []]);
  });

  it('deletes one connection’s secrets, locked or not, and an empty text removes one', async () => {
    const vault = createDevice().startWorker();
    await vault.deleteSecrets('top');
    await vault.create('passphrase', passphrase);
    await fill(vault);
    await vault.putSecret('other', 'appSecret', 'stays');
    await vault.putSecret('top', 'session', '');
    expect(await vault.readSecrets('top')).toEqual({ appSecret });
    await vault.lock();
    await vault.deleteSecrets('top');
    await vault.unlock(passphrase);
    expect(await vault.readSecrets('top')).toEqual({});
    expect(await vault.readSecrets('other')).toEqual({ appSecret: 'stays' });
  });

  it('takes secrets and what changes with them in one stroke, or nothing', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('passphrase', passphrase);
    await vault.putSecrets([{ connectionId: 'top', field: 'appSecret', text: 'a' }], { settings: 1 });
    expect(device.local.contents().settings).toBe(1);
    await vault.lock();
    const before = device.local.contents();
    const secrets = [{ connectionId: 'top', field: 'appSecret', text: 'b' }] as const;
    await expect(vault.putSecrets(secrets, { settings: 2 })).rejects.toEqual(failure('locked'));
    expect(device.local.contents()).toEqual(before);
  });

  it('loses none of many writes at once', async () => {
    const vault = createDevice().startWorker();
    await vault.create('passphrase', passphrase);
    const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);
    await Promise.all(ids.map((id) => vault.putSecret(id, 'session', `session of ${id}`)));
    for (const id of ids) expect(await vault.readSecrets(id)).toEqual({ session: `session of ${id}` });
  });

  it('keeps any text whole under any connection’s id', async () => {
    const vault = createDevice().startWorker();
    await vault.create('passphrase', passphrase);
    const id = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('__proto__', 'constructor', '["top"]'));
    await fc.assert(
      fc.asyncProperty(id, fc.string({ unit: 'grapheme', minLength: 1 }), async (connectionId, text) => {
        await vault.putSecret(connectionId, 'appSecret', text);
        expect(await vault.readSecrets(connectionId)).toEqual({ appSecret: text });
        await vault.deleteSecrets(connectionId);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what is stored', () => {
  it('shows neither secret nor passphrase in any area, nor the data key on disk', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('passphrase', passphrase);
    await fill(vault);
    await vault.change({ mode: 'device', current: passphrase });
    await vault.change({ mode: 'passphrase', passphrase });
    const everything = device.local.text() + device.session.text();
    for (const secret of [appSecret, session, passphrase]) {
      const bytes = Buffer.from(secret);
      for (const form of [secret, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex')]) {
        expect(everything).not.toContain(form);
      }
    }
    const { key } = device.session.contents()['vault-key'] as { key: string };
    expect(device.local.text()).not.toContain(key);
  });

  it('is nothing in the session once it is locked', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('device');
    await vault.lock();
    expect(device.session.contents()).toEqual({});
  });

  it('does not open when a secret was changed, or moved to another connection or field', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('passphrase', passphrase);
    await fill(vault);
    await vault.putSecret('other', 'appSecret', 'secret of the other');
    const record = storedVault(device.local);
    const find = (id: string, field: string) =>
      record.secrets.find((secret) => secret.connectionId === id && secret.field === field)?.value;
    const value = find('top', 'appSecret');
    const swaps = [
      find('other', 'appSecret'),
      find('top', 'session'),
      { ...value, text: `AAAA${value?.text.slice(4)}` },
    ];
    for (const swapped of swaps) {
      const secrets = record.secrets.map((secret) => (secret.value === value ? { ...secret, value: swapped } : secret));
      device.local.plant({ vault: { ...record, secrets } });
      await expect(vault.readSecrets('top')).rejects.toEqual(failure('sign-in-again', 'secret-damaged'));
    }
  });

  it('does not open when the way it is protected was changed', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('passphrase', passphrase);
    await vault.lock();
    const record = storedVault(device.local);
    device.local.plant({ vault: { ...record, keyId: 'another' } });
    await expect(vault.unlock(passphrase)).rejects.toEqual(failure('invalid-input', 'wrong-passphrase'));
  });

  it('is wrapped anew with more rounds when it is unlocked, and still opens', async () => {
    const device = createDevice();
    await device.startWorker().create('passphrase', passphrase);
    await fill(device.startWorker());
    device.restartBrowser();
    const later = device.startWorker({ rounds: 20 });
    await later.unlock(passphrase);
    expect(storedVault(device.local).protection).toMatchObject({ derivation: { rounds: 20 } });
    await later.lock();
    await later.unlock(passphrase);
    expect(await later.readSecrets('top')).toEqual({ appSecret, session });
  });

  it('uses 600,000 rounds unless told otherwise', async () => {
    const device = createDevice();
    const { local, session: sessionArea, deviceKeys } = device;
    await createVault({ crypto, local, session: sessionArea, deviceKeys }).create('passphrase', passphrase);
    expect(storedVault(local).protection).toMatchObject({
      derivation: { name: 'PBKDF2', hash: 'SHA-256', rounds: 600_000 },
    });
  });
});

describe('change', () => {
  const next = 'another passphrase';

  it('needs the present passphrase, even while unlocked', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('passphrase', passphrase);
    const before = device.local.contents();
    for (const current of [undefined, 'wrong passphrase']) {
      await expect(vault.change({ mode: 'passphrase', current, passphrase: next })).rejects.toEqual(
        failure('invalid-input', 'wrong-passphrase'),
      );
    }
    await expect(vault.change({ mode: 'passphrase', current: passphrase, passphrase: 'short' })).rejects.toEqual(
      failure('invalid-input', 'passphrase-too-short'),
    );
    expect(device.local.contents()).toEqual(before);
  });

  it('makes a new data key, so that one that leaked earlier opens nothing', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('passphrase', passphrase);
    await fill(vault);
    const leaked = device.session.contents();
    await vault.change({ mode: 'passphrase', current: passphrase, passphrase: next });
    expect(await vault.readSecrets('top')).toEqual({ appSecret, session });
    device.session.plant(leaked);
    expect((await vault.state()).state).toBe('locked');
    await expect(vault.unlock(passphrase)).rejects.toEqual(failure('invalid-input', 'wrong-passphrase'));
    await vault.unlock(next);
    expect(await vault.readSecrets('top')).toEqual({ appSecret, session });
  });

  it('leaves no key of the device behind when it goes over to a passphrase', async () => {
    const device = createDevice();
    const vault = device.startWorker();
    await vault.create('device');
    await vault.change({ mode: 'device' });
    expect(device.deviceKeys.ids()).toHaveLength(1);
    await vault.change({ mode: 'passphrase', passphrase });
    expect(device.deviceKeys.ids()).toEqual([]);
  });

  const ways = [
    { from: 'passphrase', to: 'passphrase' },
    { from: 'passphrase', to: 'device' },
    { from: 'device', to: 'passphrase' },
    { from: 'device', to: 'device' },
  ] as const;

  it.each(ways)('killed at any write on the way from $from to $to leaves a vault that opens', async ({ from, to }) => {
    let kills = 0;
    for (let at = 1; ; at += 1) {
      const device = createDevice();
      await device.startWorker().create(from, passphrase);
      await fill(device.startWorker());
      const disaster = disasterAt(at);
      device.switchedOn.disaster = disaster;
      const change = device.startWorker().change({ mode: to, current: passphrase, passphrase: next });
      const hasEnded = await change.then(
        () => true,
        () => false,
      );
      device.switchedOn.disaster = undefined;
      if (hasEnded) break;
      kills += 1;
      if (at % 2 === 0) device.restartBrowser();
      const vault = device.startWorker();
      // Either the old or the new passphrase, never neither; what the session still holds never opens the wrong vault.
      await vault.unlock(passphrase).catch(() => vault.unlock(next));
      expect(await vault.readSecrets('top')).toEqual({ appSecret, session });
    }
    expect(kills).toBeGreaterThanOrEqual(5);
  });
});
