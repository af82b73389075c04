import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVault } from '@/lib/connections/vault';
import { createStorageArea, type Disaster, disasterAt } from '@/test/fakes/storage-area';
import { exportSettings } from './export-settings';
import { importSettings } from './import-settings';
import { deleteConnection, saveConnection } from './save-connection';
import { defaultSettings } from './settings';
import { createSettingsStore } from './settings-store';

const connection = {
  id: 'top',
  platform: 'top' as const,
  name: '淘宝开放平台',
  endpoint: 'https://eco.taobao.com/router/rest',
  appKey: '12345678',
  signMethod: 'hmac-sha256' as const,
};
const secrets = { appSecret: 'app-secret-7f3d2c', session: 'session-91ab44' };
const file = (...connections: object[]) => JSON.stringify({ version: 1, connections });

async function createWorld(change: { vault?: 'absent' | 'locked' | 'unlocked' } = {}) {
  const switchedOn: { disaster?: Disaster | undefined } = {};
  const local = createStorageArea({ strike: (when) => switchedOn.disaster?.strike(when) });
  const session = createStorageArea();
  const deviceKeys = { read: async () => undefined, write: async () => {}, keepOnly: async () => {} };
  const start = () => ({
    vault: createVault({ crypto, local, session, deviceKeys, rounds: 5 }),
    store: createSettingsStore({ local, clock: () => 0, defaultLanguage: 'zh-CN' }),
  });
  const { vault, store } = start();
  if (change.vault !== 'absent') await vault.create('passphrase', 'long enough');
  if (change.vault === 'locked') await vault.lock();
  return { local, session, vault, store, start, switchedOn };
}

