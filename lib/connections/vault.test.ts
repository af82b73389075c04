import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appSecret, createDevice, failure, fill, passphrase, session } from '@/test/fakes/vault-device';

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
    expect(await vault.hasSecrets('top')).toEqual({ appSecret: false, session: false, token: false });
    await vault.create('passphrase', passphrase);
    await vault.putSecret('top', 'appSecret', appSecret);
    await vault.lock();
    expect(await vault.hasSecrets('top')).toEqual({ appSecret: true, session: false, token: false });
    expect(await vault.hasSecrets('other')).toEqual({ appSecret: false, session: false, token: false });
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
