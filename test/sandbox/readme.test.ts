import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultOptions } from './control/fault-kinds.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const rows = [...readme.matchAll(/^\| `([a-z-]+)`( ∞)? *\|([^|]*)\|[^|]*\|$/gm)];

test('the README lists every fault, its options, and whether it lasts', () => {
  const listed = rows.map(([, kind, lasting, options]) => [
    kind,
    lasting !== undefined,
    [...(options ?? '').matchAll(/`([a-zA-Z]+)`/g)].map(([, name]) => name),
  ]);
  const declared = Object.entries(faultOptions).map(([kind, { lasting, options }]) => [
    kind,
    lasting,
    Object.keys(options),
  ]);
  expect(listed.toSorted()).toEqual(declared.toSorted());
});
