import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { readClockOffset, takeCallPlace } from '@/lib/jobs/call-limit';
import { claimRequest } from '@/lib/jobs/claim-request';
import type { TopConnectionSummary } from '@/lib/messages/app-state';
import { operations } from '@/lib/operations/registry';
import type { TopAnswer, TopCall } from '@/lib/platforms/top/call';
import { defaultSettings } from '@/lib/settings/settings';
import type { Database } from '@/lib/storage/open-database';
import { fakeConnection } from '@/test/fakes/fake-state';
import { findOperation } from '@/test/fakes/find-operation';
import { createTestClock, openTestDatabase } from '@/test/fakes/job-world';
import { rowOf, storeJob } from '@/test/fakes/new-job';
import { createPrepareSend, limitIdOf, type PrepareSendParts } from './prepare-send';

const releaseOpportunity = findOperation('release-opportunity');

const released: TopAnswer = { kind: 'answer', body: { value: '20191214888' }, requestId: 'r1' };
const limitId = limitIdOf(fakeConnection());

async function createWorld(change: Partial<PrepareSendParts> & { connection?: TopConnectionSummary | undefined } = {}) {
  const database = await openTestDatabase();
  const clock = createTestClock();
  const calls: TopCall[] = [];
  const answers: TopAnswer[] = [];
  const opened: string[] = [];
  const reported: unknown[] = [];
  const settings = defaultSettings('zh-CN');
  const connection = 'connection' in change ? change.connection : fakeConnection();
  const parts: PrepareSendParts = {
    database,
    operations,
    connections: {
      find: async (id) => (id === connection?.id ? connection : undefined),
      async open({ id, endpoint, appKey, signMethod }) {
        opened.push(id);
        return { endpoint, appKey, signMethod, appSecret: 'secret' };
      },
    },
    async callTop(call) {
      calls.push(call);
      return answers.shift() ?? released;
    },
    isOnline: () => true,
    settings: async () => settings,
    clock: clock.read,
    report: (thrown) => reported.push(thrown),
    ...change,
  };
  const jobId = await storeJob(database, clock.read(), {
    operation: releaseOpportunity,
    holdBackMs: 0,
    rows: [rowOf('20191214888')],
  });
  const prepare = createPrepareSend(parts);
  const prepareJob = async () => {
    const job = await database.get('jobs', jobId);
    if (!job) throw new Error('no job');
    return prepare(job);
  };
  const send = async () => {
    const prepared = await prepareJob();
    const claimed = await claimRequest(database, {
      jobId,
      operation: releaseOpportunity,
      now: clock.read(),
      newKey: () => 'key',
    });
    if ('error' in prepared || !claimed) throw new Error('it could not be sent');
    return prepared.send(claimed);
  };
  return { database, clock, calls, answers, opened, reported, settings, prepareJob, send };
}

