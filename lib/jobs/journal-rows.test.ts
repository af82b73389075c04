import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/test/fakes/job-world';
import { newJob } from '@/test/fakes/new-job';
import { due, events, jobId, lost, operation, sendNext, start, stateOf, worldWith } from '@/test/fakes/one-job';
import { pauseJob, resumeJob } from './change-job';
import { claimRequest } from './claim-request';
import { createJob } from './create-job';
import { recordResult } from './record-result';

const byPerson = { code: 'not-allowed', detail: { reason: 'paused-by-person' } } as const;
const refused = { kind: 'refused', error: { code: 'rejected', detail: { reason: 'no' } } } as const;
const operator = { id: 'kyr13386', name: '王五' };

describe('the journal', () => {
  it('names who confirmed a job whose rows name nobody, at every step of it', async () => {
    const database = await openTestDatabase();
    const rows = [{ opportunity_id: '1' }, { opportunity_id: '2' }];
    await createJob(database, newJob({ operation, rows, operator }), start);
    await pauseJob(database, jobId, byPerson, due);
    await resumeJob(database, jobId, due);
    const claimed = await claimRequest(database, { jobId, operation, now: due, newKey: () => 'key' });
    await recordResult(database, { requestId: claimed?.request.id ?? '', operation, result: lost, now: due });
    const entries = await database.getAll('journal');
    expect(entries.map(({ event }) => event)).toEqual(['asked', 'paused', 'resumed', 'sent', 'lost']);
    const { connection } = await stateOf(database).then(({ job }) => job);
    for (const entry of entries) expect(entry, entry.event).toMatchObject({ operator, connection });
  });

  it('keeps to whom the rows name', async () => {
    const database = await openTestDatabase();
    const rows = [{ opportunity_id: '1', operator_id: 'another' }];
    await createJob(database, newJob({ operation, rows, operator }), start);
    expect((await database.getAll('journal'))[0]?.operator).toEqual({ id: 'another', name: '' });
  });

  it('tells of the pause of a job whose requests fail alike, and why; of none where nothing is left', async () => {
    const database = await worldWith('1', '2', '3', '4', '5', '6');
    for (let count = 1; count <= 5; count += 1) await sendNext(database, refused, due + count);
    expect((await stateOf(database)).job.state).toBe('paused');
    expect((await events(database)).slice(-2)).toEqual(['answered', 'paused']);
    expect((await database.getAll('journal')).at(-1)).toMatchObject({ jobId, error: 'same-failure' });
    const over = await worldWith('1', '2', '3', '4', '5');
    for (let count = 1; count <= 5; count += 1) await sendNext(over, refused, due + count);
    expect((await events(over)).at(-1)).toBe('answered');
  });
});
