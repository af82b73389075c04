import { expect, test } from 'vitest';
import { hasLockedPackages } from './packages.mjs';

const lock = (packages: Record<string, object>) =>
  JSON.stringify({ packages: { '': { version: '9.9.9' }, ...packages } });
const installed = (packages: Record<string, object>) => JSON.stringify({ packages });

test.each<[string, Record<string, object>, Record<string, object>, boolean]>([
  ['the same versions', { a: { version: '1.0.0' } }, { a: { version: '1.0.0' } }, true],
  ['another version', { a: { version: '1.0.1' } }, { a: { version: '1.0.0' } }, false],
  [
    'a package that is missing',
    { a: { version: '1.0.0' }, b: { version: '1.0.0' } },
    { a: { version: '1.0.0' } },
    false,
  ],
  ['a missing package of another platform', { a: { version: '1.0.0', optional: true } }, {}, true],
  [
    'an optional package of another version',
    { a: { version: '2.0.0', optional: true } },
    { a: { version: '1.0.0' } },
    false,
  ],
  ['a package left over', {}, { a: { version: '1.0.0' } }, true],
])('node_modules with %s is judged rightly', (_case, locked, found, isUpToDate) => {
  expect(hasLockedPackages(lock(locked), installed(found))).toBe(isUpToDate);
});
