import { describe, expect, it } from 'vitest';
import type { ConnectionInput } from '@/lib/messages/extension-contract';
import { sealText } from '@/lib/messages/seal';
import { createSealer } from '@/lib/messages/sealer';
import type { TopCall } from '@/lib/platforms/top/call';
import { createSettingsStore } from '@/lib/settings/settings-store';
import { createPermissions } from '@/test/fakes/browser-parts';
import { openTestDatabase } from '@/test/fakes/job-world';
import { appSecret, createDevice, fill, passphrase, session } from '@/test/fakes/vault-device';
import { createConnectionHandlers } from './connection-handlers';
import { createEnabledSites } from './enabled-sites';

const sender = {};
const connection: ConnectionInput = {
  id: 'top',
  platform: 'top',
  name: '淘宝开放平台',
  endpoint: 'https://eco.taobao.com/router/rest',
  appKey: '12345678',
  signMethod: 'hmac-sha256',
};

async function createWorld() {
  const device = createDevice();
  const vault = device.startWorker();
  await vault.create('passphrase', passphrase);
  const store = createSettingsStore({ local: device.local, clock: () => 0, defaultLanguage: 'zh-CN' });
  const sealer = createSealer(crypto);
  const sites = createEnabledSites(device.local);
  const permissions = createPermissions('https://eco.taobao.com/*', 'https://relay.example.com/*');
  const calls: TopCall[] = [];
  let changes = 0;
  const database = await openTestDatabase();
  const handlers = createConnectionHandlers({
    database,
    store,
    vault,
    sealer,
    sites,
    permissions,
    async callTop(call) {
      calls.push(call);
      const error = { code: 'rejected', detail: {} } as const;
      return { kind: 'refused', error, class: 'input', outcome: 'failed', retry: 'no' };
    },
    changed() {
      changes += 1;
    },
  });
  const seal = async (text: string) => sealText(await sealer.publicKey(), text);
  const save = async (texts: { appSecret?: string; session?: string } = {}, part: Partial<ConnectionInput> = {}) =>
    handlers['connection.save']({ connection: { ...connection, ...part }, secrets: await sealAll(texts) }, sender);
  const test = async (texts: { appSecret?: string; session?: string } = {}, part: Partial<ConnectionInput> = {}) =>
    handlers['connection.test']({ connection: { ...connection, ...part }, secrets: await sealAll(texts) }, sender);
  async function sealAll(texts: { appSecret?: string; session?: string }) {
    const sealed = Object.entries(texts).map(async ([name, text]) => [name, await seal(text)] as const);
    return Object.fromEntries(await Promise.all(sealed));
  }
  return { database, device, vault, store, sites, permissions, handlers, calls, save, test, changes: () => changes };
}

/** With a connection and both of its secrets stored. */
async function createSavedWorld() {
  const world = await createWorld();
  await world.save();
  await fill(world.vault);
  return world;
}

const noSecret = { appSecret: false, session: false, token: false };

