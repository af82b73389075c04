import { describe, expect, it } from 'vitest';
import type { JobSummary } from '@/lib/messages/app-state';
import { fakeJob, fakeNow } from '@/test/fakes/fake-state';
import { isOpen, needsPerson, phaseOf } from './job-phase';

const counts = (some: Partial<JobSummary['counts']>) => ({
  ...{ waiting: 0, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 },
  ...some,
});

describe('the phase of a job', () => {
  it.each([
    ['held', fakeJob()],
    ['due', fakeJob({ heldUntil: fakeNow })],
    ['running', fakeJob({ state: 'running' })],
    ['paused', fakeJob({ state: 'paused' })],
    ['succeeded', fakeJob({ state: 'finished', counts: counts({ succeeded: 1 }) })],
    ['failed', fakeJob({ state: 'finished', counts: counts({ failed: 1, succeeded: 2 }) })],
    ['unknown', fakeJob({ state: 'finished', counts: counts({ unknown: 1, failed: 1 }) })],
    ['cancelled', fakeJob({ state: 'finished', counts: counts({ cancelled: 1 }) })],
  ])('is %s', (phase, job) => {
    expect(phaseOf(job, fakeNow)).toBe(phase);
  });
});

it('an unknown outcome keeps a finished job open, for a person', () => {
  const job = fakeJob({ state: 'finished', counts: counts({ unknown: 1 }) });
  expect([isOpen(job), needsPerson(job)]).toEqual([true, true]);
});

it('a pause that ends by itself needs nobody', () => {
  const job = fakeJob({ state: 'paused', pausedBy: { code: 'throttled', detail: { until: fakeNow } } });
  expect([isOpen(job), needsPerson(job)]).toEqual([true, false]);
});
