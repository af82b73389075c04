import { describe, expect, it } from 'vitest';
import { createSealedWorker, rightPassphrase } from '@/components/screens/options/fake-sealed-worker';
import { AppError } from '@/lib/errors/app-error';
import { createVaultGate } from './vault-gate';

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function openGate(vault: { state: 'absent' | 'locked' | 'unlocked'; mode?: 'passphrase' | 'device' }) {
  const world = createSealedWorker({ vault });
  return { ...world, gate: createVaultGate(world.app) };
}

describe('a gate', () => {
  it('before an open vault is none', async () => {
    const { gate } = openGate({ state: 'unlocked', mode: 'passphrase' });
    expect(await gate.behind(true, async () => 'done')).toBe('done');
  });

  it('unlocks this device’s protection by one press, without a passphrase', async () => {
    const { gate, app } = openGate({ state: 'locked', mode: 'device' });
    const passed = gate.pass();
    await settled();
    expect(await gate.submit()).toBe(true);
    expect(await passed).toBe(true);
    expect(app.worker.callsOf('vault.unlock')).toEqual([{}]);
  });

  it('asks for a passphrase before it asks the worker', async () => {
    const { gate, app } = openGate({ state: 'locked', mode: 'passphrase' });
    void gate.pass();
    await settled();
    expect(await gate.submit()).toBe(false);
    expect(gate.passphraseIssue.value).toBe('required');
    expect(app.worker.callsOf('vault.unlock')).toEqual([]);
  });

  it('opens by itself when the vault was unlocked in another window', async () => {
    const { gate, app } = openGate({ state: 'locked', mode: 'passphrase' });
    const work = gate.behind(true, async () => 'done');
    await settled();
    app.worker.change({ vault: { state: 'unlocked', mode: 'passphrase' } });
    expect(await work).toBe('done');
    expect(gate.need.value).toBeUndefined();
  });

  it('stands up when the worker turns out to be locked, and the work is done after it', async () => {
    const { gate, app } = openGate({ state: 'unlocked', mode: 'passphrase' });
    let tries = 0;
    const work = gate.behind(false, async () => {
      tries += 1;
      if (tries > 1) return 'done';
      app.worker.change({ vault: { state: 'locked', mode: 'passphrase' } });
      throw new AppError('locked');
    });
    await settled();
    gate.passphrase.value = rightPassphrase;
    expect(await gate.submit()).toBe(true);
    expect(await work).toBe('done');
  });

  it('does not try for ever where the worker stays locked', async () => {
    const { gate } = openGate({ state: 'unlocked', mode: 'passphrase' });
    let tries = 0;
    const work = gate.behind(false, async () => {
      tries += 1;
      throw new AppError('locked', { reason: 'vault-damaged' });
    });
    await expect(work).rejects.toMatchObject({ code: 'locked' });
    expect(tries).toBe(2);
  });

  it('keeps nothing typed once it is closed', async () => {
    const { gate } = openGate({ state: 'absent' });
    const passed = gate.pass();
    await settled();
    gate.protection.passphrase.value = 'typed';
    gate.protection.repeat.value = 'typed';
    gate.passphrase.value = 'typed';
    gate.cancel();
    expect(await passed).toBe(false);
    expect([gate.passphrase, gate.protection.passphrase, gate.protection.repeat].map(({ value }) => value)).toEqual([
      '',
      '',
      '',
    ]);
  });
});

describe('a new passphrase', () => {
  it.each([
    ['1234567', '1234567', { passphrase: 'passphrase-too-short' }],
    ['12345678', '12345679', { repeat: 'passphrases-differ' }],
  ])('%s and %s are refused', async (passphrase, repeat, issues) => {
    const { gate, app } = openGate({ state: 'absent' });
    void gate.pass();
    await settled();
    gate.protection.passphrase.value = passphrase;
    gate.protection.repeat.value = repeat;
    expect(await gate.submit()).toBe(false);
    expect(gate.protection.issues.value).toEqual(issues);
    expect(app.worker.callsOf('vault.create')).toEqual([]);
  });

  it('is not needed for this device’s protection', async () => {
    const { gate, app } = openGate({ state: 'absent' });
    void gate.pass();
    await settled();
    gate.protection.mode.value = 'device';
    expect(await gate.submit()).toBe(true);
    expect(app.worker.callsOf('vault.create')).toEqual([{ mode: 'device' }]);
  });
});
