import { AppError, isErrorData } from '@/lib/errors/app-error';
import type { Envelope } from './contract';
import type { CallInput, CallName, CallOutput } from './extension-contract';

/** The worker, as extension pages see it. Failures are thrown as AppError, with the worker's code and detail. */
export interface Client {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
}

/** `send` delivers one envelope to the worker and gives its reply (`runtime.sendMessage`). */
export function createClient(send: (envelope: Envelope) => Promise<unknown>): Client {
  return {
    async call<N extends CallName>(call: N, input: CallInput<N>) {
      const reply = await send({ contract: 'extension', call, input });
      if (isRecord(reply) && reply.ok === true) return reply.value as CallOutput<N>;
      const error = isRecord(reply) ? reply.error : undefined;
      if (isErrorData(error)) throw new AppError(error.code, error.detail);
      throw new AppError('bug', { reason: 'no-reply' });
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
