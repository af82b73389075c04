import { describe, expect, it } from 'vitest';
import { autoLockAlarm } from '@/lib/connections/auto-lock';
import {
  confirmRelease,
  contentScript,
  createBackgroundWorld,
  popup,
  setUp,
  until,
} from '@/test/fakes/background-world';
import { startInBrowser } from '@/test/fakes/fake-browser';
import { engineAlarm } from './schedule-wake';

const pageUrl = 'https://crm.example.com/opportunities/777';
const tab = { id: 7, windowId: 3 };

/** A browser in which tab 7 shows an opportunity's page. */
async function createWorld() {
  const world = await createBackgroundWorld();
  world.tabs.pages.set(7, {
    url: pageUrl,
    answer: {
      isDocument: true,
      context: { opportunityId: '777', title: '老王火锅', territory: 'T-1', rule: 'generic' },
    },
  });
  const browser = startInBrowser(world);
  await setUp(browser.worker);
  const draftOf = (opportunityId: string) =>
    until(
      () => world.database.get('drafts', `release:${opportunityId}`),
      (draft) => draft !== undefined,
    );
  const wish = () => browser.worker.background.notes.readWish();
  return { world, ...browser, draftOf, wish };
}

const envelope = (call: string, input = {}) => ({ contract: 'extension', call, input });

describe('a worker that starts', () => {
  it('listens to everything before the first wait, or the browser would not wake it again', async () => {
    const world = await createBackgroundWorld();
    const { events } = startInBrowser(world, new Promise(() => {}));
    for (const [name, event] of events) expect(event.hasListener(), name).toBe(true);
  });

  it('answers what is asked before its parts are there, once they are', async () => {
    const world = await createBackgroundWorld();
    const gates: (() => void)[] = [];
    const { ask } = startInBrowser(world, new Promise<void>((resolve) => gates.push(resolve)));
    const reply = ask(envelope('journal.verify'), popup);
    for (const open of gates) open();
    expect(await reply).toEqual({ ok: true, value: { entries: 0 } });
  });

  it('sends what an earlier one left due', async () => {
    const { world, worker } = await createWorld();
    await confirmRelease(worker, 'INTENT-0001');
    world.killWorker();
    world.clock.advance(60_000);
    startInBrowser(world);
    await until(
      () => world.platform.requests.length,
      (sent) => sent === 1,
    );
  });
});

describe('messages', () => {
  it('from a content script are refused at the extension’s door, those of others are not answered at all', async () => {
    const { ask } = await createWorld();
    expect(await ask(envelope('app.read'), contentScript)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed', detail: { reason: 'wrong-sender' } },
    });
    expect(ask({ kind: 'something else' }, popup)).toBeUndefined();
    expect(ask(envelope('app.read'), { ...popup, id: 'another' })).toBeUndefined();
  });
});

describe('a click in the context menu', () => {
  it('opens the panel in the click’s own turn, and prepares the form of what was clicked', async () => {
    const { world, happen, panels, draftOf, wish } = await createWorld();
    happen(
      'contextMenus.onClicked',
      { menuItemId: 'release-selection', selectionText: '商机 20191214888', pageUrl },
      tab,
    );
    expect(panels).toEqual([{ tabId: 7 }]);
    expect(await draftOf('20191214888')).toMatchObject({
      source: 'context-menu',
      values: { opportunity_id: '20191214888' },
    });
    await until(wish, (asked) => asked?.scope === 'release:20191214888' && asked.windowId === 3);
    expect(world.platform.requests).toEqual([]);
    expect(await world.database.count('jobs')).toBe(0);
  });

  it('on something else than the page takes neither its id nor its title', async () => {
    const { happen, draftOf, world } = await createWorld();
    happen('contextMenus.onClicked', { menuItemId: 'release-selection', selectionText: '20191214888', pageUrl }, tab);
    expect(await draftOf('20191214888')).not.toHaveProperty('label');
    happen('contextMenus.onClicked', { menuItemId: 'release-link', linkUrl: 'https://example.com/', pageUrl }, tab);
    expect(await draftOf('')).toMatchObject({ values: { opportunity_id: '' } });
    expect(await world.database.get('drafts', 'release:777')).toBeUndefined();
  });

  it('on the page takes what the page says of itself', async () => {
    const { happen, draftOf } = await createWorld();
    happen('contextMenus.onClicked', { menuItemId: 'release-page', pageUrl }, tab);
    expect(await draftOf('777')).toMatchObject({
      label: '老王火锅',
      values: { opportunity_id: '777', territory_code: 'T-1' },
    });
  });
});

describe('a keyboard command', () => {
  it('opens the panel, or the release form of the page', async () => {
    const { happen, panels, draftOf } = await createWorld();
    happen('commands.onCommand', 'open-panel', tab);
    expect(panels).toEqual([{ tabId: 7 }]);
    happen('commands.onCommand', 'release', tab);
    expect(panels).toHaveLength(2);
    await draftOf('777');
  });

  it('locks, and tells everybody', async () => {
    const { world, happen } = await createWorld();
    happen('commands.onCommand', 'lock');
    await until(
      () => world.shown.at(-1)?.vault.state,
      (state) => state === 'locked',
    );
    await until(
      () => world.alarms.set.has(autoLockAlarm),
      (isSet) => !isSet,
    );
  });
});

describe('an alarm', () => {
  it('for the engine sends what is due', async () => {
    const { world, worker, happen } = await createWorld();
    await confirmRelease(worker, 'INTENT-0001');
    world.clock.advance(5000);
    happen('alarms.onAlarm', { name: engineAlarm });
    await until(
      () => world.platform.requests.length,
      (sent) => sent === 1,
    );
  });

  it('for the lock locks when the time has come, and not before', async () => {
    const { world, happen, worker } = await createWorld();
    happen('alarms.onAlarm', { name: autoLockAlarm });
    world.clock.advance(29 * 60_000);
    happen('alarms.onAlarm', { name: autoLockAlarm });
    expect((await worker.background.vault.state()).state).toBe('unlocked');
    world.clock.advance(60_000);
    happen('alarms.onAlarm', { name: autoLockAlarm });
    await until(
      async () => (await worker.background.vault.state()).state,
      (state) => state === 'locked',
    );
  });
});

describe('a permission that is taken back', () => {
  it('takes the reader from that site, and everybody is told', async () => {
    const { world, worker, happen } = await createWorld();
    world.permissions.granted.add('https://crm.example.com/*');
    await worker.client.call('site.enable', { origin: 'https://crm.example.com', name: '' });
    expect([...world.tabs.scripts.keys()]).toEqual(['crm-page:https://crm.example.com']);
    world.permissions.granted.delete('https://crm.example.com/*');
    const told = world.shown.length;
    happen('permissions.onRemoved', {});
    await until(
      () => world.tabs.scripts.size,
      (size) => size === 0,
    );
    await until(
      () => world.shown.length,
      (shown) => shown > told,
    );
  });
});
