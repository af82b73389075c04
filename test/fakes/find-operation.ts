import type { Operation } from '@/lib/operations/operation';
import { operations } from '@/lib/operations/registry';

/** An operation that there is. */
export function findOperation(id: string): Operation {
  const operation = operations.get(id);
  if (!operation) throw new Error(`no operation ${id}`);
  return operation;
}
