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
  type Disk = ReturnType<typeof fillDisk>;

  async function worldWithJob() {
    const database = await openTestDatabase();
    const world = { clock: createTestClock(), sent: [] as string[], reported: [] as unknown[] };
    const single = operationWith();
    const startWorker = (during: { sending?: () => void; reporting?: () => void } = {}) => {
      const send: Send = async ({ request, rows }) => {
        world.sent.push(request.key);
        during.sending?.();
        return succeeded(rows.length);
      };
      return createTestEngine(database, single, send, {
        clock: world.clock.read,
        sleep: world.clock.sleep,
        report(thrown) {
          world.reported.push(thrown);
          during.reporting?.();
        },
      });
    };
    await createJob(database, newJob({ operation: single, holdBackMs: 0 }), world.clock.read());
    const readRow = async () => (await readJob(database, jobId, 1)).rows[0]?.row;
    return { ...world, database, startWorker, readRow };
  }

  function fillUntilTestEnds(freeWrites: number): Disk {
    const disk = fillDisk({ freeWrites, fails: 'at-commit' });
    onTestFinished(disk.clear);
    return disk;
  }

  it('sends nothing that it could not write down, and sends it once when there is room', async () => {
    const { sent, reported, startWorker, readRow } = await worldWithJob();
    const engine = startWorker();
    // The place among the limited calls still fits, the request does not.
    const disk = fillUntilTestEnds(1);
    await engine.run();
    expect(sent).toEqual([]);
    expect(reported).toContainEqual(expect.objectContaining({ code: 'storage-full' }));
    disk.clear();
    await engine.run();
    expect(sent).toEqual(['intent-1']);
    expect((await readRow())?.state).toBe('succeeded');
  });

  it('pauses the job and says why, where there is room for that', async () => {
    const { database, sent, startWorker } = await worldWithJob();
    const disk = fillUntilTestEnds(1);
    await startWorker({ reporting: disk.clear }).run();
    expect(sent).toEqual([]);
    expect((await readJob(database, jobId, 1)).job).toMatchObject({
      state: 'paused',
      pausedBy: { code: 'storage-full', detail: {} },
    });
  });

  it.each(['the same worker', 'the next worker'])(
    'that cannot write an answer down leaves the row to %s, which says unknown and does not send again',
    async (who) => {
      const { sent, startWorker, readRow } = await worldWithJob();
      let disk: Disk | undefined;
      const worker = startWorker({
        sending: () => {
          disk = fillUntilTestEnds(0);
        },
      });
      await worker.run();
      disk?.clear();
      expect((await readRow())?.state).toBe('sending');
      await (who === 'the same worker' ? worker : startWorker()).run();
      expect(await readRow()).toMatchObject({ state: 'unknown', outcome: { reason: 'interrupted' } });
      expect(sent).toEqual(['intent-1']);
    },
  );
});