describe('saving a connection', () => {
  it('puts its secrets into the vault and nowhere else', async () => {
    const { device, vault, store, save, changes } = await createWorld();
    await save({ appSecret, session });
    expect((await store.read()).connections).toEqual([connection]);
    expect(await vault.readSecrets('top')).toEqual({ appSecret, session });
    expect(device.local.text()).not.toContain(appSecret);
    expect(device.local.text()).not.toContain(session);
    expect(changes()).toBe(1);
  });

  it('keeps what was left empty, and removes what was emptied', async () => {
    const { vault, save } = await createSavedWorld();
    await save({}, { name: '改了名字' });
    expect(await vault.readSecrets('top')).toEqual({ appSecret, session });
    await save({ session: '' });
    expect(await vault.readSecrets('top')).toEqual({ appSecret });
    await save({ appSecret: '' });
    expect(await vault.hasSecrets('top')).toEqual(noSecret);
  });

  it('takes no secret sealed to an earlier worker: seal-expired, and nothing is changed', async () => {
    const { store, handlers, changes } = await createWorld();
    const sealed = await sealText(await createSealer(crypto).publicKey(), appSecret);
    const input = { connection, secrets: { appSecret: sealed } };
    await expect(handlers['connection.save'](input, sender)).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { reason: 'seal-expired' },
    });
    expect((await store.read()).connections).toEqual([]);
    expect(changes()).toBe(0);
  });

  it('with secrets needs an open vault: locked, and nothing is changed', async () => {
    const { vault, store, save, changes } = await createWorld();
    await vault.lock();
    await expect(save({ appSecret })).rejects.toMatchObject({ code: 'locked' });
    expect([(await store.read()).connections, changes()]).toEqual([[], 0]);
  });

  it.each<[string, Partial<ConnectionInput>, object]>([
    ['an address that is none', { endpoint: 'eco.taobao.com' }, { path: 'endpoint', reason: 'not-a-url' }],
    ['an address without https', { endpoint: 'http://eco.taobao.com/' }, { path: 'endpoint', reason: 'not-https' }],
    ['an app key with letters', { appKey: 'abc' }, { path: 'appKey', reason: 'not-an-id' }],
    ['an id with spaces', { id: 'a b' }, { path: 'id', reason: 'not-an-id' }],
  ])('refuses %s at its field', async (_what, part, detail) => {
    const { store, save, test, calls } = await createWorld();
    await expect(save({ appSecret }, part)).rejects.toMatchObject({ code: 'invalid-input', detail });
    await expect(test({ appSecret }, part)).rejects.toMatchObject({ code: 'invalid-input', detail });
    expect([(await store.read()).connections, calls]).toEqual([[], []]);
  });
});

