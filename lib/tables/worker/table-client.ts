import { AppError } from '@/lib/errors/app-error';
import type { TableAnswer, TableCallName, TableCalls } from './table-protocol';

/** As much of a `Worker` as is needed. */
export interface TablePort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

export type SpawnTableWorker = () => TablePort;

export interface TableClient {
  ask<Name extends TableCallName>(call: Name, ask: TableCalls[Name]['ask']): Promise<TableCalls[Name]['answer']>;
  /** Ends the worker; what is still asked fails as called off. */
  close(): void;
}

interface Waiting {
  resolve(value: never): void;
  reject(error: AppError): void;
}

/** A worker of one's own for one table. */
export function createTableClient(spawn: SpawnTableWorker): TableClient {
  const port = spawn();
  const waiting: Waiting[] = [];
  let ended: AppError | undefined;

  function end(error: AppError): void {
    ended ??= error;
    port.terminate();
    for (const { reject } of waiting.splice(0)) reject(ended);
  }

  port.addEventListener('message', ({ data }) => {
    const answer = data as TableAnswer;
    const asked = waiting.shift();
    if ('error' in answer) asked?.reject(new AppError(answer.error.code, answer.error.detail));
    else asked?.resolve(answer.value as never);
  });
  // The code could not be loaded, or the browser had no memory left for it.
  port.addEventListener('error', () => end(new AppError('bug', { reason: 'table-worker' })));

  return {
    ask(call, ask) {
      if (ended) return Promise.reject(ended);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        port.postMessage({ call, ask });
      });
    },
    close() {
      end(new AppError('invalid-input', { reason: 'table-closed' }));
    },
  };
}
