import { afterAll, beforeAll, expect, test } from 'vitest';
import { setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a new user sets the extension up on its options page, and the test of the connection releases nothing', async () => {
  await setUp(stage);
  const { accepted, refused } = stage.sandbox.ledger().counts.all;
  // The only request is the test's: without arguments, so that the platform checks all but the service and refuses.
  expect({ accepted, refused }).toEqual({ accepted: 0, refused: 1 });
  expect(stage.sandbox.ledger().entries[0]).toMatchObject({ signature: 'right', objects: [], key: undefined });

  const again = await stage.browser.openPage('options.html', { hash: '/connections' });
  await again.getByText(said.connections.secretsStored.both).waitFor();
  expect(stage.browser.consoleLines.filter((line) => /^(error|uncaught)/.test(line))).toEqual([]);
  await again.close();
});
