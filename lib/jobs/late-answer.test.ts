import { expect, it } from 'vitest';
import { createTestClock, createTestEngine, succeeded } from '@/test/fakes/job-world';
import { claim, due, jobId, lost, operation, stateOf, turnedAway, worldWith } from '@/test/fakes/one-job';
import { decideRow } from './change-job';
import type { Send } from './engine';
import { recordResult } from './record-result';

const interrupted = (requestId: string) => ({ requestId, operation, result: lost, now: due });

it('a late answer to an attempt that was settled as lost says nothing of the one after it', async () => {
  const database = await worldWith('1');
  const clock = createTestClock(due);
  // While this worker waits for its answer, another one takes the request for cut off, and a person sends it again.
  const send: Send = async ({ request }) => {
    await recordResult(database, interrupted(request.id));
    await decideRow(database, { jobId, index: 0, choice: 'send-again', now: due });
    await claim(database, due);
    return turnedAway;
  };
  await createTestEngine(database, operation, send, { clock: clock.read, sleep: clock.sleep }).run();
  expect((await stateOf(database)).rows).toEqual(['sending']);
  const [request] = await database.getAll('requests');
  expect(request).toMatchObject({ state: 'sending', attempts: [{ result: 'lost' }, { number: 2 }] });
  expect(request?.attempts[1]).not.toHaveProperty('result');
  const landed = { requestId: request?.id ?? '', operation, now: due, result: succeeded(1) };
  await recordResult(database, { ...landed, attempt: 1 });
  expect((await stateOf(database)).rows).toEqual(['sending']);
  await recordResult(database, { ...landed, attempt: 2 });
  expect((await stateOf(database)).rows).toEqual(['succeeded']);
});
