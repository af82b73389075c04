import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideRow } from '@/lib/jobs/change-job';
import { createEngine } from '@/lib/jobs/engine';
import { readJob } from '@/lib/jobs/read-jobs';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import type { CallInput } from '@/lib/messages/extension-contract';
import { readRecord } from '@/lib/opportunities/read-record';
import { createIkcrmCaller } from '@/lib/platforms/ikcrm/call';
import { createTestClock, openTestDatabase } from '@/test/fakes/job-world';
import { createStorageArea } from '@/test/fakes/storage-area';
import { defaultRestToken } from '../../test/sandbox/accounts.ts';
import { type Sandbox, startSandbox } from '../../test/sandbox/sandbox.ts';
import { readCrmEdit, writeCrmEdit } from './crm-edits';
import { followSavedEdit } from './crm-follow-up';
import { createCrmHandlers } from './crm-handlers';
import { crmEditOperation, crmFollowUpOperation } from './crm-operation';
import { createPrepareCrm } from './crm-send';
import { createDryRuns } from './dry-runs';

const id = '20191214888';
const putMethod = 'PUT /api/v2/opportunities/:id';
const postMethod = 'POST /api/v2/revisit_logs';
const sender = { id: 'extension' };
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
beforeEach(() => {
  sandbox.reset();
  sandbox.setShapes({ 'rest-limit': 'off' });
});
afterAll(() => sandbox.close());

const writes = () =>
  sandbox
    .ledger()
    .entries.filter(({ httpMethod }) => httpMethod !== 'GET')
    .map(({ method }) => method);
const logs = () => sandbox.data().restCrm.revisitLogs;

/** The worker's part in it over an empty database; `start` is another worker over the same. */
async function createWorld() {
  const database = await openTestDatabase();
  const clock = createTestClock();
  const policy = { disabledOperations: [] as string[], allowedEndpoints: [], requireDryRun: false };
  const connection: IkcrmConnectionSummary = {
    ...{ id: 'crm', platform: 'ikcrm', name: '励销云', baseUrl: sandbox.url },
    ...{ hasToken: true, permitted: true },
  };
  const opened = { baseUrl: sandbox.url, token: defaultRestToken };
  const connections = { findIkcrm: async () => connection, openIkcrm: async () => opened };
  const callIkcrm = createIkcrmCaller({ fetch, clock: clock.read, timeoutSignal: () => AbortSignal.timeout(2000) });
  const settings = async () => ({ policy, operator: { id: 'kyr13386', name: '王五' } }) as never;
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `job-${ids}`;
  };
  const shared = { database, connections, settings, clock: clock.read, newId };
  const answer = createCrmHandlers({
    ...shared,
    callIkcrm,
    dryRuns: createDryRuns(createStorageArea(), settings),
    isUnlocked: async () => true,
    armAlarm: async () => {},
    changed: () => {},
  });
  const handlers = {
    edit: (input: CallInput<'crm.edit'>) => answer['crm.edit'](input, sender),
    followUp: (input: CallInput<'crm.followUp'>) => answer['crm.followUp'](input, sender),
    readEdit: async (jobId: string) => (await answer['crm.readEdit']({ jobId }, sender)).edit,
    readFollowUp: async (jobId: string) => (await answer['crm.readFollowUp']({ jobId }, sender)).written,
  };
  const start = () =>
    createEngine({
      database,
      operations: new Map([crmEditOperation, crmFollowUpOperation].map((operation) => [operation.id, operation])),
      prepare: createPrepareCrm({ ...shared, callerFor: () => callIkcrm, isOnline: () => true, report: raise }),
      limitFor: () => ({ id: 'limit', limit: { calls: 1000, windowMs: 1000 }, concurrency: 1 }),
      clock: clock.read,
      sleep: clock.sleep,
      withLock: async (work) => {
        await work();
        return true;
      },
      newKey: newId,
      changed: () => {},
      report: raise,
    });
  const reading = await readRecord((request) => callIkcrm({ connection: opened, request }), id);
  if (reading.kind !== 'read') throw new Error('the sandbox has this record');
  const before = structuredClone(reading.opportunity) as CallInput<'crm.edit'>['before'];
  const asked = { connectionId: 'crm', intentId: 'INTENT-0001', source: 'panel', before } as const;
  const stateOf = async (jobId: string) => (await readJob(database, jobId, 1)).rows[0]?.row.state;
  return { database, clock, handlers, policy, asked, engine: start(), start, stateOf };
}

const raise = (thrown: unknown) => {
  throw thrown;
};

