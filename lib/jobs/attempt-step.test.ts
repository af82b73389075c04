import { expect, it } from 'vitest';
import type { AttemptRecord, RequestRecord } from '@/lib/storage/schema';
import { operationWith } from '@/test/fakes/job-world';
import { stepFor } from './attempt-step';

const operation = operationWith({ key: { field: 'key', repeat: 'safe' } });
const error = { code: 'timed-out', detail: {} } as const;

/** What an attempt that is lost means after earlier ones that ended so. */
function stepAfter(...results: NonNullable<AttemptRecord['result']>[]) {
  const attempts: AttemptRecord[] = [...results, undefined].map((result, index) => ({
    ...{ number: index + 1, startedAt: index },
    ...(result && { result }),
  }));
  const request: RequestRecord = {
    ...{ id: 'job/key', jobId: 'job', key: 'key', rowIndexes: [0], state: 'sending' },
    attempts,
  };
  return stepFor({ kind: 'lost', error }, { operation, request, now: 1000 });
}

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

it('what was turned away uses up no repeat, and lengthens no wait', () => {
  expect(stepAfter(...times(9, 'not-processed' as const))).toMatchObject({ rows: 'waiting', retryAt: 3000 });
});

it('a request that is lost time and again is left to a person', () => {
  expect(stepAfter(...times(5, 'lost' as const)).rows).toBe('waiting');
  expect(stepAfter(...times(6, 'lost' as const)).rows).toMatchObject([{ state: 'unknown' }]);
});
