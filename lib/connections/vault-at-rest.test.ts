import { describe, expect, it } from 'vitest';
import { appSecret, createDevice, failure, fill, passphrase, session, storedVault } from '@/test/fakes/vault-device';
import { createVault } from './vault';

describe('what the vault stores', () => {
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
