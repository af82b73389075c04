import { describe, expect, it } from 'vitest';
import { sealText } from '@/lib/messages/seal';
import { createSealer } from '@/lib/messages/sealer';
import { parseSettingsFile } from '@/lib/settings/parse-settings-file';
import { createSettingsStore } from '@/lib/settings/settings-store';
import { appSecret, createDevice, passphrase, session } from '@/test/fakes/vault-device';
import { createSettingsHandlers } from './settings-handlers';

const sender = {};
const connection = {
  id: 'top',
  platform: 'top',
  name: '淘宝开放平台',
  endpoint: 'https://eco.taobao.com/router/rest',
  appKey: '12345678',
  signMethod: 'hmac-sha256',
};
const file = { version: 1, connections: [{ ...connection, appSecret, session }], operator: { id: 'kyr13386' } };

async function createWorld() {
  const { local, startWorker } = createDevice();
  const vault = startWorker();
  await vault.create('passphrase', passphrase);
  const store = createSettingsStore({ local, clock: () => 0, defaultLanguage: 'zh-CN' });
  const sealer = createSealer(crypto);
  let changes = 0;
  const handlers = createSettingsHandlers({
    store,
    vault,
    sealer,
    changed() {
      changes += 1;
    },
  });
  const importFile = async (text: string) =>
    handlers['settings.import']({ file: await sealText(await sealer.publicKey(), text) }, sender);
  const exportFile = async () => (await handlers['settings.export']({}, sender)).file;
  return { vault, store, local, handlers, importFile, exportFile, changes: () => changes };
}

describe('preferences and defaults', () => {
  it('each change their own part, and are told to everybody', async () => {
    const { store, handlers, changes } = await createWorld();
    const before = await store.read();
    const preferences = { ...before.preferences, language: 'en' as const, holdBackSeconds: 9 };
    await handlers['preferences.save'](preferences, sender);
    expect(await store.read()).toEqual({ ...before, preferences });
    const operator = { id: 'kyr13386', name: '王五' };
    const defaults = { ...before.defaults, territoryCode: 'keruyun_POS_2019' };
    await handlers['defaults.save']({ operator, defaults }, sender);
    expect(await store.read()).toEqual({ ...before, preferences, operator, defaults });
    expect(changes()).toBe(2);
  });

  it('that would not fit into a settings file are refused, and nobody is told', async () => {
    const { store, handlers, changes } = await createWorld();
    const before = await store.read();
    const defaults = { ...before.defaults, releaseReasons: [''] };
    await expect(handlers['defaults.save']({ operator: before.operator, defaults }, sender)).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { path: 'defaults.releaseReasons[0]' },
    });
    expect([await store.read(), changes()]).toEqual([before, 0]);
  });
});

describe('a settings file', () => {
  it('comes in whole: settings into the store, secrets into the vault, and how many is answered', async () => {
    const { vault, store, local, importFile, changes } = await createWorld();
    expect(await importFile(JSON.stringify(file))).toEqual({ connections: 1, secrets: 2 });
    expect((await store.read()).connections).toEqual([connection]);
    expect(await vault.readSecrets('top')).toEqual({ appSecret, session });
    expect(local.text()).not.toContain(appSecret);
    expect(changes()).toBe(1);
  });

  it.each<[string, string, object]>([
    ['not JSON', '{"version": 1,}', { reason: 'not-json', path: '1:15' }],
    ['of a wrong version', '{"version": 2}', { reason: 'wrong-version', path: 'version' }],
    ['with an unknown key', '{"colour": "red"}', { reason: 'unknown-key', path: 'colour' }],
    ['with a bad value', '{"preferences": {"theme": "pink"}}', { reason: 'bad-value', path: 'preferences.theme' }],
  ])('that is %s is refused with the place, and nothing is changed', async (_what, text, detail) => {
    const { store, importFile, changes } = await createWorld();
    const before = await store.read();
    await expect(importFile(text)).rejects.toMatchObject({ code: 'invalid-input', detail });
    expect([await store.read(), changes()]).toEqual([before, 0]);
  });

  it('with secrets needs an open vault: locked, and nothing of it is taken', async () => {
    const { vault, store, importFile, changes } = await createWorld();
    await vault.lock();
    const before = await store.read();
    await expect(importFile(JSON.stringify(file))).rejects.toMatchObject({
      code: 'locked',
      detail: { reason: 'vault-needed' },
    });
    expect([await store.read(), changes()]).toEqual([before, 0]);
  });

  it('goes out without secrets, and comes in again as the same settings', async () => {
    const { store, importFile, exportFile } = await createWorld();
    await importFile(JSON.stringify(file));
    const before = await store.read();
    const exported = await exportFile();
    expect(exported).not.toContain(appSecret);
    expect(exported).not.toContain(session);
    expect(exported).not.toMatch(/appSecret|session/);
    expect(() => parseSettingsFile(exported)).not.toThrow();
    await importFile(exported);
    expect(await store.read()).toEqual(before);
  });
});
