import { describe, expect, it } from 'vitest';
import { createStorageArea } from '@/test/fakes/storage-area';
import { exportSettings } from './export-settings';
import { parseSettingsFile } from './parse-settings-file';
import { autoLockMinutes, defaultSettings, type Settings } from './settings';
import { createSettingsStore } from './settings-store';

const connection: Settings['connections'][number] = {
  id: 'top',
  platform: 'top',
  name: '淘宝开放平台',
  endpoint: 'https://eco.taobao.com/router/rest',
  appKey: '12345678',
  signMethod: 'md5',
};

function createWorld() {
  const local = createStorageArea();
  const start = () => createSettingsStore({ local, clock: () => 1_700_000_000_000, defaultLanguage: 'en' });
  return { local, start };
}

describe('settings store', () => {
  it('begins with the defaults, and stores nothing before something is changed', async () => {
    const { local, start } = createWorld();
    expect(await start().read()).toEqual(defaultSettings('en'));
    expect(defaultSettings('zh-CN')).toMatchObject({
      preferences: { language: 'zh-CN', theme: 'system', holdBackSeconds: 5, autoLockMinutes: 30 },
      defaults: { releaseReasons: ['老板不接受', '已用竞品', '联系不上', '门店关闭', '重复商机'] },
    });
    expect(local.contents()).toEqual({});
  });

  it('keeps what was changed for a later worker, and tells who watches', async () => {
    const { start } = createWorld();
    const store = start();
    const seen: string[] = [];
    const stop = store.watch(({ operator }) => seen.push(operator.name));
    await store.update((current) => ({ ...current, operator: { id: '1', name: '王五' } }));
    stop();
    await store.update((current) => ({ ...current, operator: { id: '1', name: '赵六' } }));
    expect(seen).toEqual(['王五']);
    expect((await start().read()).operator).toEqual({ id: '1', name: '赵六' });
  });

  it('fills in what an earlier version did not know, and keeps the rest of it', async () => {
    const { local, start } = createWorld();
    const { keepJobsDays: _, ...preferences } = { ...defaultSettings('en').preferences, holdBackSeconds: 9 };
    await local.set({ settings: { ...defaultSettings('en'), preferences } });
    expect((await start().read()).preferences).toEqual({ ...preferences, keepJobsDays: 180 });
    expect(Object.keys(local.contents())).toEqual(['settings']);
  });

  it('loses none of many changes at once', async () => {
    const { start } = createWorld();
    const store = start();
    const ids = Array.from({ length: 30 }, (_, index) => `c${index}`);
    await Promise.all(
      ids.map((id) =>
        store.update((current) => ({ ...current, connections: [...current.connections, { ...connection, id }] })),
      ),
    );
    expect((await store.read()).connections.map(({ id }) => id)).toEqual(ids);
  });

  it('goes on after a change that failed, which changed nothing and told nobody', async () => {
    const { local, start } = createWorld();
    const store = start();
    store.watch(() => expect.fail('nothing was changed'));
    const tooLong = { id: '1', name: '王'.repeat(65) };
    await expect(store.update((current) => ({ ...current, operator: tooLong }))).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { reason: 'too-long', path: 'operator.name' },
    });
    const fail = () => Promise.reject(new Error('disk full'));
    await expect(store.update((current) => current, fail)).rejects.toThrow('disk full');
    expect(local.contents()).toEqual({});
    expect(await store.read()).toEqual(defaultSettings('en'));
  });

  it('has defaults for parts that an older version did not store, which is no damage', async () => {
    const { local, start } = createWorld();
    local.plant({ settings: { connections: [connection] } });
    expect(await start().read()).toEqual({ ...defaultSettings('en'), connections: [connection] });
    expect(Object.keys(local.contents())).toEqual(['settings']);
  });

  it.each([['text'], [null], [[1]], [7]])('begins anew over %j and keeps it aside', async (damaged) => {
    const { local, start } = createWorld();
    local.plant({ settings: damaged });
    expect(await start().read()).toEqual(defaultSettings('en'));
    expect(local.contents()['settings-damaged-1700000000000']).toEqual(damaged);
    expect(await start().read()).toEqual(defaultSettings('en'));
  });

  it('keeps every sound part where another is damaged', async () => {
    const { local, start } = createWorld();
    const damaged = { ...defaultSettings('en'), connections: [connection], preferences: { theme: 'pink' } };
    local.plant({ settings: damaged });
    expect(await start().read()).toEqual({ ...defaultSettings('en'), connections: [connection] });
    expect(local.contents()['settings-damaged-1700000000000']).toEqual(damaged);
  });
});

describe('a damaged entry of a list', () => {
  it('is kept aside, and the others stay', async () => {
    const { local, start } = createWorld();
    const damaged = { ...defaultSettings('en'), connections: [{ ...connection, endpoint: 7 }, connection] };
    local.plant({ settings: damaged });
    expect(await start().read()).toEqual({ ...defaultSettings('en'), connections: [connection] });
    expect(local.contents()['settings-damaged-1700000000000']).toEqual(damaged);
  });

  it('such as a rule that an earlier version took, with a selector that takes too long, is kept aside too', async () => {
    const { local, start } = createWorld();
    const rule = (id: string, selector: string): Settings['sites'][number] => ({
      ...{ id, name: id, match: ['https://crm.example.com/*'] },
      opportunity: { id: [{ from: 'selector', selector }] },
    });
    const damaged = {
      ...defaultSettings('en'),
      sites: [rule('slow', ':is(:is(q *) *) *'), rule('sound', ':is(p, b)')],
    };
    local.plant({ settings: damaged });
    expect((await start().read()).sites.map(({ id }) => id)).toEqual(['sound']);
    expect(local.contents()['settings-damaged-1700000000000']).toEqual(damaged);
  });
});

describe('export', () => {
  it('is a file that comes back as it was', () => {
    const settings = { ...defaultSettings('en'), connections: [connection], operator: { id: '1', name: '王五' } };
    expect(parseSettingsFile(exportSettings(settings))).toEqual({ version: 1, ...settings });
  });

  it('leaves out whatever is not a setting, even where it was smuggled in', () => {
    const smuggled = { ...connection, appSecret: 'hidden-1', session: 'hidden-2' };
    const settings = { ...defaultSettings('en'), connections: [smuggled], 'vault-key': 'hidden-3' };
    expect(exportSettings(settings)).not.toContain('hidden');
  });
});

describe('autoLockMinutes', () => {
  it.each([
    [30, 0, 30],
    [30, 10, 10],
    [5, 10, 5],
    [0, 10, 10],
    [0, 0, 0],
  ])('of %d chosen with a limit of %d is %d', (chosen, limit, minutes) => {
    const { preferences, policy } = defaultSettings('en');
    const given = {
      preferences: { ...preferences, autoLockMinutes: chosen },
      policy: { ...policy, maxAutoLockMinutes: limit },
    };
    expect(autoLockMinutes(given)).toBe(minutes);
  });
});