describe('importSettings', () => {
  it('takes connections, secrets and everything else, and counts', async () => {
    const { store, vault, local } = await createWorld();
    const text = JSON.stringify({
      connections: [{ ...connection, ...secrets }],
      operator: { name: '王五' },
      preferences: { theme: 'dark' },
    });
    expect(await importSettings(text, { store, vault })).toEqual({ connections: 1, secrets: 2 });
    const defaults = defaultSettings('zh-CN');
    expect(await store.read()).toEqual({
      ...defaults,
      connections: [connection],
      operator: { id: '', name: '王五' },
      preferences: { ...defaults.preferences, theme: 'dark' },
    });
    expect(await vault.readSecrets('top')).toEqual(secrets);
    for (const secret of Object.values(secrets)) expect(local.text()).not.toContain(secret);
  });

  it('takes a REST CRM’s connection, its token into the vault, and does not send that to another address', async () => {
    const { store, vault, local } = await createWorld();
    const crm = { id: 'crm', platform: 'ikcrm', name: '励销云', baseUrl: 'https://lxcrm.weiwenjia.com/' };
    const token = 'crm-token-4f60ab';
    expect(await importSettings(file({ ...crm, token }), { store, vault })).toEqual({ connections: 1, secrets: 1 });
    expect((await store.read()).connections).toEqual([crm]);
    expect(await vault.readSecrets('crm')).toEqual({ token });
    expect(exportSettings(await store.read()) + local.text()).not.toContain(token);
    await importSettings(file({ ...crm, baseUrl: 'https://crm.example.com' }), { store, vault });
    expect(await vault.readSecrets('crm')).toEqual({});
  });

  it('replaces connections by id in their place, adds new ones behind, and leaves the others', async () => {
    const { store, vault } = await createWorld();
    await importSettings(file({ ...connection, id: 'a' }, { ...connection, id: 'b', ...secrets }), { store, vault });
    await importSettings(file({ ...connection, id: 'c' }, { ...connection, id: 'a', name: '新' }), { store, vault });
    const { connections } = await store.read();
    expect(connections.map(({ id, name }) => [id, name])).toEqual([
      ['a', '新'],
      ['b', connection.name],
      ['c', connection.name],
    ]);
    expect(await vault.readSecrets('b')).toEqual(secrets);
  });

  it('fills in what a connection may leave out, and writes the address in the one way', async () => {
    const { store, vault } = await createWorld();
    const { id, platform, appKey } = connection;
    await importSettings(file({ id, platform, appKey, endpoint: 'HTTPS://Eco.Taobao.com:443/router/rest' }), {
      store,
      vault,
    });
    expect((await store.read()).connections).toEqual([{ ...connection, name: 'top' }]);
  });

  it.each(['absent', 'locked'] as const)('with secrets and a vault that is %s it changes nothing', async (state) => {
    const { store, vault, local } = await createWorld({ vault: state });
    const before = local.contents();
    await expect(importSettings(file({ ...connection, ...secrets }), { store, vault })).rejects.toMatchObject({
      code: 'locked',
      detail: { reason: 'vault-needed' },
    });
    expect(local.contents()).toEqual(before);
  });

  it.each(['absent', 'locked'] as const)('without secrets it needs no open vault (%s)', async (state) => {
    const { store, vault } = await createWorld({ vault: state });
    expect(await importSettings(file(connection), { store, vault })).toEqual({ connections: 1, secrets: 0 });
  });

  it.each([
    ['another host', { endpoint: 'https://evil.example/rest' }, {}],
    ['another app', { appKey: '87654321' }, {}],
    ['another path of the same host', { endpoint: 'https://eco.taobao.com/other' }, secrets],
  ])('does not take stored secrets along to %s', async (_where, change, expected) => {
    const { store, vault } = await createWorld();
    await importSettings(file({ ...connection, ...secrets }), { store, vault });
    await vault.lock();
    await importSettings(file({ ...connection, ...change }), { store, vault });
    await vault.unlock('long enough');
    expect(await vault.readSecrets('top')).toEqual(expected);
  });

  it('does not let a connection adopt the secrets of one that was lost', async () => {
    const world = await createWorld();
    await importSettings(file({ ...connection, ...secrets }), world);
    world.local.plant({ ...world.local.contents(), settings: { connections: [{ ...connection, endpoint: 7 }] } });
    await importSettings(file({ ...connection, endpoint: 'https://evil.example/rest' }), world);
    expect(await world.vault.readSecrets('top')).toEqual({});
  });

  it('keeps to the stored policy unless the file brings its own, and somebody agreed to what that loosens', async () => {
    const { store, vault } = await createWorld();
    const policy = { allowedEndpoints: ['https://relay.example.com'] };
    await importSettings(JSON.stringify({ policy }), { store, vault });
    await expect(importSettings(file(connection), { store, vault })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { reason: 'endpoint-not-allowed', path: 'connections[0].endpoint' },
    });
    const lifting = JSON.stringify({ connections: [connection], policy: { allowedEndpoints: [] } });
    await expect(importSettings(lifting, { store, vault })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { reason: 'policy-loosened', path: 'policy.allowedEndpoints' },
    });
    expect(await store.read()).toMatchObject({ connections: [], policy });
    await importSettings(lifting, { store, vault, mayLoosen: true });
    expect((await store.read()).connections).toEqual([connection]);
  });

  it('brings back what was exported', async () => {
    const first = await createWorld();
    const pace = { calls: 7, concurrency: 2 };
    const crm = { id: 'crm', platform: 'ikcrm', name: '励销云', baseUrl: 'https://lxcrm.weiwenjia.com/' };
    await importSettings(file({ ...connection, ...secrets, pace }, { ...crm, pace }), first);
    expect((await first.store.read()).connections).toMatchObject([{ pace }, { pace }]);
    const exported = exportSettings(await first.store.read());
    const second = await createWorld({ vault: 'absent' });
    await importSettings(exported, second);
    expect(await second.store.read()).toEqual(await first.store.read());
    for (const secret of Object.values(secrets)) expect(exported).not.toContain(secret);
  });

  it('killed at any write it was taken whole or not at all', async () => {
    let kills = 0;
    for (let at = 1; ; at += 1) {
      const world = await createWorld();
      await importSettings(file({ ...connection, appSecret: 'old', session: 'old' }), world);
      world.switchedOn.disaster = disasterAt(at);
      const moved = { ...connection, endpoint: 'https://gw.api.taobao.com/router/rest', ...secrets };
      const hasEnded = await importSettings(file(moved), world).then(
        () => true,
        () => false,
      );
      world.switchedOn.disaster = undefined;
      if (hasEnded) break;
      kills += 1;
      const { store, vault } = world.start();
      const isMoved = (await store.read()).connections.some(
        (one) => 'endpoint' in one && one.endpoint === moved.endpoint,
      );
      expect(await vault.readSecrets('top')).toEqual(isMoved ? secrets : { appSecret: 'old', session: 'old' });
    }
    expect(kills).toBe(2);
  });

  it('changes nothing when it refuses, whatever the file', async () => {
    const { store, vault, local } = await createWorld({ vault: 'locked' });
    await importSettings(file(connection), { store, vault });
    const before = local.contents();
    const member = fc.oneof(
      fc.jsonValue(),
      fc.constant([{ ...connection, name: '改' }]),
      fc.constant({ theme: 'dark' }),
    );
    const names = fc.constantFrom('version', 'connections', 'preferences', 'operator', 'sites', 'x');
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, member, { minKeys: 1 }), async (value) => {
        const isTaken = await importSettings(JSON.stringify(value), { store, vault }).then(
          () => true,
          (thrown: unknown) => {
            expect(thrown).toMatchObject({ code: 'invalid-input' });
            return false;
          },
        );
        if (isTaken) {
          local.plant(before);
          return;
        }
        refusals += 1;
        expect(local.contents()).toEqual(before);
      }),
      { numRuns: 300 },
    );
    expect(refusals).toBeGreaterThan(50);
  });
});

