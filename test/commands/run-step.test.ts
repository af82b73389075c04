import { expect, test } from 'vitest';
import { runStep } from './run-step.ts';

const node = (script: string) => [process.execPath, ['-e', script]] as const;

test('a program that ends well has passed, with what it printed to both streams', async () => {
  const result = await runStep(...node('console.log("out"); console.error("err")'));
  expect(result.isPassed).toBe(true);
  expect(result.output).toContain('out');
  expect(result.output).toContain('err');
});

test('a program that ends with an error has failed', async () => {
  expect((await runStep(...node('process.exit(3)'))).isPassed).toBe(false);
});

test('a program that crashes has failed', async () => {
  expect((await runStep(...node('process.kill(process.pid, "SIGKILL")'))).isPassed).toBe(false);
});

test('a program that does not exist has failed with a reason', async () => {
  const result = await runStep('no-such-program', []);
  expect(result).toMatchObject({ isPassed: false, output: expect.stringContaining('no-such-program') });
});

test('a program that hangs is ended and has failed', async () => {
  const result = await runStep(...node('setInterval(() => {}, 1000)'), { limitMs: 300 });
  expect(result).toMatchObject({ isPassed: false, output: expect.stringContaining('Stopped') });
});
