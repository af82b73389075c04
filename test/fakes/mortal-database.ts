import type { Database } from '@/lib/storage/open-database';

/**
 * The database as a worker has it that may die: `step` comes before everything that is asked of it, within a transaction
 * or between two, and throws once the worker is dead.
 */
export function mortalDatabase(database: Database, step: () => void): Database {
  const wrap = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        // With a worker that dies its open transaction ends.
        if (typeof member !== 'function' || name === 'abort') return bound(member, target);
        return (...given: unknown[]) => {
          step();
          const answer: unknown = member.apply(target, given);
          return isPart(answer) ? wrap(answer) : answer;
        };
      },
    });
  return wrap(database);
}

function bound(member: unknown, target: object): unknown {
  return typeof member === 'function' ? member.bind(target) : member;
}

/** What is asked of these is asked of the database. */
function isPart(value: unknown): value is object {
  return [IDBTransaction, IDBObjectStore, IDBIndex].some((kind) => value instanceof kind);
}
