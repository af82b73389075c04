import { describe, expect, it } from 'vitest';
import { createSealedWorker, rightPassphrase } from '@/components/screens/options/fake-sealed-worker';
import { createPreferencesModel } from '@/components/screens/options/preferences-model';
import type { AppState } from '@/lib/messages/app-state';
import { createSecurityModel } from './security-model';

function openModel(vault: AppState['vault'] = { state: 'unlocked', mode: 'passphrase' }) {
  const world = createSealedWorker({ vault });
  const model = createSecurityModel(world.app, createPreferencesModel(world.app));
  const changes = () => world.app.worker.callsOf('vault.change');
  return { ...world, model, changes };
}

const other = 'another passphrase';

describe('changing the passphrase', () => {
  it('needs the current one, and both go sealed', async () => {
    const { model, changes, open, recording } = openModel();
    model.openChange('passphrase');
    const form = model.change.value?.form;
    if (!form) throw new Error('no form');
    form.current.value = rightPassphrase;
    form.protection.passphrase.value = other;
    form.protection.repeat.value = other;
    expect(await model.submitChange()).toBe(true);
    const [sent] = changes();
    expect(sent?.passphrase && (await open(sent.passphrase))).toBe(other);
    expect(recording()).not.toContain(other);
    expect(recording()).not.toContain(rightPassphrase);
    expect([model.lastEvent.value, model.change.value]).toEqual(['changed', undefined]);
    expect([form.current.value, form.protection.passphrase.value]).toEqual(['', '']);
  });

  it('with a wrong current one tells it at that field and keeps the form', async () => {
    const { model } = openModel();
    model.openChange('passphrase');
    const form = model.change.value?.form;
    if (!form) throw new Error('no form');
    form.current.value = 'wrong';
    form.protection.passphrase.value = other;
    form.protection.repeat.value = other;
    expect(await model.submitChange()).toBe(false);
    expect(form.currentIssue.value).toBe('wrong-passphrase');
    expect(model.change.value?.form).toBe(form);
  });

  it('without the current one asks nobody', async () => {
    const { model, changes } = openModel();
    model.openChange('mode');
    expect(await model.submitChange()).toBe(false);
    expect(model.change.value?.form.currentIssue.value).toBe('required');
    expect(changes()).toEqual([]);
  });
});

describe('changing the protection', () => {
  it('to this device needs the current passphrase only', async () => {
    const { model, changes } = openModel();
    model.openChange('mode');
    const form = model.change.value?.form;
    if (!form) throw new Error('no form');
    form.current.value = rightPassphrase;
    expect(await model.submitChange()).toBe(true);
    expect(changes()).toMatchObject([{ mode: 'device' }]);
    expect(changes()[0]?.passphrase).toBeUndefined();
  });

  it('from this device needs a new passphrase only', async () => {
    const { model, changes } = openModel({ state: 'unlocked', mode: 'device' });
    model.openChange('mode');
    const form = model.change.value?.form;
    if (!form) throw new Error('no form');
    form.protection.passphrase.value = other;
    form.protection.repeat.value = other;
    expect(await model.submitChange()).toBe(true);
    expect(changes()).toMatchObject([{ mode: 'passphrase' }]);
    expect(changes()[0]?.current).toBeUndefined();
  });
});

describe('forgetting the secrets', () => {
  it('happens only once the word is typed', async () => {
    const { model, app } = openModel();
    model.askToForget();
    model.confirmation.value = '清除';
    expect(await model.forget('清除密钥')).toBe(false);
    expect(app.worker.callsOf('vault.reset')).toEqual([]);
    model.confirmation.value = ' 清除密钥 ';
    expect(await model.forget('清除密钥')).toBe(true);
    expect([model.vault.value.state, model.lastEvent.value]).toEqual(['absent', 'forgotten']);
    expect([model.isForgetting.value, model.confirmation.value]).toEqual([false, '']);
  });
});

it('locking closes what was being changed', async () => {
  const { model } = openModel();
  model.openChange('passphrase');
  expect(await model.lock()).toBe(true);
  expect([model.vault.value.state, model.change.value]).toEqual(['locked', undefined]);
});
