import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type BulkWorld, createBulkWorld } from './bulk-world';
import type { createTestClock } from './job-world';

/** A file's stage: one sandbox, as new before each test, and each test's own worker. `set` takes both; no test may leave an error that the worker reported. */
export function stageBulk(
  clock: ReturnType<typeof createTestClock>,
  shapes: Parameters<Sandbox['setShapes']>[0],
  set: (stage: { sandbox: Sandbox; world: BulkWorld }) => void,
): void {
  let sandbox: Sandbox;
  let world: BulkWorld;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, clock: clock.read });
  });
  beforeEach(async () => {
    sandbox.reset();
    sandbox.setShapes(shapes);
    world = await createBulkWorld(sandbox, clock);
    set({ sandbox, world });
  });
  afterEach(() => expect(world.reported).toEqual([]));
  afterAll(() => sandbox.close());
}
