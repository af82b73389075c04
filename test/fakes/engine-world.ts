import { createJob } from '@/lib/jobs/create-job';
import type { EngineParts } from '@/lib/jobs/engine';
import type { Operation } from '@/lib/operations/operation';
import { createTestClock, createTestEngine, openTestDatabase, operationWith, succeeded } from './job-world';
import { newJob, rowOf } from './new-job';

/** An engine over an empty database, a platform that does everything, and a record of what was sent and slept when. */
export async function worldWith(change: Partial<EngineParts> = {}) {
  const database = await openTestDatabase();
  const clock = createTestClock();
  const operation = operationWith();
  const sent: { subject: string | undefined; at: number }[] = [];
  const sleeps: number[] = [];
  const engine = createTestEngine(
    database,
    operation,
    async ({ rows }) => {
      sent.push({ subject: rows[0]?.subject, at: clock.read() });
      return succeeded(rows.length);
    },
    {
      clock: clock.read,
      async sleep(ms, interrupt) {
        sleeps.push(ms);
        await clock.sleep(ms, interrupt);
      },
      ...change,
    },
  );
  const create = (
    subject: string,
    { holdBackMs = 5000, of = operation }: { holdBackMs?: number; of?: Operation } = {},
  ) =>
    createJob(
      database,
      newJob({ intentId: `intent-${subject}`, rows: [rowOf(subject)], operation: of, holdBackMs }),
      clock.read(),
    );
  return { database, clock, engine, sent, sleeps, create };
}
