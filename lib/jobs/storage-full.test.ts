import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '@/lib/storage/open-database';
import { fillDisk } from '@/test/fakes/full-disk';
import { createTestClock, createTestEngine, openTestDatabase, operationWith, succeeded } from '@/test/fakes/job-world';
import { everything, newJob, rowOf } from '@/test/fakes/new-job';
import { callOff, cancelJob, decideRow, pauseJob, resumeJob } from './change-job';
import { claimRequest } from './claim-request';
import { createJob } from './create-job';
import type { Send } from './engine';
import { readJob } from './read-jobs';
import { recordResult } from './record-result';
import type { SendResult } from './send-result';

const clock = createTestClock();
const start = clock.read();
const due = start + 5000;
const operation = operationWith({ rowsPerRequest: { default: 2, maximum: 2 } });
const jobId = 'job-intent-1';
const requestId = `${jobId}/key`;

const create = (database: Database) =>
  createJob(database, newJob({ operation, rows: ['1', '2', '3'].map(rowOf) }), start);
const claim = (database: Database) => claimRequest(database, { jobId, operation, now: due, newKey: () => 'key' });
const record = (result: SendResult) => (database: Database) =>
  recordResult(database, { requestId, operation, result, now: due });
const pause = (database: Database) => pauseJob(database, jobId, { code: 'locked', detail: {} }, due);
const lose = record({ kind: 'lost', error: { code: 'timed-out', detail: {} } });

type Step = (database: Database) => Promise<unknown>;

/** Every step that writes, and the steps before it. */
const steps: [string, Step[], Step][] = [
  ['a job is written down', [], create],
  ['a request is claimed', [create], claim],
  ['an answer is recorded', [create, claim], record(succeeded(2))],
  ['a loss is recorded', [create, claim], lose],
  ['a job is called off', [create], (database) => callOff(database, jobId, start)],
  ['a job is cancelled', [create, claim], (database) => cancelJob(database, jobId, due)],
  ['a job pauses', [create], pause],
  ['a job goes on', [create, pause], (database) => resumeJob(database, jobId, due)],
  [
    'a person decides',
    [create, claim, lose],
    (database) => decideRow(database, { jobId, index: 1, choice: 'mark-failed', now: due }),
  ],
  [
    'a person sends again',
    [create, claim, lose],
    (database) => decideRow(database, { jobId, index: 1, choice: 'send-again', now: due }),
  ],
];

async function after(before: Step[]): Promise<Database> {
  const database = await openTestDatabase();
  for (const step of before) await step(database);
  return database;
}

async function writesOf(before: Step[], step: Step): Promise<number> {
  const database = await after(before);
  const counter = fillDisk({ freeWrites: Number.POSITIVE_INFINITY, fails: 'at-write' });
  await step(database);
  counter.clear();
  return counter.writes();
}

describe.each(['at-write', 'at-commit'] as const)('a full disk that shows %s', (fails) => {
  it.each(steps)(
    'while %s: storage-full, nothing half-written, and it works once there is room',
    async (_what, before, step) => {
      const writes = await writesOf(before, step);
      expect(writes).toBeGreaterThan(1);
      for (let freeWrites = 0; freeWrites < writes; freeWrites += 1) {
        const database = await after(before);
        const untouched = await everything(database);
        const disk = fillDisk({ freeWrites, fails });
        onTestFinished(disk.clear);
        await expect(step(database)).rejects.toMatchObject({ code: 'storage-full', detail: {} });
        disk.clear();
        expect(await everything(database)).toEqual(untouched);
        await step(database);
        expect(await everything(database)).not.toEqual(untouched);
        database.close();
      }
    },
  );
});

describe('an engine on a full disk', () => {
  async function worldWithJob() {
    const database = await openTestDatabase();
    const sent: string[] = [];
    const world = { clock: createTestClock(), disk: undefined as ReturnType<typeof fillDisk> | undefined };
    const single = operationWith();
    const send: Send = async ({ request, rows }) => {
      sent.push(request.key);
      if (world.disk === undefined) world.disk = fillDisk({ freeWrites: 0, fails: 'at-commit' });
      return succeeded(rows.length);
    };
    const startWorker = () =>
      createTestEngine(database, single, send, { clock: world.clock.read, sleep: world.clock.sleep });
    await createJob(database, newJob({ operation: single }), world.clock.read());
    return { database, sent, world, startWorker };
  }

  it('sends nothing that it could not write down, and sends it once when there is room', async () => {
    const { database, sent, world, startWorker } = await worldWithJob();
    const engine = startWorker();
    world.clock.advance(5000);
    // The place among the limited calls still fits, the request does not.
    const disk = fillDisk({ freeWrites: 1, fails: 'at-write' });
    world.disk = disk;
    onTestFinished(disk.clear);
    await expect(engine.run()).rejects.toMatchObject({ code: 'storage-full' });
    expect(sent).toEqual([]);
    disk.clear();
    await engine.run();
    expect(sent).toEqual(['intent-1']);
    expect((await readJob(database, jobId, 1)).job.counts.succeeded).toBe(1);
  });

  it('that cannot write an answer down leaves the row to the next worker, which says unknown and does not send again', async () => {
    const { database, sent, world, startWorker } = await worldWithJob();
    world.clock.advance(5000);
    await expect(startWorker().run()).rejects.toMatchObject({ code: 'storage-full' });
    world.disk?.clear();
    expect((await readJob(database, jobId, 1)).rows[0]?.row.state).toBe('sending');
    await startWorker().run();
    expect((await readJob(database, jobId, 1)).rows[0]?.row).toMatchObject({
      state: 'unknown',
      outcome: { reason: 'interrupted' },
    });
    expect(sent).toEqual(['intent-1']);
  });
});