describe('a follow-up alone', () => {
  it('is written once, with what was asked and nothing else, and is a job that succeeded', async () => {
    const { handlers, engine, asked, stateOf } = await createWorld();
    const followUp = { content: '已致电', stage: '3514', realRevisitAt: '2026-11-20 10:00', remindAt: '' };
    const { jobId } = await handlers.followUp({ ...asked, followUp });
    await engine.run();
    expect(await stateOf(jobId)).toBe('succeeded');
    const [entry, ...others] = sandbox.ledger({ method: postMethod }).entries;
    expect(others).toEqual([]);
    expect(entry?.violations).toEqual([]);
    expect(entry?.body).toEqual({
      revisit_log: {
        loggable_id: Number(id),
        loggable_type: 'Opportunity',
        content: '已致电',
        real_revisit_at: '2026-11-20 10:00',
        loggable_attributes: { stage: '3514' },
      },
    });
    const written = await handlers.readFollowUp(jobId);
    expect(written?.outcome).toMatchObject({ kind: 'written', logId: '9007199254742001', stage: { state: 'saved' } });
  });

  it('whose answer is lost is unknown, and is not sent again, not even when a person says so', async () => {
    const { handlers, engine, asked, stateOf, database, clock, start } = await createWorld();
    sandbox.addFaults([{ kind: 'answer-lost', match: { method: postMethod } }]);
    const { jobId } = await handlers.followUp({ ...asked, followUp: { content: '答复丢了' } });
    await engine.run();
    expect(await stateOf(jobId)).toBe('unknown');
    const written = await handlers.readFollowUp(jobId);
    expect(written?.outcome).toMatchObject({ kind: 'unknown', after: { id } });
    await decideRow(database, { jobId, index: 0, choice: 'send-again', now: clock.read() });
    await start().run();
    expect(await stateOf(jobId)).toBe('unknown');
    expect(logs()).toHaveLength(1);
    expect(writes()).toEqual([postMethod]);
  });

  it('that was on its way when the worker died is unknown', async () => {
    const { handlers, engine, asked, stateOf, start } = await createWorld();
    sandbox.addFaults([{ kind: 'hold', match: { method: postMethod } }]);
    const { jobId } = await handlers.followUp({ ...asked, followUp: { content: '中途' } });
    const dying = engine.run();
    await expect.poll(() => sandbox.heldCount()).toBe(1);
    const other = start().run();
    await expect.poll(() => stateOf(jobId)).toBe('unknown');
    await other;
    sandbox.releaseHeld();
    await dying;
    expect(logs()).toHaveLength(1);
    expect(await stateOf(jobId)).toBe('unknown');
  });

  it('is turned away by the limit and goes again, once', async () => {
    const { handlers, engine, asked, stateOf } = await createWorld();
    sandbox.addFaults([{ kind: 'throttled', match: { method: postMethod } }]);
    const { jobId } = await handlers.followUp({ ...asked, followUp: { content: '太频繁' } });
    await engine.run();
    expect(await stateOf(jobId)).toBe('succeeded');
    expect(logs()).toHaveLength(1);
  });

  it('does not move a stage that somebody moved meanwhile', async () => {
    const { handlers, engine, asked, stateOf } = await createWorld();
    sandbox.changeData([{ kind: 'opportunity', id, set: { stage: '3511' } }]);
    const { jobId } = await handlers.followUp({ ...asked, followUp: { content: '已致电', stage: '3514' } });
    await engine.run();
    expect(await stateOf(jobId)).toBe('failed');
    expect(logs()).toEqual([]);
    const written = await handlers.readFollowUp(jobId);
    expect(written?.outcome).toMatchObject({ kind: 'stage-changed', conflict: { theirs: '3511', yours: '3514' } });
  });

  it('is written though its stage was not moved, and says so', async () => {
    const { handlers, engine, asked, stateOf } = await createWorld();
    sandbox.changeData([{ kind: 'opportunity', id, set: { locked_fields: ['stage'] } }]);
    const { jobId } = await handlers.followUp({ ...asked, followUp: { content: '已致电', stage: '3514' } });
    await engine.run();
    expect(logs()).toHaveLength(1);
    expect(await stateOf(jobId)).toBe('failed');
    const written = await handlers.readFollowUp(jobId);
    expect(written?.outcome).toMatchObject({ kind: 'written', stage: { state: 'refused' } });
  });

  it('is refused with the field named before anything is stored', async () => {
    const { handlers, asked, policy, database } = await createWorld();
    const refused = (followUp: { content: string; remindAt?: string }) => handlers.followUp({ ...asked, followUp });
    await expect(refused({ content: ' ' })).rejects.toMatchObject({ detail: { path: 'followUp.content' } });
    await expect(refused({ content: 'x', remindAt: '明天' })).rejects.toMatchObject({
      detail: { path: 'followUp.remindAt', reason: 'not-a-minute' },
    });
    policy.disabledOperations = ['write-follow-up'];
    await expect(refused({ content: 'x' })).rejects.toMatchObject({ detail: { reason: 'operation-disabled' } });
    expect(await database.count('edits')).toBe(0);
  });
});

