import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paceOf } from '@/lib/connections/pace';
import { AppError } from '@/lib/errors/app-error';
import { takeCallPlace } from '@/lib/jobs/call-limit';
import { recordContract } from '@/lib/messages/record-contract';
import { createIkcrmCaller } from '@/lib/platforms/ikcrm/call';
import { createTestClock, openTestDatabase } from '@/test/fakes/job-world';
import { defaultRestToken } from '../../test/sandbox/accounts.ts';
import { type Sandbox, startSandbox } from '../../test/sandbox/sandbox.ts';
import { leavingRoom } from './job-limits';
import { createLimitedIkcrm, ikcrmLimitId } from './limited-ikcrm';
import { createRecordHandlers } from './record-handlers';

const sender = { id: 'extension' };
const id = '20191214888';
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
beforeEach(() => {
  sandbox.reset();
  sandbox.setShapes({ 'rest-limit': 'off' });
});
afterAll(() => sandbox.close());

const calls = () => sandbox.ledger().entries.map(({ method }) => method);

async function createWorld() {
  const database = await openTestDatabase();
  const clock = createTestClock();
  const state = { isLocked: false, isOnline: true, permitted: true };
  const connection = () => ({
    ...{ id: 'crm', platform: 'ikcrm' as const, name: '励销云', baseUrl: sandbox.url },
    ...{ hasToken: true, permitted: state.permitted },
  });
  const { limit } = paceOf('ikcrm', undefined);
  const callIkcrm = createLimitedIkcrm({
    database,
    callIkcrm: createIkcrmCaller({ fetch, clock: clock.read, timeoutSignal: () => AbortSignal.timeout(2000) }),
    limitFor: leavingRoom(async () => limit),
    clock: clock.read,
    sleep: async (ms) => clock.advance(ms),
  });
  const handlers = createRecordHandlers({
    database,
    callIkcrm,
    connections: {
      findIkcrm: async (asked) => (asked === 'crm' ? connection() : undefined),
      async openIkcrm() {
        if (state.isLocked) throw new AppError('locked');
        return { baseUrl: sandbox.url, token: defaultRestToken };
      },
    },
    isOnline: () => state.isOnline,
    linkTo: async () => undefined,
    clock: clock.read,
  });
  const asked = (opportunityId = id) => ({ connectionId: 'crm', opportunityId });
  return {
    ...{ database, clock, state, limit },
    kept: async (opportunityId?: string) => (await handlers['record.kept'](asked(opportunityId), sender)).reading,
    read: async (opportunityId?: string) => (await handlers['record.read'](asked(opportunityId), sender)).reading,
  };
}

describe('a record that is looked at', () => {
  it('is read in three calls, the next of the same customer in one', async () => {
    const { read } = await createWorld();
    const reading = await read();
    expect(recordContract['record.read'].output.safeParse({ reading }).success).toBe(true);
    expect(reading).toMatchObject({
      record: { id, amount: { text: '20000.0' }, customerId: '3396912', stage: { text: '方案/报价' } },
      others: { list: [], hasMore: false },
    });
    expect(reading.stages?.map(({ label }) => label)).toContain('谈判/合同');
    expect(calls()).toHaveLength(3);
    await read();
    expect(calls()).toHaveLength(4);
  });

  it('names the customer’s others, itself not among them, with ids as text', async () => {
    const { read } = await createWorld();
    const reading = await read('20191215000');
    const ids = reading.others?.list.map((other) => other.id) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).not.toContain('20191215000');
    expect((await read('9007199254740993')).record.customerId).toBe('9007199254740995');
  });

  it('is kept, and there without a call while locked or offline', async () => {
    const { kept, read, state } = await createWorld();
    expect(await kept()).toBeUndefined();
    const reading = await read();
    const before = calls().length;
    state.isLocked = true;
    expect(await kept()).toEqual(reading);
    await expect(read()).rejects.toMatchObject({ code: 'locked' });
    Object.assign(state, { isLocked: false, isOnline: false });
    await expect(read()).rejects.toMatchObject({ code: 'offline' });
    Object.assign(state, { isOnline: true, permitted: false });
    await expect(read()).rejects.toMatchObject({ code: 'not-allowed' });
    expect(calls()).toHaveLength(before);
  });

  it('asked for by two windows at once is asked of the CRM once', async () => {
    const { read } = await createWorld();
    await Promise.all([read(), read(), read()]);
    expect(calls()).toHaveLength(3);
  });

  it('is shown without what could not be read of it, which is named; a record that is not there is an error', async () => {
    const { read } = await createWorld();
    sandbox.addFaults([
      { kind: 'http-status', status: 500, match: { method: 'GET /api/v2/field_maps/opportunity' } },
      { kind: 'http-status', status: 500, match: { method: 'GET /api/v2/customers/:id/opportunities' } },
    ]);
    const reading = await read();
    expect(reading).toMatchObject({ record: { id }, error: { code: expect.any(String) } });
    expect([reading.stages, reading.others]).toEqual([undefined, undefined]);
    await expect(read('20191215104')).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('that is masked holds no raw number, in the answer or at rest', async () => {
    const { read, database } = await createWorld();
    const reading = await read('20191215102');
    const phone = sandbox.crm().opportunities.get('20191215102')?.phone ?? 'none';
    for (const text of [JSON.stringify(reading), JSON.stringify(await database.getAll('crmCache'))])
      expect(text).not.toContain(phone);
  });

  it('waits for its place, and leaves some of the limit to writes', async () => {
    const { read, database, clock, limit } = await createWorld();
    const started = clock.read();
    await read();
    expect(clock.read()).toBe(started);
    // Three were taken: an edit still has its places, another look waits.
    const write = () => takeCallPlace(database, { id: ikcrmLimitId(sandbox.url), limit, now: clock.read() });
    expect(await write()).toEqual({ taken: true });
    expect(await write()).toEqual({ taken: true });
    await read('20191215000');
    expect(clock.read() - started).toBeGreaterThanOrEqual(limit.windowMs);
  });

  it('is kept together with at most two hundred others', async () => {
    const { database, kept, read } = await createWorld();
    const prefix = `crm|${sandbox.url}|record|`;
    for (let count = 0; count < 200; count += 1)
      await database.put('crmCache', { id: `${prefix}${count}`, readAt: 1, content: {} });
    await read();
    expect(await kept()).toBeDefined();
    const ids = (await database.getAllKeys('crmCache')).filter((key) => key.startsWith(prefix));
    expect(ids).toEqual([`${prefix}${id}`]);
  });
});
