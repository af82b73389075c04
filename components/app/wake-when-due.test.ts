import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeJob, fakeNow } from '@/test/fakes/fake-state';
import { wakeWhenDue } from './wake-when-due';

beforeEach(() => void vi.useFakeTimers({ now: fakeNow }));
afterEach(() => void vi.useRealTimers());

it('wakes the worker when the earliest hold-back has ended, not before, and not for what is not held', async () => {
  const worker = createFakeWorker({
    jobs: [
      fakeJob({ id: 'later', heldUntil: fakeNow + 9000 }),
      fakeJob({ heldUntil: fakeNow + 5000 }),
      fakeJob({ id: 'paused', state: 'paused', heldUntil: fakeNow }),
    ],
  });
  wakeWhenDue(createFakeApp(worker, { ports: { clock: () => Date.now() } }));
  await vi.advanceTimersByTimeAsync(4999);
  expect(worker.callsOf('app.wake')).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(worker.callsOf('app.wake')).toHaveLength(1);
});

it('forgets a job that was called off', async () => {
  const worker = createFakeWorker({ jobs: [fakeJob()] });
  wakeWhenDue(createFakeApp(worker, { ports: { clock: () => Date.now() } }));
  worker.change({ jobs: [fakeJob({ state: 'finished' })] });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(worker.callsOf('app.wake')).toEqual([]);
});
