import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import type { TopAnswer } from '@/lib/platforms/top/call';
import type { TopErrorResponse } from '@/lib/platforms/top/failures';
import { classifyTopFailure } from '@/lib/platforms/top/failures';
import { findOperation } from '@/test/fakes/find-operation';
import { readTopAnswer } from './read-top-answer';
import type { SendResult } from './send-result';

/** 2026-11-22 12:00:00 in China. */
const now = Date.UTC(2026, 10, 22, 4, 0, 0);
const midnight = Date.UTC(2026, 10, 22, 16, 0, 0);
const rows = [{ opportunity_id: '20191214888' }];

function read(answer: TopAnswer, attempts = 1): SendResult {
  return readTopAnswer(answer, { operation: findOperation('release-opportunity'), rows, key: 'KEY-1', attempts, now });
}

const error: ErrorData = { code: 'throttled', detail: { platform: { code: '7' } } };

describe('an answer', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['with the released id succeeded', { value: '20191214888' }, { state: 'succeeded', value: '20191214888' }],
    ['with another id is unknown', { value: '1' }, { state: 'unknown', reason: 'answer-for-another-id', value: '1' }],
    ['without a value is unknown', {}, { state: 'unknown', reason: 'answer-without-value' }],
  ])('%s, and keeps the platform’s request id', (_what, body, outcome) => {
    expect(read({ kind: 'answer', body, requestId: 'r1' })).toEqual({
      kind: 'answered',
      outcomes: [outcome],
      platformRequestId: 'r1',
    });
  });
});

describe('no answer', () => {
  it.each(['timed-out', 'connection', 'unreadable', 'http-status', 'called-off'] as const)(
    'after it left (%s) is lost, never failed',
    (reason) => {
      expect(read({ kind: 'lost', reason, outcome: 'unknown', error })).toEqual({ kind: 'lost', error });
    },
  );

  it('because nothing left may go again at once', () => {
    const answer: TopAnswer = { kind: 'lost', reason: 'called-off', outcome: 'not-processed', error };
    expect(read(answer)).toEqual({ kind: 'not-processed', error, retryAt: now });
  });
});

/** A refusal as the platform writes it, classed as `call` does. */
function refusal(response: TopErrorResponse): Extract<TopAnswer, { kind: 'refused' }> {
  const { errorCode, reason, until, ...meaning } = classifyTopFailure(response, now, 0);
  return { kind: 'refused', error: { code: errorCode, detail: { reason, until } }, until, ...meaning };
}

const ban = (seconds: number): TopErrorResponse => ({
  code: '7',
  subCode: 'accesscontrol.limited-by-api-access-count',
  subMessage: `This ban will last for ${seconds} more seconds `,
});

describe('a refusal', () => {
  it.each<[string, TopErrorResponse, Partial<SendResult>]>([
    ['platform error: nobody knows what it did', { code: '1' }, { kind: 'lost' }],
    ['isp.*: nobody knows what it did', { code: '15', subCode: 'isp.http-read-timeout' }, { kind: 'lost' }],
    ['a service’s own unknown word: nobody knows', { code: '50' }, { kind: 'lost' }],
    ['a duplicate key: the first may have been done', { code: '15', subCode: 'isv.req-duplicate' }, { kind: 'lost' }],
    ['isv.*: failed', { code: '50', subCode: 'isv.invalid-parameter' }, { kind: 'refused' }],
    ['missing arguments: failed', { code: '40' }, { kind: 'refused' }],
    ['malformed: failed', { code: '22' }, { kind: 'refused' }],
    ['wrong secret: waits for a person', { code: '25' }, { kind: 'paused' }],
    ['no permission: waits for a person', { code: '11' }, { kind: 'paused' }],
    ['session expired: waits for a person', { code: '27' }, { kind: 'paused' }],
    ['clock still off: waits for a person', { code: '31' }, { kind: 'paused' }],
    ['throttled without a time: again soon', { code: '7' }, { kind: 'not-processed', retryAt: now + 2000 }],
    ['a short ban: again at its end', ban(30), { kind: 'not-processed', retryAt: now + 31_000 }],
    ['a ban of three minutes: again at its end', ban(179), { kind: 'not-processed', retryAt: now + 180_000 }],
    ['a longer ban: the job pauses', ban(180), { kind: 'paused' }],
    [
      'the day’s quota: the job pauses',
      { code: '7', subCode: 'accesscontrol.limited-by-app-access-count' },
      { kind: 'paused' },
    ],
  ])('%s', (_what, response, expected) => {
    const answer = refusal(response);
    expect(read(answer)).toEqual({ ...expected, error: answer.error });
  });

  it('that pauses for a known time says until when', () => {
    const quota = refusal({ code: '7', subCode: 'accesscontrol.limited-by-app-access-count' });
    expect(read(quota)).toMatchObject({ kind: 'paused', error: { code: 'quota-gone', detail: { until: midnight } } });
    expect(read(refusal(ban(600)))).toMatchObject({
      kind: 'paused',
      error: { code: 'throttled', detail: { until: now + 601_000 } },
    });
  });

  it.each([
    [1, 2000],
    [2, 4000],
    [5, 32_000],
  ])('throttled without a time, attempt %d: again after %d ms', (attempts, waitMs) => {
    expect(read(refusal({ code: '7' }), attempts)).toMatchObject({ kind: 'not-processed', retryAt: now + waitMs });
  });

  it('throttled again and again without a time gives the platform a long rest, and says until when', () => {
    expect(read(refusal({ code: '7' }), 6)).toMatchObject({
      kind: 'paused',
      error: { code: 'throttled', detail: { until: now + 300_000 } },
    });
  });
});
