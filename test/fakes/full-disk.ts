import { vi } from 'vitest';

/** What is used of fake-indexeddb's own transaction, to fail as browsers do: they have no public way. */
interface FakeTransaction {
  _execRequestAsync(request: { source: unknown; operation: () => never }): IDBRequest;
  _abort(errorName: string): void;
  dispatchEvent(event: { type: string }): boolean;
}

export interface FullDisk {
  /** Writes that were asked for since. */
  writes(): number;
  /** Somebody made room. */
  clear(): void;
}

/**
 * From now on the disk takes `freeWrites` more records. `at-write`: the write itself fails (Firefox); `at-commit`: every
 * write seems well, and the transaction fails at its end (Chromium).
 */
export function fillDisk({ freeWrites, fails }: { freeWrites: number; fails: 'at-write' | 'at-commit' }): FullDisk {
  let writes = 0;
  const spies = (['add', 'put'] as const).map((method) => {
    const original = IDBObjectStore.prototype[method];
    return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...record) {
      writes += 1;
      if (writes <= freeWrites) return original.apply(this, record);
      const transaction = this.transaction as unknown as FakeTransaction;
      if (fails === 'at-write') return failWrite(this, transaction);
      failCommit(transaction);
      return original.apply(this, record);
    });
  });
  return {
    writes: () => writes,
    clear() {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

function failWrite(source: IDBObjectStore, transaction: FakeTransaction): IDBRequest<IDBValidKey> {
  const operation = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  return transaction._execRequestAsync({ source, operation });
}

function failCommit(transaction: FakeTransaction): void {
  const dispatch = transaction.dispatchEvent.bind(transaction);
  transaction.dispatchEvent = (event) => {
    if (event.type !== 'complete') return dispatch(event);
    transaction._abort('QuotaExceededError');
    return true;
  };
}
