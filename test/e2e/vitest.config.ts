import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Two browsers at a time: their tests mostly wait, and a third makes their waits fail on two cores. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/{e2e,gallery}/**/*.e2e.ts'],
    maxWorkers: 2,
    // Tests that wait out a hold-back of their own wait together, in one browser.
    maxConcurrency: 12,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
