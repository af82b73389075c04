import { describe, expect, it } from 'vitest';
import { disasterAt } from '@/test/fakes/storage-area';
import { appSecret, createDevice, failure, fill, passphrase, session } from '@/test/fakes/vault-device';

describe('changing the vault', () => {
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
    const keyOf = (contents: Record<string, unknown>) => (contents['vault-key'] as { key: string }).key;
    expect(keyOf(device.session.contents())).not.toBe(keyOf(leaked));
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
