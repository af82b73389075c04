import { expect, it } from 'vitest';
import { nameChunk } from '../../wxt.chunks';
import { nameClass } from '../../wxt.class-names';

/** Who imports what: `→` at the start of the page, `⇢` by a call of `import`. */
const imports = `
  entrypoints/background.ts → lib/for-all
  entrypoints/background.ts → lib/for-worker
  entrypoints/background.ts → lib/for-settings
  entrypoints/background.ts → lib/operation
  entrypoints/background.ts → node_modules/webextension-polyfill
  entrypoints/popup/index.html → node_modules/webextension-polyfill
  entrypoints/popup/index.html → first-screen
  entrypoints/sidepanel/index.html → first-screen
  first-screen → lib/for-all
  first-screen → button
  first-screen ⇢ app/late-screens.ts
  first-screen ⇢ unlock/unlock-prompt.tsx
  unlock/unlock-prompt.tsx → unlock-model
  unlock/unlock-prompt.tsx → select
  entrypoints/options/index.html → button
  entrypoints/options/index.html → select
  entrypoints/options/index.html → lib/for-settings
  entrypoints/options/index.html → options-section
  app/late-screens.ts → release-screen
  app/late-screens.ts → select
  app/late-screens.ts → job-progress
  app/late-screens.ts ⇢ edit-screen
  release-screen → lib/operation
  edit-screen → job-progress
  edit-screen → edit-field
`
  .trim()
  .split('\n')
  .map((line) => {
    const [from = '', kind = '', to = ''] = line.trim().split(' ');
    return { from, kind, to };
  });

const graph = {
  getModuleInfo: (id: string) => ({
    isEntry: id.startsWith('entrypoints/'),
    importers: imports.filter(({ to, kind }) => to === id && kind === '→').map(({ from }) => from),
    dynamicImporters: imports.filter(({ to, kind }) => to === id && kind === '⇢').map(({ from }) => from),
  }),
} as unknown as Parameters<typeof nameChunk>[1];

it.each([
  ['what the worker alone needs', 'lib/for-worker', null],
  ['what the worker and a first screen need', 'lib/for-all', 'shared'],
  ['what the worker and the options page need', 'lib/for-settings', 'settings'],
  ['what the worker and a later screen need', 'lib/operation', 'operations'],
  ['what only the worker uses, though pages import it', 'node_modules/webextension-polyfill', null],
  ['what every page begins with', 'button', 'start'],
  ['what popup and panel begin with', 'first-screen', 'surface'],
  ['what the options page and later screens need', 'select', 'controls'],
  ['what the late screens alone need', 'release-screen', 'late'],
  ['what several later screens need', 'job-progress', 'late'],
  ['what one later screen alone needs', 'edit-field', 'late'],
  ['what unlocking alone needs', 'unlock-model', null],
  ['what the options page alone needs', 'options-section', null],
])('%s has a file of its own kind', (_, id, name) => {
  expect(nameChunk(id, graph)).toBe(name);
});

it('a class keeps its name, and no other has it', () => {
  const [one, other, elsewhere] = [nameClass('row', 'a.css'), nameClass('cell', 'a.css'), nameClass('row', 'b.css')];
  expect(nameClass('row', 'a.css')).toBe(one);
  expect(new Set([one, other, elsewhere]).size).toBe(3);
  expect([one, other, elsewhere].every((name) => /^_[\w-]+$/.test(name))).toBe(true);
});
