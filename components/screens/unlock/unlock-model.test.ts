import { describe, expect, it } from 'vitest';
import { createFakeApp, createFakeWorker, fakePassphrase } from '@/test/fakes/fake-client';
import { fakeJob } from '@/test/fakes/fake-state';
import { createUnlockModel } from './unlock-model';

describe('unlocking with a passphrase', () => {
  it('sends it sealed, and forgets it', async () => {
    const worker = createFakeWorker({ vault: { state: 'locked', mode: 'passphrase' } });
    const model = createUnlockModel(createFakeApp(worker));
    model.passphrase.value = fakePassphrase;
    expect(await model.unlock()).toBe(true);
    expect(worker.state.value.vault.state).toBe('unlocked');
    expect(model.passphrase.value).toBe('');
    expect(JSON.stringify(worker.calls)).not.toContain(fakePassphrase);
  });

  it('that is wrong stays locked and is kept to be corrected', async () => {
    const worker = createFakeWorker({ vault: { state: 'locked', mode: 'passphrase' } });
    const model = createUnlockModel(createFakeApp(worker));
    model.passphrase.value = 'correct horse';
    expect(await model.unlock()).toBe(false);
    expect(model.unlocking.error.value?.detail.reason).toBe('wrong-passphrase');
    expect([worker.state.value.vault.state, model.passphrase.value]).toEqual(['locked', 'correct horse']);
  });
});

it('by this device needs one click and no key', async () => {
  const worker = createFakeWorker({ vault: { state: 'locked', mode: 'device' } });
  const model = createUnlockModel(createFakeApp(worker));
  await model.unlock();
  expect(worker.calls.map(({ name }) => name)).toEqual(['vault.unlock']);
  expect(worker.state.value.vault.state).toBe('unlocked');
});

it('says how many jobs wait for it', () => {
  const waiting = fakeJob({ state: 'paused', pausedBy: { code: 'locked', detail: {} } });
  const worker = createFakeWorker({ jobs: [waiting, fakeJob({ id: 'other', state: 'paused' })] });
  expect(createUnlockModel(createFakeApp(worker)).waitingJobs.value).toBe(1);
});
