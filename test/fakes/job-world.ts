import 'fake-indexeddb/auto';
import { createEngine, type EngineParts, type Send } from '@/lib/jobs/engine';
import type { SendResult } from '@/lib/jobs/send-result';
import { defineOperation, type Operation, type RowValues } from '@/lib/operations/operation';
import { type Database, openDatabase } from '@/lib/storage/open-database';
import type { ConnectionBinding } from '@/lib/storage/schema';

let worlds = 0;

/** An empty database of its own. */
export function openTestDatabase(): Promise<Database> {
  worlds += 1;
  return openDatabase(`test-${worlds}`);
}

export const binding: ConnectionBinding = {
  id: 'top',
  name: '淘宝开放平台',
  endpoint: 'https://eco.taobao.com/router/rest',
  appKey: '12345678',
};

/** An operation in the smallest form the engine needs. */
export function operationWith(change: Partial<Pick<Operation, 'key' | 'rowsPerRequest'>> = {}): Operation {
  return defineOperation({
    id: 'test-operation',
    platform: 'top',
    method: 'test.method',
    parameter: 'param',
    fields: {},
    subjectField: 'opportunity_id',
    key: { field: 'req_id', repeat: 'ask' },
    rowsPerRequest: { default: 1, maximum: 1 },
    buildRequest: (_rows: readonly RowValues[], key: string) => ({ req_id: key }),
    readOutcomes: (_answer: unknown, rows: readonly RowValues[]) => rows.map(() => ({ state: 'unknown' as const })),
    ...change,
  });
}

/** A clock that only moves when somebody sleeps or the test says so. */
export function createTestClock(start = Date.UTC(2026, 10, 22, 4, 0, 0)) {
  const clock = { now: start };
  return {
    read: () => clock.now,
    advance: (ms: number) => {
      clock.now += ms;
    },
    sleep: async (ms: number, interrupt: AbortSignal) => {
      if (!interrupt.aborted) clock.now += ms;
    },
  };
}

/** An engine with everything around it standing in: `send` is the platform. */
export function createTestEngine(
  database: Database,
  operation: Operation,
  send: Send,
  change: Partial<EngineParts> & { clock: () => number; sleep: EngineParts['sleep'] },
) {
  let keys = 0;
  return createEngine({
    database,
    operations: new Map([[operation.id, operation]]),
    prepare: async () => ({ send }),
    limitFor: () => ({ id: 'limit', limit: { calls: 1000, windowMs: 1000 }, concurrency: 1 }),
    withLock: async (work) => {
      await work();
      return true;
    },
    newKey: () => {
      keys += 1;
      return `key-${keys}-${crypto.randomUUID()}`;
    },
    changed: () => {},
    report: (thrown) => {
      throw thrown;
    },
    ...change,
  });
}

export const succeeded = (rows: number): SendResult => ({
  kind: 'answered',
  outcomes: Array.from({ length: rows }, () => ({ state: 'succeeded' as const })),
});
