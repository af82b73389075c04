import type { IDBPTransaction, StoreNames } from 'idb';
import { AppError } from '@/lib/errors/app-error';
import type { Database } from './open-database';
import type { SidekickDatabase } from './schema';

type Store = StoreNames<SidekickDatabase>;

export type WriteTransaction<S extends Store = Store> = IDBPTransaction<SidekickDatabase, S[], 'readwrite'>;

/**
 * One all-or-nothing step over these stores. Resolves once it is flushed to disk (strict durability), so what is
 * committed survives the death of the worker and of the machine; throws `storage-full` when the disk is.
 * `step` may await nothing but this transaction's own requests. `relaxed`: for what may be lost with the machine's
 * power, such as how many calls were made in the last second.
 */
export async function inWriteTransaction<S extends Store, T>(
  database: Database,
  stores: readonly S[],
  step: (transaction: WriteTransaction<S>) => Promise<T>,
  durability: 'strict' | 'relaxed' = 'strict',
): Promise<T> {
  const transaction = database.transaction([...stores], 'readwrite', { durability });
  try {
    const result = await step(transaction);
    await transaction.done;
    return result;
  } catch (cause) {
    // The rejection of an aborted transaction repeats the cause that is thrown anyway.
    transaction.done.catch(() => {});
    try {
      transaction.abort();
    } catch {
      // It has ended by itself already.
    }
    throw asStorageError(cause);
  }
}

function asStorageError(cause: unknown): unknown {
  const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  return isFull ? new AppError('storage-full', {}, cause) : cause;
}
