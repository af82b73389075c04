import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** What `npm start`, `screenshots`, `chaos` and `bench` load; a name without its ending somewhere below would end them. */
const loaded = [
  'test/e2e/tour-steps.ts',
  'test/e2e/screenshots.ts',
  'test/e2e/chaos/run-chaos.ts',
  'test/bench/measure-jobs.ts',
];

it.each(loaded)('%s is read by Node as it stands', async (path) => {
  const script = `await import('./${path}'); process.exit(0)`;
  const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(stderr).not.toContain('Error');
});