describe('moving a connection to another address', () => {
  const relay = 'https://relay.example.com/router/rest';

  it('gives the browser’s permission for the host that it left back', async () => {
    const { permissions, save } = await createSavedWorld();
    await save({ appSecret }, { endpoint: 'https://eco.taobao.com/router/other' });
    expect(permissions.granted).toContain('https://eco.taobao.com/*');
    await save({ appSecret }, { endpoint: relay });
    expect([...permissions.granted]).toEqual(['https://relay.example.com/*']);
  });

  it('keeps the permission that another connection or a site on the host lives by', async () => {
    const { permissions, save, sites } = await createSavedWorld();
    await save({}, { id: 'other', appKey: '87654321' });
    await save({}, { endpoint: relay });
    expect(permissions.granted).toContain('https://eco.taobao.com/*');
    await sites.add({ origin: 'https://eco.taobao.com', name: '' });
    await save({}, { id: 'other', appKey: '87654321', endpoint: relay });
    expect(permissions.granted).toContain('https://eco.taobao.com/*');
  });

  it('that is refused keeps both', async () => {
    const { permissions, save } = await createSavedWorld();
    await expect(save({}, { endpoint: 'http://relay.example.com/router/rest' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(permissions.granted).toContain('https://eco.taobao.com/*');
  });
});

describe('deleting a connection', () => {
  it('forgets its secrets with it, even while locked', async () => {
    const { vault, store, handlers, changes } = await createSavedWorld();
    await vault.lock();
    await handlers['connection.delete']({ id: 'top' }, sender);
    expect((await store.read()).connections).toEqual([]);
    expect(await vault.hasSecrets('top')).toEqual(noSecret);
    expect(changes()).toBe(2);
  });

  it('forgets what was read through it, and nothing of another', async () => {
    const { database, handlers } = await createSavedWorld();
    for (const id of ['top|https://a|record|1', 'top2|https://a|record|1'])
      await database.put('crmCache', { id, readAt: 1, content: {} });
    await handlers['connection.delete']({ id: 'top' }, sender);
    expect(await database.getAllKeys('crmCache')).toEqual(['top2|https://a|record|1']);
  });

  it('gives the browser’s permission for its host back', async () => {
    const { permissions, handlers } = await createSavedWorld();
    await handlers['connection.delete']({ id: 'top' }, sender);
    expect([...permissions.granted]).toEqual(['https://relay.example.com/*']);
  });

  it('keeps the permission that another connection or a site on the host lives by', async () => {
    const { permissions, handlers, save, sites } = await createSavedWorld();
    await save({}, { id: 'other', appKey: '87654321' });
    await handlers['connection.delete']({ id: 'top' }, sender);
    expect(permissions.granted).toContain('https://eco.taobao.com/*');
    await sites.add({ origin: 'https://eco.taobao.com', name: '' });
    await handlers['connection.delete']({ id: 'other' }, sender);
    expect(permissions.granted).toContain('https://eco.taobao.com/*');
  });

  it('is gone also where the permission is not ours to give back', async () => {
    const { permissions, handlers, store } = await createSavedWorld();
    permissions.remove = () => Promise.reject(new Error('You cannot remove required permissions.'));
    await handlers['connection.delete']({ id: 'top' }, sender);
    expect((await store.read()).connections).toEqual([]);
  });

  it('that is not there is not-found', async () => {
    const { handlers } = await createWorld();
    await expect(handlers['connection.delete']({ id: 'top' }, sender)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('testing a connection', () => {
  it('uses what was typed, and stores nothing of it', async () => {
    const { vault, store, test, calls, changes } = await createWorld();
    const { checks } = await test({ appSecret: 'typed-secret', session: 'typed-session' });
    expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'ok'));
    expect(calls).toMatchObject([{ connection: { appSecret: 'typed-secret', session: 'typed-session' } }]);
    expect((await store.read()).connections).toEqual([]);
    expect(await vault.hasSecrets('top')).toEqual(noSecret);
    expect(changes()).toBe(0);
  });

  it.each<[string, { appSecret?: string; session?: string }, object]>([
    ['all that was left empty', {}, { appSecret, session }],
    ['a session left empty', { appSecret: 'typed' }, { appSecret: 'typed', session }],
    ['a secret left empty', { session: 'typed' }, { appSecret, session: 'typed' }],
  ])('takes the stored one for %s', async (_what, typed, used) => {
    const { test, calls } = await createSavedWorld();
    await test(typed);
    expect(calls[0]?.connection).toMatchObject(used);
  });

  it('takes none for what was emptied', async () => {
    const { test, calls } = await createSavedWorld();
    await test({ session: '' });
    expect(calls[0]?.connection).toMatchObject({ appSecret, session: undefined });
    await expect(test({ appSecret: '' })).rejects.toMatchObject({ detail: { reason: 'required', path: 'appSecret' } });
  });

  it('still takes the stored ones for another path on the same host', async () => {
    const { test, calls } = await createSavedWorld();
    await test({}, { endpoint: 'https://eco.taobao.com/other' });
    expect(calls[0]?.connection).toMatchObject({ appSecret, session });
  });

  it.each<[string, Partial<ConnectionInput>]>([
    ['another host', { endpoint: 'https://relay.example.com/router/rest' }],
    ['another port', { endpoint: 'https://eco.taobao.com:8443/router/rest' }],
    ['another app key', { appKey: '87654321' }],
    ['a connection that is not stored', { id: 'other' }],
  ])('never sends a stored secret to %s', async (_what, part) => {
    const { test, calls } = await createSavedWorld();
    await expect(test({}, part)).rejects.toMatchObject({ detail: { reason: 'required', path: 'appSecret' } });
    expect(calls).toEqual([]);
    await test({ appSecret: 'typed' }, part);
    expect(calls[0]?.connection).toMatchObject({ appSecret: 'typed', session: undefined });
  });

  it('needs the browser’s permission for the host, and sends nothing without it', async () => {
    const { permissions, test, calls } = await createSavedWorld();
    permissions.granted.clear();
    await expect(test()).rejects.toMatchObject({
      code: 'not-allowed',
      detail: { reason: 'host-permission-missing', path: 'endpoint' },
    });
    expect(calls).toEqual([]);
  });

  it('goes nowhere that the administrator does not allow', async () => {
    const { store, test, calls } = await createSavedWorld();
    await store.update((current) => ({
      ...current,
      connections: [],
      policy: { ...current.policy, allowedEndpoints: ['https://relay.example.com'] },
    }));
    await expect(test({ appSecret })).rejects.toMatchObject({
      detail: { reason: 'endpoint-not-allowed', path: 'endpoint' },
    });
    expect(calls).toEqual([]);
  });

  it('needs no open vault when both secrets are typed, and is locked otherwise', async () => {
    const { vault, test, calls } = await createSavedWorld();
    await vault.lock();
    await expect(test()).rejects.toMatchObject({ code: 'locked' });
    await expect(test({ appSecret: 'typed' })).rejects.toMatchObject({ code: 'locked' });
    expect(calls).toEqual([]);
    await test({ appSecret: 'typed', session: 'typed' });
    expect(calls).toHaveLength(1);
  });
});
