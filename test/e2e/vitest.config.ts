import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One browser at a time: two real browsers on two cores make each other's waits fail. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/{e2e,gallery}/**/*.e2e.ts'],
    fileParallelism: false,
    // Tests that wait out a hold-back of their own wait together, in one browser.
    maxConcurrency: 12,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
