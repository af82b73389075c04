import type { ErrorCode, ErrorData } from '@/lib/errors/app-error';
import type { IkcrmAnswer } from '@/lib/platforms/ikcrm/call';
import { getOpportunity } from '@/lib/platforms/ikcrm/calls';
import type { IkcrmRetry } from '@/lib/platforms/ikcrm/failures';
import type { IkcrmRequest } from '@/lib/platforms/ikcrm/request';
import type { Opportunity } from './opportunity';
import { readOpportunity } from './read-opportunity';

/** A call through one connection, with whatever limit stands before it. It never throws. */
export type CallCrm = (request: IkcrmRequest) => Promise<IkcrmAnswer>;

export type RecordReading =
  | { kind: 'read'; opportunity: Opportunity }
  | { kind: 'not-read'; error: ErrorData; retry: IkcrmRetry; until?: number | undefined };

/** Reads the record as it is now. An answer about another record is none. */
export async function readRecord(call: CallCrm, id: string): Promise<RecordReading> {
  const answer = await call(getOpportunity(id));
  if (answer.kind === 'answer') return readAnswered(answer.data, id);
  if (answer.kind === 'refused') {
    return { kind: 'not-read', error: answer.error, retry: answer.retry, until: answer.until };
  }
  return { kind: 'not-read', error: answer.error, retry: answer.reason === 'called-off' ? 'no' : 'transient' };
}

export function readAnswered(data: unknown, id: string): RecordReading {
  const opportunity = readOpportunity(data);
  if (opportunity?.id === id) return { kind: 'read', opportunity };
  const reason = opportunity ? 'answer-for-another-id' : 'not-a-record';
  return { kind: 'not-read', error: { code: 'unreadable-answer', detail: { reason } }, retry: 'no' };
}

/** What the CRM says of the record, or of this request for it, and would say of it again; the connection is sound. */
const forGood: ReadonlySet<ErrorCode> = new Set([
  'not-found',
  'not-allowed',
  'invalid-input',
  'rejected',
  'unreadable-answer',
]);

/** Where a request that could not be made was wrong for every record alike. */
const ofConnection: ReadonlySet<string> = new Set(['token', 'baseUrl']);

/**
 * What a record that could not be read means for a write that was to follow: nothing was sent. Where it will not be read
 * the next time either, this write is over, lest it stand in the way of every other one.
 */
export function notRead({ error, retry, until }: Extract<RecordReading, { kind: 'not-read' }>) {
  const isForGood = retry === 'no' && (forGood.has(error.code) || error.detail.reason === 'malformed-request');
  if (isForGood && !ofConnection.has(error.detail.path ?? '')) return { kind: 'refused' as const, error, fields: [] };
  return { kind: 'not-processed' as const, error, retry, until };
}
