import { describe, expect, it } from 'vitest';
import type { Operation } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import {
  binding,
  createTestClock,
  createTestEngine,
  openTestDatabase,
  operationWith,
  succeeded,
} from '@/test/fakes/job-world';
import { callOff, cancelJob, decideRow } from './change-job';
import { claimRequest } from './claim-request';
import { createJob } from './create-job';
import type { Send } from './engine';
import { addsUp } from './job-transaction';
import { readJob } from './read-jobs';
import type { SendResult } from './send-result';

interface Sent {
  key: string;
  attempt: number;
}

async function worldWith(results: SendResult[], change: Parameters<typeof operationWith>[0] = {}) {
  const database = await openTestDatabase();
  const operation = operationWith(change);
  const clock = createTestClock();
  const sent: Sent[] = [];
  const send: Send = async ({ request, attempt, rows }) => {
    sent.push({ key: request.key, attempt: attempt.number });
    return results.shift() ?? succeeded(rows.length);
  };
  const engine = createTestEngine(database, operation, send, { clock: clock.read, sleep: clock.sleep });
  const create = (intentId: string, subject = '20191214888') =>
    createJob(database, newJob(operation, intentId, subject), clock.read());
  return { database, operation, clock, sent, engine, create, send };
}

function newJob(operation: Operation, intentId: string, subject: string) {
  return {
    id: `job-${intentId}`,
    intentId,
    operation,
    source: 'popup' as const,
    connection: binding,
    rows: [{ opportunity_id: subject, operator_id: 'kyr13386', operator_name: '王五' }],
    holdBackMs: 5000,
  };
}

async function firstRow(database: Database, jobId: string) {
  const { job, rows } = await readJob(database, jobId, 10);
  expect(addsUp(job)).toBe(true);
  return { job, ...rows[0] };
}

const lost: SendResult = { kind: 'lost', error: { code: 'timed-out', detail: {} } };
const refused: SendResult = {
  kind: 'refused',
  error: { code: 'rejected', detail: { platform: { subCode: 'isv.already-released', message: '已释放' } } },
};

describe('a job of one row', () => {
  it('leaves after its hold-back, once, and succeeds', async () => {
    const { database, engine, create, sent, clock } = await worldWith([]);
    const { jobId } = await create('a');
    const start = clock.read();
    await engine.run();
    expect(sent).toHaveLength(1);
    expect(clock.read() - start).toBe(5000);
    const { job } = await firstRow(database, jobId);
    expect(job).toMatchObject({ state: 'finished', counts: { succeeded: 1, waiting: 0 } });
  });

  it('is one job however often its intention is confirmed', async () => {
    const { engine, create, sent } = await worldWith([]);
    const answers = await Promise.all([create('a'), create('a'), create('a')]);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    await engine.run();
    expect(sent).toHaveLength(1);
  });

  it('is one job when another surface asks for the same object meanwhile', async () => {
    const { engine, create, sent } = await worldWith([]);
    const first = await create('popup');
    expect(await create('context-menu')).toEqual({ jobId: first.jobId, created: false });
    await engine.run();
    expect(sent).toHaveLength(1);
    expect((await create('later')).created).toBe(true);
  });

  it('sends nothing when it is called off within its hold-back', async () => {
    const { database, engine, create, sent, clock } = await worldWith([]);
    const { jobId } = await create('a');
    expect(await callOff(database, jobId, clock.read())).toBe(true);
    await engine.run();
    expect(sent).toEqual([]);
    expect((await firstRow(database, jobId)).job.counts.cancelled).toBe(1);
  });

  it('cannot be called off once it has left', async () => {
    const { database, engine, create, clock } = await worldWith([]);
    const { jobId } = await create('a');
    await engine.run();
    expect(await callOff(database, jobId, clock.read())).toBe(false);
    expect((await firstRow(database, jobId)).job.counts.succeeded).toBe(1);
  });
});