describe('what must hold before anything is claimed', () => {
  const allowed = fakeConnection();

  it.each<[string, Parameters<typeof createWorld>[0], object]>([
    ['deleted', { connection: undefined }, { reason: 'connection-changed' }],
    [
      'at another endpoint now',
      { connection: { ...allowed, endpoint: 'https://gw.api.taobao.com/router/rest' } },
      { reason: 'connection-changed' },
    ],
    ['of another app now', { connection: { ...allowed, appKey: '87654321' } }, { reason: 'connection-changed' }],
    [
      'without the browser’s permission',
      { connection: { ...allowed, permitted: false } },
      { reason: 'host-permission-missing' },
    ],
  ])('a connection that is %s: not-allowed, and no secret is opened', async (_what, change, detail) => {
    const { prepareJob, opened, calls } = await createWorld(change);
    expect(await prepareJob()).toEqual({ error: { code: 'not-allowed', detail } });
    expect([opened, calls]).toEqual([[], []]);
  });

  it.each<[string, object, string]>([
    ['forbids the endpoint', { allowedEndpoints: ['https://relay.example.com'] }, 'endpoint-not-allowed'],
    ['switches the operation off', { disabledOperations: ['release-opportunity'] }, 'operation-disabled'],
  ])('a policy that %s since: not-allowed', async (_what, policy, reason) => {
    const { prepareJob, opened, settings } = await createWorld();
    Object.assign(settings.policy, policy);
    expect(await prepareJob()).toEqual({ error: { code: 'not-allowed', detail: { reason } } });
    expect(opened).toEqual([]);
  });

  it('no network: offline, with a time at which it is looked for again', async () => {
    const { prepareJob, clock, opened } = await createWorld({ isOnline: () => false });
    const prepared = await prepareJob();
    expect(prepared).toMatchObject({ error: { code: 'offline', detail: { reason: 'no-network' } } });
    if (!('error' in prepared)) throw new Error('it was prepared');
    expect(prepared.error.detail.until).toBeGreaterThan(clock.read());
    expect(opened).toEqual([]);
  });

  it.each([
    ['locked', new AppError('locked'), { code: 'locked', detail: {} }, 0],
    [
      'damaged',
      new AppError('sign-in-again', { reason: 'secret-damaged', path: 'session' }),
      { code: 'sign-in-again', detail: { reason: 'secret-damaged', path: 'session' } },
      0,
    ],
    ['broken by a bug of ours', new TypeError('secret hunter2'), { code: 'bug', detail: { reason: 'TypeError' } }, 1],
  ])('a vault that is %s: its code, without the text of what was thrown', async (_what, thrown, error, reports) => {
    const connections: PrepareSendParts['connections'] = {
      find: async () => fakeConnection(),
      open: () => Promise.reject(thrown),
    };
    const { prepareJob, reported } = await createWorld({ connections });
    expect(await prepareJob()).toEqual({ error });
    expect(reported).toHaveLength(reports);
  });

  it('a new name of the connection is no change', async () => {
    const { send } = await createWorld({ connection: fakeConnection({ name: '改了名字' }) });
    expect(await send()).toMatchObject({ kind: 'answered' });
  });
});

describe('what is sent', () => {
  it('goes through the opened connection, under the request’s key', async () => {
    const { send, calls } = await createWorld();
    expect(await send()).toEqual({
      kind: 'answered',
      outcomes: [{ state: 'succeeded', value: '20191214888' }],
      platformRequestId: 'r1',
    });
    expect(calls).toMatchObject([
      { connection: { appSecret: 'secret' }, method: releaseOpportunity.method, clockOffsetMs: 0 },
    ]);
    expect(calls[0]?.params.param_top_leads_release_request).toContain('"req_id":"intent-1"');
  });

  it('carries the clock’s offset that an earlier answer showed, and keeps a new one', async () => {
    const first = await createWorld();
    first.answers.push({ ...released, clockOffsetMs: -90_000 });
    await first.send();
    expect(await readClockOffset(first.database, limitId)).toBe(-90_000);
    const again = await createWorld({ database: first.database });
    await again.send();
    expect(again.calls[0]?.clockOffsetMs).toBe(-90_000);
    expect(await readClockOffset(first.database, limitId)).toBe(-90_000);
  });

  it('and is banned keeps everybody of that app from calling until the ban ends', async () => {
    const { database, send, answers, clock } = await createWorld();
    const until = clock.read() + 31_000;
    answers.push({
      kind: 'refused',
      error: { code: 'throttled', detail: { until } },
      class: 'throttled',
      outcome: 'not-processed',
      retry: 'wait',
      until,
    });
    expect(await send()).toMatchObject({ kind: 'not-processed', retryAt: until });
    const limit = { calls: 20, windowMs: 1000 };
    expect(await takeCallPlace(database, { id: limitId, limit, now: until - 1 })).toEqual({
      taken: false,
      askAgainAt: until,
    });
  });

  it('and is refused for another reason bans nobody', async () => {
    const { database, send, answers } = await createWorld();
    const error = { code: 'rejected', detail: {} } as const;
    answers.push({ kind: 'refused', error, class: 'service', outcome: 'failed', retry: 'no' });
    expect(await send()).toEqual({ kind: 'refused', error });
    expect((await database.get('limits', limitId))?.notBefore ?? 0).toBe(0);
  });

  it('keeps its answer although what it taught could not be stored', async () => {
    const full = new DOMException('full', 'QuotaExceededError');
    const fullDisk = {
      get: async () => undefined,
      transaction() {
        throw full;
      },
    } as unknown as Database;
    const { send, answers, reported } = await createWorld({ database: fullDisk });
    answers.push({ ...released, clockOffsetMs: 5 });
    expect(await send()).toMatchObject({ kind: 'answered' });
    expect(reported).toEqual([full]);
  });
});