describe('saveConnection', () => {
  it.each([{ appKey: '87654321' }, { endpoint: 'https://relay.example.com/router/rest' }])(
    'does not take stored secrets along to %j: they belong to the host and app they were given for',
    async (moved) => {
      const world = await createWorld();
      await saveConnection(world, connection, secrets);
      await saveConnection(world, { ...connection, ...moved }, {});
      expect(await world.vault.hasSecrets(connection.id)).toEqual({ appSecret: false, session: false, token: false });
    },
  );

  it('adds and replaces, keeps secrets that are not given, and removes empty ones', async () => {
    const world = await createWorld();
    await saveConnection(world, connection, secrets);
    await saveConnection(world, { ...connection, name: '新' }, { session: '' });
    expect((await world.store.read()).connections).toEqual([{ ...connection, name: '新' }]);
    expect(await world.vault.readSecrets('top')).toEqual({ appSecret: secrets.appSecret });
  });

  it('does not adopt the secrets of a connection that was lost', async () => {
    const world = await createWorld();
    await saveConnection(world, connection, secrets);
    world.local.plant({ ...world.local.contents(), settings: { connections: [] } });
    await saveConnection(world, connection, { session: 'new' });
    expect(await world.vault.readSecrets('top')).toEqual({ session: 'new' });
  });

  it('changes nothing when a field is wrong or the vault is shut', async () => {
    const world = await createWorld({ vault: 'locked' });
    const before = world.local.contents();
    await expect(saveConnection(world, { ...connection, appKey: 'x' }, {})).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { reason: 'not-an-id', path: 'appKey' },
    });
    await expect(saveConnection(world, connection, secrets)).rejects.toMatchObject({ code: 'locked', detail: {} });
    expect(world.local.contents()).toEqual(before);
    await saveConnection(world, connection, {});
    expect((await world.store.read()).connections).toEqual([connection]);
  });

  it('deletes a connection with its secrets while the vault is shut', async () => {
    const world = await createWorld();
    await saveConnection(world, connection, secrets);
    await world.vault.lock();
    await deleteConnection(world, 'top');
    expect((await world.store.read()).connections).toEqual([]);
    expect(await world.vault.hasSecrets('top')).toEqual({ appSecret: false, session: false, token: false });
    await expect(deleteConnection(world, 'top')).rejects.toMatchObject({ code: 'not-found' });
  });
});
