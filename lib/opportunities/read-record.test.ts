import { describe, expect, it } from 'vitest';
import type { ErrorData } from '@/lib/errors/app-error';
import { classifyIkcrmFailure } from '@/lib/platforms/ikcrm/failures';
import { notRead, readAnswered } from './read-record';

const refusalOf = (status: number, code?: string) => {
  const { errorCode, reason, retry } = classifyIkcrmFailure(status, code);
  return notRead({ kind: 'not-read', error: { code: errorCode, detail: { reason } }, retry });
};

describe('a record that cannot be read before it is written', () => {
  it.each<[string, number, string?]>([
    ['with a code that nobody has listed', 200, '100777'],
    ['as a request that the CRM finds malformed', 400],
    ['as content that the CRM finds wrong', 422],
    ['for want of a permission', 403],
    ['for want of a record', 404, '404'],
  ])('refused %s ends its own write, which was not sent', (_what, status, code) => {
    expect(refusalOf(status, code)).toMatchObject({ kind: 'refused', fields: [] });
  });

  it.each([
    ['another record', { id: '2', title: 'x' }],
    ['none', 'nothing'],
  ])('answered with %s ends its own write', (_what, data) => {
    const reading = readAnswered(data, '1');
    if (reading.kind === 'read') throw new Error('it was read');
    expect(notRead(reading)).toMatchObject({ kind: 'refused', error: { code: 'unreadable-answer' } });
  });

  it.each<[string, number, string?]>([
    ['a sign-in that has ended', 200, '100401'],
    ['a token that is refused', 401],
    ['a limit', 429],
  ])('because of %s waits: the others would fare alike', (_what, status, code) => {
    expect(refusalOf(status, code).kind).toBe('not-processed');
  });

  it.each<ErrorData>([
    { code: 'locked', detail: {} },
    { code: 'storage-full', detail: {} },
    { code: 'invalid-input', detail: { reason: 'not-a-token', path: 'token' } },
    { code: 'invalid-input', detail: { reason: 'not-a-url', path: 'baseUrl' } },
    { code: 'bug', detail: { reason: 'TypeError' } },
    { code: 'outcome-unknown', detail: { reason: 'called-off' } },
  ])('because of us ($code) waits for a person', (error) => {
    expect(notRead({ kind: 'not-read', error, retry: 'no' })).toMatchObject({ kind: 'not-processed', retry: 'no' });
  });

  it('that the network did not bring waits for it', () => {
    const error: ErrorData = { code: 'unreadable-answer', detail: { reason: 'not-json' } };
    expect(notRead({ kind: 'not-read', error, retry: 'transient' }).kind).toBe('not-processed');
  });
});
