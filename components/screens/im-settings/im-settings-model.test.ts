import { describe, expect, it } from 'vitest';
import { AppError, toErrorData } from '@/lib/errors/app-error';
import type { ImView } from '@/lib/messages/im-contract';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeConnection, fakeState } from '@/test/fakes/fake-state';
import { createImSettingsModel, isAccountId } from './im-settings-model';

const viewAt = (checkedAt: number, version = 0): ImView => ({
  settings: { assignRuleType: 'area', accounts: [] },
  health: [],
  checkedAt,
  firstAt: 1,
  version,
});

/** A worker that keeps answers by account; `isOld`: it asks anew for what it keeps. */
function openModel({ kept = {}, isOld = false }: { kept?: Record<string, ImView>; isOld?: boolean } = {}) {
  const worker = createFakeWorker({ defaults: { ...fakeState().defaults, imAccountId: '' } });
  const views = new Map(Object.entries(kept));
  const waiting: (() => void)[] = [];
  const setting = { isHeld: false, error: undefined as AppError | undefined };
  worker.answer({
    'im.accounts': () => ({
      accounts: [...views].map(([accountId, { checkedAt }]) => ({ connectionId: 'top', accountId, checkedAt })),
    }),
    'im.read': ({ accountId }) => {
      const view = views.get(accountId);
      return view ? { view } : {};
    },
    'im.refresh': async ({ accountId, force }) => {
      if (setting.isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
      const before = views.get(accountId);
      if (setting.error && !before) throw setting.error;
      if (setting.error && before) return { view: before, asked: false, error: toErrorData(setting.error) };
      const view = before && !force && !isOld ? before : viewAt((before?.checkedAt ?? 0) + 1000, before?.version);
      views.set(accountId, view);
      return { view, asked: true };
    },
    'im.history': ({ accountId, before = 100 }) => {
      const newest = Math.min(before - 1, views.get(accountId)?.version ?? 0);
      const versions = [newest, newest - 1].filter((version) => version > 0);
      return {
        entries: versions.map((version) => ({ version, foundAt: version, stillAt: 0, changes: [] })),
        more: newest > 2,
      };
    },
    'im.forget': ({ accountId }) => {
      views.delete(accountId);
      return {};
    },
  });
  const app = createFakeApp(worker);
  const model = createImSettingsModel(app);
  const letGo = () => {
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { worker, model, views, setting, letGo };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('what is kept', () => {
  it('is shown at once, and renewed behind', async () => {
    const { model, setting, letGo } = openModel({ kept: { '12345': viewAt(100) }, isOld: true });
    setting.isHeld = true;
    const end = model.start();
    await settled();
    expect([model.view.value?.checkedAt, model.refreshing.isBusy.value]).toEqual([100, true]);
    letGo();
    await settled();
    expect([model.view.value?.checkedAt, model.refreshing.isBusy.value]).toEqual([1100, false]);
    end();
  });

  it('is looked for through the connection that was chosen last', async () => {
    const { model, worker } = openModel({ kept: { '12345': viewAt(100) } });
    worker.change({ connections: [fakeConnection(), fakeConnection({ id: 'second' })] });
    model.chooseConnection('second');
    const again = createImSettingsModel(createFakeApp(worker));
    const end = again.start();
    await settled();
    expect([again.connectionId.value, again.accountId.value]).toEqual(['second', '']);
    end();
  });

  it('stays with the reason when it cannot be renewed, and is asked for again only when somebody wants it', async () => {
    const { model, setting, worker } = openModel({ kept: { '12345': viewAt(100) }, isOld: true });
    setting.error = new AppError('offline');
    const end = model.start();
    await settled();
    expect([model.view.value?.checkedAt, model.error.value?.code]).toEqual([100, 'offline']);
    worker.change({});
    await settled();
    expect(worker.callsOf('im.refresh')).toHaveLength(1);
    setting.error = undefined;
    await model.refresh();
    expect([model.view.value?.checkedAt, model.error.value]).toEqual([1100, undefined]);
    end();
  });

  it('is asked for once it is unlocked', async () => {
    const { model, worker } = openModel({ kept: { '12345': viewAt(100) }, isOld: true });
    worker.change({ vault: { state: 'locked', mode: 'passphrase' } });
    const end = model.start();
    await settled();
    const before = worker.callsOf('im.refresh').length;
    worker.change({ vault: { state: 'unlocked', mode: 'passphrase' } });
    await settled();
    expect(worker.callsOf('im.refresh')).toHaveLength(before + 1);
    end();
  });
});

describe('the account', () => {
  it('is the default one, else the one asked for last', async () => {
    const { model, worker } = openModel({ kept: { '777': viewAt(100) } });
    const end = model.start();
    await settled();
    expect(model.accountId.value).toBe('777');
    end();
    worker.change({ defaults: { ...fakeState().defaults, imAccountId: '12345' } });
    const other = createImSettingsModel(createFakeApp(worker));
    const endOther = other.start();
    await settled();
    expect(other.accountId.value).toBe('12345');
    endOther();
  });

  it('chosen while another is being asked for is asked for next, and the other’s answer is not shown as its own', async () => {
    const { model, setting, letGo, views } = openModel({ kept: { '1': viewAt(100) }, isOld: true });
    setting.isHeld = true;
    const end = model.start();
    await settled();
    model.chooseAccount('9007199254740993');
    await settled();
    expect(model.view.value).toBeUndefined();
    letGo();
    await settled();
    letGo();
    await settled();
    expect(model.view.value).toEqual(views.get('9007199254740993'));
    expect(views.get('1')?.checkedAt).toBe(1100);
    end();
  });

  it('is saved as the default one', async () => {
    const { model, worker } = openModel({ kept: { '777': viewAt(100) } });
    const end = model.start();
    await settled();
    expect(model.isDefault.value).toBe(false);
    await model.makeDefault();
    expect(worker.state.value.defaults.imAccountId).toBe('777');
    expect(model.isDefault.value).toBe(true);
    end();
  });

  it('that is forgotten makes room for another', async () => {
    const { model } = openModel({ kept: { '1': viewAt(200), '2': viewAt(100) } });
    const end = model.start();
    await settled();
    await model.forget();
    expect([model.accountId.value, model.accounts.value]).toEqual(['2', ['2']]);
    end();
  });

  it.each(['1', '12345', '9007199254740993', '9'.repeat(19)])('may be %s', (text) =>
    expect(isAccountId(text)).toBe(true),
  );
  it.each(['', '0', '012', '-1', '1.5', '1e3', '１２', '9'.repeat(20)])('may not be %j', (text) => {
    expect(isAccountId(text)).toBe(false);
  });
});

it('asks only through connections of the open platform', async () => {
  const { model, worker } = openModel();
  worker.change({ connections: [] });
  expect(model.connectionId.value).toBe('');
  worker.change({ connections: [fakeConnection({ id: 'a' }), fakeConnection({ id: 'b' })] });
  model.chooseConnection('b');
  expect(model.connectionId.value).toBe('b');
  await settled();
});

it('reads older changes page by page', async () => {
  const { model } = openModel({ kept: { '1': viewAt(100, 3) } });
  const end = model.start();
  await settled();
  expect([model.entries.value.map(({ version }) => version), model.hasMore.value]).toEqual([[3, 2], true]);
  await model.loadOlder();
  expect([model.entries.value.map(({ version }) => version), model.hasMore.value]).toEqual([[3, 2, 1], false]);
  end();
});

describe('a newer version that comes in', () => {
  async function bring(version: number) {
    const opened = openModel({ kept: { '1': viewAt(100, 4) } });
    const end = opened.model.start();
    await settled();
    await opened.model.loadOlder();
    opened.views.set('1', viewAt(200, version));
    opened.worker.change({});
    await settled();
    end();
    return [opened.model.entries.value.map((entry) => entry.version), opened.model.hasMore.value];
  }

  it('stands before what was read', async () => expect(await bring(5)).toEqual([[5, 4, 3, 2, 1], false]));
  it('with others between replaces what was read, so that none is missing', async () =>
    expect(await bring(9)).toEqual([[9, 8], true]));
  it('of an account that was forgotten and asked for anew replaces all', async () =>
    expect(await bring(2)).toEqual([[2, 1], false]));
});
