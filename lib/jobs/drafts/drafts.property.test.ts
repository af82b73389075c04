import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addsUp } from '@/lib/jobs/job-transaction';
import { readRowsPage } from '@/lib/jobs/read-rows';
import type { Database } from '@/lib/storage/open-database';
import { beginTestDraft, confirmTestDraft, testRunner } from '@/test/fakes/draft-world';
import { openTestDatabase } from '@/test/fakes/job-world';
import { mortalDatabase } from '@/test/fakes/mortal-database';

class Killed extends Error {}

/** Dead from the n-th step on. */
function dieAt(life: number): () => void {
  let steps = 0;
  return () => {
    steps += 1;
    if (steps >= life) throw new Killed();
  };
}

async function runThroughDeaths(database: Database, lives: readonly number[]): Promise<void> {
  for (const life of lives) {
    const report = (thrown: unknown) => expect(thrown).toBeInstanceOf(Killed);
    await testRunner(mortalDatabase(database, dieAt(life)), { report }).run();
  }
  await testRunner(database).run();
}

/** Everything that must not depend on how often a worker died. */
async function outcomeOf(database: Database) {
  const job = await database.get('jobs', 'draft');
  if (!job) throw new Error('no job');
  expect(addsUp(job)).toBe(true);
  const { rows } = await readRowsPage(database, { jobId: 'draft', from: 0, limit: 10_000 });
  const entries = (await database.getAll('journal')).map(({ event, subjects, subject, error }) => ({
    ...{ event, subjects, subject, error },
  }));
  return { job, rows, entries, subjects: await database.getAll('subjects') };
}

const ids = fc.array(fc.constantFrom('x', '', ...Array.from({ length: 300 }, (_, index) => String(index))), {
  minLength: 1,
  maxLength: 700,
});
const lives = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 });

it('a draft is looked at and written down alike, however often the worker dies meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(ids, lives, lives, async (subjects, whileChecking, whilePreparing) => {
      fc.pre(subjects.some((subject) => /^\d/.test(subject)));
      const outcomes = [];
      for (const isKilled of [true, false]) {
        const database = await openTestDatabase();
        await beginTestDraft(database, 'draft', subjects);
        await runThroughDeaths(database, isKilled ? whileChecking : []);
        await confirmTestDraft(database, 'draft');
        await runThroughDeaths(database, isKilled ? whilePreparing : []);
        outcomes.push(await outcomeOf(database));
        database.close();
      }
      expect(outcomes[0]).toEqual(outcomes[1]);
      expect(outcomes[0]?.job.state).toBe('held');
    }),
    { numRuns: 60 },
  );
}, 60_000);
