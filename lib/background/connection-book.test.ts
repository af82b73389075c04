import { expect, it } from 'vitest';
import { createVault } from '@/lib/connections/vault';
import { saveConnection } from '@/lib/settings/save-connection';
import { createSettingsStore } from '@/lib/settings/settings-store';
import { createPermissions } from '@/test/fakes/browser-parts';
import { createStorageArea } from '@/test/fakes/storage-area';
import { createConnectionBook } from './connection-book';

const top = {
  ...{ id: 'top', platform: 'top' as const, name: '淘宝开放平台', endpoint: 'https://eco.taobao.com/router/rest' },
  ...{ appKey: '12345678', signMethod: 'hmac-sha256' as const, hasSecret: true, hasSession: true, permitted: true },
};
const crm = { id: 'crm', platform: 'ikcrm' as const, name: '励销云', baseUrl: 'https://lxcrm.weiwenjia.com/' };

async function createWorld() {
  const areas = { local: createStorageArea(), session: createStorageArea() };
  const deviceKeys = { read: async () => undefined, write: async () => {}, keepOnly: async () => {} };
  const vault = createVault({ crypto, ...areas, deviceKeys, rounds: 5 });
  const store = createSettingsStore({ ...areas, clock: () => 0, defaultLanguage: 'en' });
  await vault.create('passphrase', 'long enough');
  const { id, platform, name, endpoint, appKey, signMethod } = top;
  const stored = { id, platform, name, endpoint, appKey, signMethod };
  await saveConnection({ store, vault }, stored, { appSecret: 'app-secret', session: 'session' });
  await saveConnection({ store, vault }, crm, { token: 'token' });
  const book = createConnectionBook({ store, vault, permissions: createPermissions() });
  const allow = (...allowedEndpoints: string[]) =>
    store.update((current) => ({ ...current, policy: { ...current.policy, allowedEndpoints } }));
  return { book, allow };
}

it('opens secrets for an address that the policy allows', async () => {
  const { book, allow } = await createWorld();
  await allow('https://eco.taobao.com', crm.baseUrl);
  expect(await book.open(top)).toMatchObject({ appSecret: 'app-secret', session: 'session' });
  expect(await book.openIkcrm(crm)).toEqual({ baseUrl: crm.baseUrl, token: 'token' });
});

it('opens no secret for an address that a policy has forbidden since, whoever wants to send', async () => {
  const { book, allow } = await createWorld();
  await allow('https://relay.example.com');
  const refused = { code: 'not-allowed', detail: { reason: 'endpoint-not-allowed' } };
  await expect(book.open(top)).rejects.toMatchObject(refused);
  await expect(book.openIkcrm(crm)).rejects.toMatchObject(refused);
});
