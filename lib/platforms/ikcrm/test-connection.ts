import type { ErrorData } from '@/lib/errors/app-error';
import type { IkcrmAnswer, IkcrmCaller } from './call';
import { getFieldMaps } from './calls';
import type { IkcrmConnection } from './request';

/** In the order in which a call meets them: a failure at one says that those before it were right. */
const parts = ['address', 'token', 'permission'] as const;
export type IkcrmConnectionPart = (typeof parts)[number];

export interface IkcrmConnectionCheck {
  part: IkcrmConnectionPart;
  state: 'ok' | 'wrong' | 'not-checked';
  error?: ErrorData | undefined;
}

/**
 * Says which part of a connection is wrong, by one call that only reads (the options of an opportunity's fields).
 * A part with `not-checked` and an error could not be reached for that reason (throttled, the CRM down).
 */
export async function testIkcrmConnection(
  caller: IkcrmCaller,
  connection: IkcrmConnection,
  signal?: AbortSignal,
): Promise<IkcrmConnectionCheck[]> {
  return readChecks(await caller({ connection, request: getFieldMaps(), signal }));
}

function readChecks(answer: IkcrmAnswer): IkcrmConnectionCheck[] {
  if (answer.kind === 'answer') return parts.map((part) => ({ part, state: 'ok' }));
  const { error } = answer;
  if (answer.kind === 'lost') return readLoss(answer.reason, error);
  switch (error.code) {
    case 'sign-in-again':
      return wrongAt('token', error);
    case 'not-allowed':
      return wrongAt('permission', error);
    case 'not-found':
    case 'bug':
      return wrongAt('address', error);
    case 'invalid-input':
      return wrongAt(error.detail.path === 'token' ? 'token' : 'address', error);
    default:
      return parts.map((part) => (part === 'address' ? { part, state: 'ok' } : { part, state: 'not-checked', error }));
  }
}

function readLoss(reason: Extract<IkcrmAnswer, { kind: 'lost' }>['reason'], error: ErrorData): IkcrmConnectionCheck[] {
  if (reason === 'called-off') return parts.map((part) => ({ part, state: 'not-checked' }));
  // Any server may fail for a while: that says nothing against its address.
  if (reason === 'http-status') return parts.map((part) => ({ part, state: 'not-checked', error }));
  return wrongAt('address', error);
}

function wrongAt(wrong: IkcrmConnectionPart, error: ErrorData): IkcrmConnectionCheck[] {
  const position = parts.indexOf(wrong);
  return parts.map((part, index) => {
    if (index === position) return { part, state: 'wrong', error };
    return { part, state: index < position ? 'ok' : 'not-checked' };
  });
}
