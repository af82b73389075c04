import { describe, expect, it } from 'vitest';
import { createTestClock, createTestEngine, openTestDatabase, operationWith } from '@/test/fakes/job-world';
import { newJob } from '@/test/fakes/new-job';
import { backOffMs } from './back-off';
import { createJob } from './create-job';
import { readJob } from './read-jobs';

describe('backing off', () => {
  it.each([
    [0, 2000],
    [1, 2000],
    [2, 4000],
    [5, 32_000],
    [6, 60_000],
    [1000, 60_000],
  ])('after attempt %d: %d ms', (attempts, ms) => {
    expect(backOffMs(attempts)).toBe(ms);
  });

  it('ends: what is lost again and again is a person’s to decide, all under one key', async () => {
    const database = await openTestDatabase();
    const clock = createTestClock();
    const operation = operationWith({ key: { field: 'request_id', repeat: 'safe' } });
    const sent: { key: string; at: number }[] = [];
    const engine = createTestEngine(
      database,
      operation,
      async ({ request }) => {
        sent.push({ key: request.key, at: clock.read() });
        return { kind: 'lost', error: { code: 'timed-out', detail: {} } };
      },
      { clock: clock.read, sleep: clock.sleep },
    );
    const { jobId } = await createJob(database, newJob({ operation, holdBackMs: 0 }), clock.read());
    for (let next = await engine.nextWake(); next !== undefined; next = await engine.nextWake()) {
      clock.advance(Math.max(0, next - clock.read()));
      await engine.run();
    }
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(sent).toHaveLength(7);
    const waits = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect((await readJob(database, jobId, 1)).job).toMatchObject({ state: 'finished', counts: { unknown: 1 } });
  });
});