describe('a follow-up with an edit', () => {
  const both = { wanted: { note: '新备注' }, origin: 'person', followUp: { content: '已致电' } } as const;

  it('is sent after it, as a job of its own', async () => {
    const { handlers, engine, asked, stateOf } = await createWorld();
    const { jobId } = await handlers.edit({ ...asked, ...both });
    await engine.run();
    expect(writes()).toEqual([putMethod, postMethod]);
    const edit = await handlers.readEdit(jobId);
    expect(edit?.followUpJobId).toBeDefined();
    expect(await stateOf(edit?.followUpJobId ?? '')).toBe('succeeded');
  });

  it('is not sent while the edit is not saved', async () => {
    const { handlers, engine, asked, stateOf, database } = await createWorld();
    sandbox.changeData([{ kind: 'opportunity', id, set: { note: '同事的' } }]);
    const { jobId } = await handlers.edit({ ...asked, ...both });
    await engine.run();
    expect(await stateOf(jobId)).toBe('failed');
    expect(writes()).toEqual([]);
    expect(await database.count('jobs')).toBe(1);
    expect((await handlers.readEdit(jobId))?.followUpJobId).toBeUndefined();
  });

  it('is one, though the worker died between the two', async () => {
    const { handlers, engine, asked, start, database } = await createWorld();
    sandbox.addFaults([{ kind: 'hold', match: { method: putMethod } }]);
    await handlers.edit({ ...asked, ...both });
    const dying = engine.run();
    await expect.poll(() => sandbox.heldCount()).toBe(1);
    const other = start().run();
    await other;
    sandbox.releaseHeld();
    await dying;
    await start().run();
    expect(writes()).toEqual([putMethod, postMethod]);
    expect(await database.count('jobs')).toBe(2);
  });

  it('is one and noted, though the worker died before it was noted', async () => {
    const { handlers, asked, database, engine, stateOf } = await createWorld();
    const { jobId } = await handlers.edit({ ...asked, ...both });
    const job = await database.get('jobs', jobId);
    if (!job) throw new Error('no job');
    const parts = { database, clock: () => 1, newId: () => 'follow-up-job' };
    await followSavedEdit(parts, job, { kind: 'nothing-to-do', now: asked.before });
    const noted = await readCrmEdit(database, jobId);
    if (!noted) throw new Error('no edit');
    expect(noted.followUpJobId).toBe('follow-up-job');
    await writeCrmEdit(database, jobId, { ...noted, followUpJobId: undefined });
    await engine.run();
    expect([await stateOf(jobId), (await handlers.readEdit(jobId))?.followUpJobId]).toEqual([
      'succeeded',
      'follow-up-job',
    ]);
    expect(writes().filter((method) => method === postMethod)).toHaveLength(1);
  });

  it('that another window confirmed otherwise is refused, and leaves nothing behind', async () => {
    const { handlers, asked, database } = await createWorld();
    const { jobId } = await handlers.edit({ ...asked, ...both });
    expect(await handlers.edit({ ...asked, ...both })).toEqual({ jobId, created: false });
    for (const [other, rows] of [
      [{ followUp: { content: '已上门' } }, []],
      [{ followUp: undefined }, []],
      [{ wanted: { note: '别的' } }, [0]],
    ] as const)
      await expect(handlers.edit({ ...asked, ...both, ...other })).rejects.toMatchObject({
        code: 'conflict',
        detail: { reason: 'intent-used', overlap: { jobId, rows } },
      });
    expect(await database.getAllKeys('edits')).toEqual([[jobId, 0]]);
  });

  it('moves the stage in one place only', async () => {
    const { handlers, asked } = await createWorld();
    const twice = { wanted: { stage: '3512' }, origin: 'person', followUp: { content: 'x', stage: '3514' } } as const;
    await expect(handlers.edit({ ...asked, ...twice })).rejects.toMatchObject({
      detail: { reason: 'stage-twice', path: 'followUp.stage' },
    });
  });
});
