import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changeKinds } from './control/change-kinds.ts';
import { faultOptions } from './control/fault-kinds.ts';
import { shapeChoices } from './control/shapes.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');

/** The rows of the table under a heading, as cells; the first cell is in backticks. */
const rowsUnder = (heading: string): string[][] => {
  const [section = ''] = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ') ?? [];
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
};

const named = (text = ''): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

test('the README lists every fault, its options, and whether it lasts', () => {
  const listed = rowsUnder('Faults').map(([kind, options]) => [named(kind)[0], kind?.includes('∞'), named(options)]);
  const declared = Object.entries(faultOptions).map(([kind, { lasting, options }]) => [
    kind,
    lasting,
    Object.keys(options),
  ]);
  expect(listed.toSorted()).toEqual(declared.toSorted());
});

test('the README lists every shape and its choices, the default first', () => {
  const listed = rowsUnder('Shapes').map(([name, choices]) => [named(name)[0], named(choices)]);
  expect(listed.toSorted()).toEqual(Object.entries(shapeChoices).toSorted());
});

test('the README lists every change of data, what names it and what it sets', () => {
  const listed = rowsUnder('Data').map(([kind, ids, set]) => [named(kind)[0], named(ids), named(set)]);
  const declared = Object.entries(changeKinds).map(([kind, { ids, set }]) => [kind, ids, Object.keys(set)]);
  expect(listed.toSorted()).toEqual(declared.toSorted());
});
