import { describe, expect, it } from 'vitest';
import { holdCallsUntil } from '@/lib/jobs/call-limit';
import type { TopAnswer, TopCall } from '@/lib/platforms/top/call';
import { defaultSettings } from '@/lib/settings/settings';
import { createAlarms } from '@/test/fakes/browser-parts';
import { fakeConnection } from '@/test/fakes/fake-state';
import { createTestClock, openTestDatabase } from '@/test/fakes/job-world';
import { createImCheck, imCheckAlarm } from './im-check';
import { createImDesk } from './im-desk';
import { limitIdOf } from './prepare-send';

const minuteMs = 60_000;
const connection = { ...fakeConnection(), platform: 'top' as const };
const limitId = limitIdOf(connection);

function bodyOf(areas: number) {
  const account = { account_id: '9007199254740993', nick_name: '王五', in_charge_area_count: areas };
  const data = { assign_rule_type: 'area', customer_first: true, sub_account_info_list: { string: [account] } };
  return { result: { success: true, error_code: 200, error_msg: 'ok', data } };
}

async function createWorld() {
  const clock = createTestClock();
  const database = await openTestDatabase();
  const settings = defaultSettings('zh-CN');
  const alarms = createAlarms();
  const world = {
    clock,
    database,
    settings,
    alarms,
    connections: [connection],
    isOnline: true,
    isUnlocked: true,
    areas: 1,
    calls: [] as TopCall[],
    /** What the next calls get in an answer's place. */
    answers: [] as TopAnswer[],
    slept: [] as number[],
    reported: [] as unknown[],
    notices: [] as unknown[],
    changes: 0,
  };
  const connections = {
    find: async (id: string) => world.connections.find((one) => one.id === id),
    open: async () => ({ ...connection, appSecret: 'secret', session: 'session' }),
  };
  const shared = { database, connections, settings: async () => settings, clock: clock.read };
  const report = (thrown: unknown) => void world.reported.push(thrown);
  const desk = createImDesk({
    ...shared,
    report,
    limit: { calls: 20, windowMs: 1000 },
    isOnline: () => world.isOnline,
    callTop: async (call) => {
      world.calls.push(call);
      return world.answers.shift() ?? { kind: 'answer', body: bodyOf(world.areas), requestId: 'request-1' };
    },
    sleep: async (delayMs) => {
      world.slept.push(delayMs);
      clock.advance(delayMs);
    },
    changed: () => {
      world.changes += 1;
    },
  });
  const check = createImCheck({
    ...shared,
    desk,
    alarms,
    report,
    isUnlocked: async () => world.isUnlocked,
    notify: async (...notice) => void world.notices.push(notice.slice(0, 2)),
  });
  const renew = (force = false) => desk.renew('top', '12345', force);
  return { ...{ clock, database, settings, alarms }, world, check, renew };
}

describe('asking for settings', () => {
  it('sends the account’s number, and keeps what is answered', async () => {
    const { renew, world } = await createWorld();
    const { cached, asked } = await renew();
    expect([asked, cached.settings.accounts[0]?.accountId]).toEqual([true, '9007199254740993']);
    expect(world.calls[0]).toMatchObject({
      method: 'alibaba.interaction.im.assignsetting.query',
      params: { self_account_id: '12345' },
    });
    expect(world.changes).toBe(1);
  });

  it('is not done while what is kept is fresh, unless it is wanted', async () => {
    const { renew, world, clock } = await createWorld();
    await renew();
    clock.advance(10 * minuteMs - 1);
    expect((await renew()).asked).toBe(false);
    clock.advance(1);
    expect((await renew()).asked).toBe(true);
    expect((await renew(true)).asked).toBe(true);
    expect(world.calls).toHaveLength(3);
  });

  it('twice at once is done once', async () => {
    const { renew, world } = await createWorld();
    await Promise.all([renew(), renew(true), renew()]);
    expect(world.calls).toHaveLength(1);
  });

  it('keeps to the limit: it waits for a place that is near, and says until when for one that is far', async () => {
    const { renew, world, database, clock } = await createWorld();
    await holdCallsUntil(database, limitId, clock.read() + 2000);
    await renew();
    expect(world.slept).toEqual([2000]);
    const until = clock.read() + 60_000;
    await holdCallsUntil(database, limitId, until);
    expect((await renew(true)).error).toEqual({ code: 'throttled', detail: { until } });
    expect(world.calls).toHaveLength(1);
  });

  it('honours a ban that comes with an answer', async () => {
    const { renew, world, database, clock } = await createWorld();
    await renew();
    const until = clock.read() + 90_000;
    const error = { code: 'throttled' as const, detail: { until } };
    world.answers.push({ kind: 'refused', error, class: 'throttled', outcome: 'not-processed', retry: 'wait', until });
    await renew(true);
    expect((await database.get('limits', limitId))?.notBefore).toBe(until);
  });

  it.each<[string, TopAnswer | object, object]>([
    [
      'no answer',
      { kind: 'lost', reason: 'connection', error: { code: 'offline', detail: {} }, outcome: 'unknown' },
      { code: 'offline' },
    ],
    [
      'an answer that cannot be read',
      { kind: 'answer', body: { result: [] }, requestId: 'request-9' },
      { code: 'unreadable-answer', detail: { platform: { requestId: 'request-9' } } },
    ],
    [
      'a refusal of the service',
      {
        kind: 'answer',
        body: { result: { success: false, error_code: 404, error_msg: 'none' } },
        requestId: 'request-9',
      },
      { code: 'rejected', detail: { platform: { code: '404', requestId: 'request-9' } } },
    ],
  ])('with %s leaves what is kept, and says why it is not newer', async (_what, answer, error) => {
    const { renew, world } = await createWorld();
    const { cached } = await renew();
    world.answers.push(answer as TopAnswer);
    const again = await renew(true);
    expect(again).toMatchObject({
      asked: false,
      error,
      cached: { settings: cached.settings, checkedAt: cached.checkedAt },
    });
    const first = await createWorld();
    first.world.answers.push(answer as TopAnswer);
    await expect(first.renew()).rejects.toMatchObject(error);
  });

  it.each<[string, (world: Awaited<ReturnType<typeof createWorld>>['world']) => void, object]>([
    ['offline', (world) => Object.assign(world, { isOnline: false }), { code: 'offline' }],
    [
      'without permission for the host',
      (world) => Object.assign(world, { connections: [{ ...connection, permitted: false }] }),
      { code: 'not-allowed', detail: { reason: 'host-permission-missing' } },
    ],
    [
      'where a policy does not allow the operation',
      (world) => world.settings.policy.disabledOperations.push('query-im-settings'),
      { code: 'not-allowed', detail: { reason: 'operation-disabled' } },
    ],
    [
      'where a policy does not allow the address',
      (world) => world.settings.policy.allowedEndpoints.push('https://relay.example.com'),
      { code: 'not-allowed', detail: { reason: 'endpoint-not-allowed' } },
    ],
    [
      'through a connection that is gone',
      (world) => Object.assign(world, { connections: [] }),
      { code: 'invalid-input', detail: { reason: 'no-connection' } },
    ],
  ])('%s sends nothing', async (_where, change, error) => {
    const { renew, world } = await createWorld();
    change(world);
    await expect(renew()).rejects.toMatchObject(error);
    expect(world.calls).toEqual([]);
  });
});