describe('an answer that does not come', () => {
  it('is unknown where a repeat may double, and is not sent again by itself', async () => {
    const { database, engine, create, sent } = await worldWith([lost]);
    const { jobId } = await create('a');
    await engine.run();
    await engine.run();
    expect(sent).toHaveLength(1);
    expect(await firstRow(database, jobId)).toMatchObject({ job: { state: 'finished' }, row: { state: 'unknown' } });
  });

  it('is sent again under the same key where the document promises that this is safe', async () => {
    const { database, engine, create, sent } = await worldWith([lost], {
      key: { field: 'request_id', repeat: 'safe' },
    });
    const { jobId } = await create('a');
    await engine.run();
    expect(sent.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect((await firstRow(database, jobId)).row?.state).toBe('succeeded');
  });

  it('goes again under the same key when a person says so', async () => {
    const { database, engine, create, sent, clock } = await worldWith([lost]);
    const { jobId } = await create('a');
    await engine.run();
    await decideRow(database, { jobId, index: 0, choice: 'send-again', now: clock.read() });
    await engine.run();
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect((await firstRow(database, jobId)).row?.state).toBe('succeeded');
  });

  it('stays unknown when the repeat is refused: the first attempt may have been done', async () => {
    const { database, engine, create, clock } = await worldWith([lost, refused]);
    const { jobId } = await create('a');
    await engine.run();
    await decideRow(database, { jobId, index: 0, choice: 'send-again', now: clock.read() });
    await engine.run();
    const { row } = await firstRow(database, jobId);
    expect(row).toMatchObject({ state: 'unknown', outcome: { platform: { subCode: 'isv.already-released' } } });
  });

  it('stays unknown when its repeat is cancelled before it leaves', async () => {
    const { database, engine, create, clock } = await worldWith([lost]);
    const { jobId } = await create('a');
    await engine.run();
    await decideRow(database, { jobId, index: 0, choice: 'send-again', now: clock.read() });
    await cancelJob(database, jobId, clock.read());
    await engine.run();
    expect((await firstRow(database, jobId)).row?.state).toBe('unknown');
  });

  it.each(['mark-succeeded', 'mark-failed'] as const)(
    'is settled by a person with %s, and the journal says who',
    async (choice) => {
      const { database, engine, create, clock } = await worldWith([lost]);
      const { jobId } = await create('a');
      await engine.run();
      await decideRow(database, { jobId, index: 0, choice, now: clock.read() });
      const { row } = await firstRow(database, jobId);
      expect(row?.state).toBe(choice === 'mark-succeeded' ? 'succeeded' : 'failed');
      expect(row?.outcome?.decidedBy).toBe('person');
      expect((await database.getAll('journal')).at(-1)).toMatchObject({ event: 'decided', outcome: choice });
    },
  );
});

describe('a worker that dies', () => {
  it('between hold-back and sending: the next one sends, once', async () => {
    const { engine, create, sent, clock } = await worldWith([]);
    await create('a');
    clock.advance(60_000);
    await engine.run();
    expect(sent).toHaveLength(1);
  });

  it('between sending and answer: the row is unknown, and nothing leaves again', async () => {
    const { database, operation, create, sent, clock, send } = await worldWith([]);
    const { jobId } = await create('a');
    clock.advance(5000);
    await claimRequest(database, { jobId, operation, now: clock.read(), newKey: () => 'the-key' });
    const next = createTestEngine(database, operation, send, { clock: clock.read, sleep: clock.sleep });
    await next.run();
    expect(sent).toEqual([]);
    const { row, request } = await firstRow(database, jobId);
    expect(row).toMatchObject({ state: 'unknown', outcome: { reason: 'interrupted' } });
    expect(request?.key).toBe('a');
  });

  it('after the answer: the outcome stands', async () => {
    const { database, operation, engine, create, sent, clock, send } = await worldWith([]);
    const { jobId } = await create('a');
    await engine.run();
    await createTestEngine(database, operation, send, { clock: clock.read, sleep: clock.sleep }).run();
    expect(sent).toHaveLength(1);
    expect((await firstRow(database, jobId)).row?.state).toBe('succeeded');
  });
});

describe('a request that was turned away', () => {
  it('goes again under its key when its time has come', async () => {
    const { database, engine, create, sent, clock } = await worldWith([]);
    const { jobId } = await create('a');
    const retryAt = clock.read() + 12_000;
    const world = await worldWith([{ kind: 'not-processed', error: { code: 'throttled', detail: {} }, retryAt }]);
    await world.create('b');
    await world.engine.run();
    expect(world.sent.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(new Set(world.sent.map(({ key }) => key)).size).toBe(1);
    expect(world.clock.read()).toBeGreaterThanOrEqual(retryAt);
    await engine.run();
    expect(sent).toHaveLength(1);
    expect((await firstRow(database, jobId)).row?.state).toBe('succeeded');
  });

  it('waits for a person when only a person can help', async () => {
    const { database, engine, create, sent } = await worldWith([
      { kind: 'paused', error: { code: 'sign-in-again', detail: {} } },
    ]);
    const { jobId } = await create('a');
    await engine.run();
    await engine.run();
    expect(sent).toHaveLength(1);
    expect(await firstRow(database, jobId)).toMatchObject({
      job: { state: 'paused', pausedBy: { code: 'sign-in-again' } },
      row: { state: 'waiting' },
    });
    expect(await engine.nextWake()).toBeUndefined();
  });

  it('fails when the service refuses for good, with the platform’s words', async () => {
    const { database, engine, create } = await worldWith([refused]);
    const { jobId } = await create('a');
    await engine.run();
    const { row } = await firstRow(database, jobId);
    expect(row).toMatchObject({ state: 'failed', outcome: { platform: { message: '已释放' } } });
  });
});
