import { test } from 'vitest';
import { expectAccessibleScreens } from './axe-screens.ts';

test('no screen has an accessibility fault or scrolls sideways, in either theme', async () => {
  await expectAccessibleScreens('en');
}, 300_000);