describe('an answer without the list of accounts', () => {
  const body = { result: { success: true, data: { assign_rule_type: 'product', customer_first: true } } };
  const answer: TopAnswer = { kind: 'answer', body, requestId: 'request-9' };

  it('leaves what is kept with the reason, and the regular look tells of no change', async () => {
    const { renew, world, check, clock } = await createWorld();
    const { cached } = await renew();
    world.answers.push(answer);
    expect(await renew(true)).toMatchObject({
      cached: { settings: cached.settings, version: 0 },
      changes: [],
      error: {
        code: 'unreadable-answer',
        detail: { reason: 'accounts-not-told', platform: { requestId: 'request-9' } },
      },
    });
    world.settings.preferences = { ...world.settings.preferences, imCheckMinutes: 30 };
    world.answers.push(answer);
    clock.advance(30 * minuteMs);
    await check.run();
    expect([world.calls.length, world.notices]).toEqual([3, []]);
  });

  it('to the first question is kept as far as it goes', async () => {
    const { renew, world } = await createWorld();
    world.answers.push(answer);
    const { cached, error } = await renew();
    expect([cached.settings, error]).toEqual([
      { assignRuleType: 'product', customerFirst: true, accounts: [], accountsTold: false },
      undefined,
    ]);
  });
});

describe('the regular look', () => {
  async function createWatched(everyMinutes = 30) {
    const created = await createWorld();
    await created.renew();
    created.settings.preferences = { ...created.settings.preferences, imCheckMinutes: everyMinutes };
    return created;
  }

  it('tells of a change, and of none when there is none', async () => {
    const { world, check, clock } = await createWatched();
    clock.advance(30 * minuteMs);
    await check.run();
    expect([world.calls.length, world.notices]).toEqual([2, []]);
    world.areas = 2;
    clock.advance(30 * minuteMs);
    await check.run();
    expect(world.notices).toEqual([['12345', 1]]);
  });

  it('comes at its time, and not again at once after a failure', async () => {
    const { world, check, clock, alarms } = await createWatched();
    const begun = clock.read();
    await check.schedule();
    expect(alarms.set.get(imCheckAlarm)).toBe(begun + 30 * minuteMs);
    clock.advance(30 * minuteMs);
    world.isOnline = false;
    await check.run();
    await check.schedule();
    expect(alarms.set.get(imCheckAlarm)).toBe(begun + 60 * minuteMs);
  });

  it.each<[string, (world: Awaited<ReturnType<typeof createWorld>>['world']) => void]>([
    ['off', (world) => Object.assign(world.settings.preferences, { imCheckMinutes: 0 })],
    ['locked', (world) => Object.assign(world, { isUnlocked: false })],
    ['without the connection', (world) => Object.assign(world, { connections: [] })],
    [
      'with another app in the connection',
      (world) => Object.assign(world, { connections: [{ ...connection, appKey: '1' }] }),
    ],
  ])('%s does nothing, and takes its alarm away', async (_how, change) => {
    const { world, check, clock, alarms } = await createWatched();
    await check.schedule();
    change(world);
    clock.advance(60 * minuteMs);
    await check.run();
    await check.schedule();
    expect(world.calls).toHaveLength(1);
    expect(alarms.set.has(imCheckAlarm)).toBe(false);
  });
});
