import { createBackground } from '@/lib/background/create-background';
import { createDoors } from '@/lib/background/create-doors';
import type { AppState } from '@/lib/messages/app-state';
import { createClient } from '@/lib/messages/client';
import type { ConnectionInput } from '@/lib/messages/extension-contract';
import { createGate, type Reply, type Sender } from '@/lib/messages/gate';
import { sealText } from '@/lib/messages/seal';
import { createAlarms, createLocks, createPermissions, createQuickCrypto, createTabs } from './browser-parts';
import { createTestClock, openTestDatabase } from './job-world';
import { createStorageArea } from './storage-area';
import { createTopPlatform } from './top-platform';

const extensionId = 'abcdefghijklmnopabcdefghijklmnop';
export const extensionUrl = `chrome-extension://${extensionId}/`;

export const popup: Sender = { id: extensionId, url: `${extensionUrl}popup.html`, origin: extensionUrl.slice(0, -1) };
export const contentScript: Sender = {
  id: extensionId,
  url: 'https://crm.example.com/opportunities/20191214888',
  origin: 'https://crm.example.com',
  frameId: 0,
  tab: { id: 7, windowId: 1 },
};

/** What must never be found anywhere but in a request's body. */
export const secrets = {
  passphrase: '商机 correct horse battery',
  appSecret: 'app-secret-7f3d2c1b9a8e4f60',
  session: 'session-50005-91ab44c7d2e8f3',
};

export const connection: ConnectionInput = {
  id: 'top',
  platform: 'top',
  name: '淘宝开放平台',
  endpoint: 'https://eco.taobao.com/router/rest',
  appKey: '12345678',
  signMethod: 'hmac-sha256',
};

export const release = {
  opportunity_id: '20191214888',
  territory_code: 'keruyun_POS_2019',
  operator_id: 'kyr13386',
  operator_name: '王五',
  memo: '老板不接受',
};

type TestClock = ReturnType<typeof createTestClock>;

export type BackgroundTestWorld = Awaited<ReturnType<typeof createBackgroundWorld>>;

/**
 * A browser without a browser: everything the worker touches, standing in, and surfaces that talk to it. `change`
 * takes another server instead of the platform that only releases.
 */
export async function createBackgroundWorld(change: { fetch?: typeof fetch; clock?: TestClock } = {}) {
  const clock = change.clock ?? createTestClock();
  const { appSecret, session } = secrets;
  const world = {
    clock,
    database: await openTestDatabase(),
    local: createStorageArea(),
    session: createStorageArea(),
    alarms: createAlarms(),
    permissions: createPermissions('https://eco.taobao.com/*'),
    tabs: createTabs(),
    platform: createTopPlatform({ appKey: connection.appKey, appSecret, session, clock: clock.read }),
    isOnline: true,
    /** Every state that surfaces were told. */
    shown: [] as AppState[],
    /** Every notification that was shown. */
    notices: [] as unknown[],
    /** What the worker thought unexpected. */
    reported: [] as unknown[],
    /** Every message and its reply, as text. */
    messages: [] as string[],
  };
  const { locks, release: freeLocks } = createLocks();
  const quickCrypto = createQuickCrypto();

  /** A worker over what is stored, as the browser starts one. */
  function startWorker() {
    const background = createBackground({
      database: world.database,
      local: world.local,
      session: world.session,
      alarms: world.alarms,
      permissions: world.permissions,
      tabs: world.tabs.tabs,
      scripting: world.tabs.scripting,
      locks,
      crypto: quickCrypto,
      fetch: change.fetch ?? world.platform.fetch,
      clock: clock.read,
      isOnline: () => world.isOnline,
      language: 'zh-CN',
      extensionUrl,
      stayAlive: () => {},
      notify: async (notice) => void world.notices.push(notice),
      show: async (state) => void world.shown.push(structuredClone(state)),
      report: (thrown) => void world.reported.push(thrown),
    });
    const doors = createDoors(background, { extensionUrl, crypto: quickCrypto, permissions: world.permissions });
    const gate = createGate(extensionId, { ...doors }, (thrown) => void world.reported.push(thrown));

    /** One message as the browser carries it: as JSON, both ways. */
    async function send(message: object, sender: Sender = popup): Promise<Reply | undefined> {
      const text = JSON.stringify(message);
      const reply = await gate(JSON.parse(text), sender);
      world.messages.push(text, JSON.stringify(reply) ?? '');
      return reply;
    }

    const client = createClient((envelope) => send(envelope));
    const seal = async (text: string) => sealText(await client.call('vault.sealKey', {}), text);
    return { background, doors, gate, send, client, seal };
  }

  /** What becomes of a worker that is killed: its lock is free, and what it awaited never comes back. */
  function killWorker(): void {
    freeLocks();
  }

  return Object.assign(world, { startWorker, killWorker });
}

export type TestWorker = ReturnType<BackgroundTestWorld['startWorker']>;

/** What a new user does first: a vault, and a connection with its secrets. */
export async function setUp({ client, seal }: TestWorker): Promise<void> {
  await client.call('vault.create', { mode: 'passphrase', passphrase: await seal(secrets.passphrase) });
  const { appSecret, session } = secrets;
  await client.call('connection.save', {
    connection,
    secrets: { appSecret: await seal(appSecret), session: await seal(session) },
  });
}

/** Confirms the release of one opportunity, as a surface does. */
export function confirmRelease({ client }: Pick<TestWorker, 'client'>, intentId: string, values = release) {
  return client.call('job.create', {
    operation: 'release-opportunity',
    connectionId: connection.id,
    intentId,
    source: 'popup',
    label: '老王火锅(三里屯店)',
    rows: [values],
  });
}

/** Waits for something that happens by itself; keys are derived on other threads, so turns alone are no measure. */
export async function until<T>(read: () => Promise<T> | T, isDone: (value: T) => boolean): Promise<T> {
  for (const end = performance.now() + 10_000; performance.now() < end; ) {
    const value = await read();
    if (isDone(value)) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('it did not come to that');
}
