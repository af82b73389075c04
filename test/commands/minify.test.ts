import { minify } from 'terser';
import { expect, it } from 'vitest';
import { minifyOptions } from '../../wxt.minify';

it.each([
  ['alone', 'effect(() => { void state.value; untracked(() => look()); });'],
  ['among others', 'effect(() => { void [isLocked.value, state.value]; untracked(() => look()); });'],
  ['as a statement', 'effect(() => { state.value; look(); });'],
])('a signal that is read %s, for the subscription, is still read in the build', async (_how, source) => {
  const { code } = await minify(source, structuredClone(minifyOptions));
  expect(code).toContain('state.value');
});
