import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: [
      '{lib,components,assets,entrypoints}/**/*.test.{ts,tsx}',
      'test/{sandbox,fixtures,fakes,commands,e2e}/**/*.test.ts',
    ],
    pool: 'threads',
    // Nothing here is timed: a busy machine is slow and not wrong.
    testTimeout: 60_000,
  },
});
