import { describe, expect, it } from 'vitest';
import { appStateSchema } from '@/lib/messages/app-state';
import { connection, createBackgroundWorld, secrets, setUp } from '@/test/fakes/background-world';
import { rowOf, storeJob } from '@/test/fakes/new-job';

const none = { waiting: 0, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 };
const done = { state: 'finished', counts: { ...none, succeeded: 1 } } as const;
const unknown = { state: 'finished', counts: { ...none, unknown: 1 }, needsDecision: 1 } as const;

async function createWorld() {
  const world = await createBackgroundWorld();
  const worker = world.startWorker();
  const read = () => worker.background.appState();
  /** A job of that age, 0 being the oldest. */
  const store = (age: number, record: Parameters<typeof storeJob>[3] = done) => {
    const number = String(age).padStart(4, '0');
    const change = { id: `JOB-${number}`, intentId: `intent-${number}`, rows: [rowOf(number)] };
    return storeJob(world.database, world.clock.read() + age * 1000, change, record);
  };
  return { world, worker, read, store };
}

describe('the state that surfaces show', () => {
  it('of a new user is the defaults, in the contract’s shape', async () => {
    const { read } = await createWorld();
    const state = await read();
    expect(appStateSchema.parse(state)).toEqual(state);
    expect(state).toMatchObject({ vault: { state: 'absent' }, connections: [], sites: [], jobs: [], managed: false });
    expect(state).not.toHaveProperty('panelWish');
  });

  it('says of a connection which secrets are there and whether its host is permitted, never the secrets', async () => {
    const { world, worker, read } = await createWorld();
    await setUp(worker);
    expect((await read()).connections).toEqual([{ ...connection, hasSecret: true, hasSession: true, permitted: true }]);
    world.permissions.granted.clear();
    await worker.client.call('connection.save', { connection, secrets: { session: await worker.seal('') } });
    const state = await read();
    expect(state.connections).toEqual([{ ...connection, hasSecret: true, hasSession: false, permitted: false }]);
    for (const secret of Object.values(secrets)) expect(JSON.stringify(state)).not.toContain(secret);
  });

  it('shows the newest jobs first, and of the ended ones only the newest', async () => {
    const { read, store } = await createWorld();
    for (let age = 0; age < 25; age += 1) await store(age);
    const { jobs } = await read();
    expect(jobs.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, index) => `JOB-${String(24 - index).padStart(4, '0')}`),
    );
  });

  it('never loses sight of a job that is open or needs a decision, however many came after it', async () => {
    const { read, store } = await createWorld();
    await store(0, unknown);
    await store(1, { state: 'paused', pausedBy: { code: 'locked', detail: {} } });
    await store(2, { state: 'held' });
    for (let age = 3; age < 30; age += 1) await store(age);
    const { jobs } = await read();
    expect(jobs).toHaveLength(23);
    expect(jobs.slice(-3).map(({ id }) => id)).toEqual(['JOB-0002', 'JOB-0001', 'JOB-0000']);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(23);
  });
});
