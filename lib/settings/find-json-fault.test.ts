import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findJsonFault } from './find-json-fault';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

it.each([
  ['', 1, 1],
  ['{"version": 1,}', 1, 15],
  ['{\n  "version": 1\n  "operator": {}\n}', 3, 3],
  ['{\r\n  version: 1\r\n}', 2, 3],
  ["{'a': 1}", 1, 2],
  ['{"a": "line\nbreak"}', 1, 12],
  ['{"a": "\\x"}', 1, 8],
  ['[1, 2', 1, 6],
  ['[01]', 1, 3],
  ['{"a": 1} x', 1, 10],
  ['// comment\n{}', 1, 1],
  ['<html>', 1, 1],
])('finds the fault of %j', (text, line, column) => {
  expect(findJsonFault(text)).toEqual({ line, column });
});

it('agrees with the engine about what is JSON, however it was mangled', () => {
  const mangled = fc
    .tuple(fc.json(), fc.nat(), fc.nat({ max: 3 }), fc.string({ maxLength: 2 }))
    .map(([json, at, removed, added]) => {
      const position = at % (json.length + 1);
      return json.slice(0, position) + added + json.slice(position + removed);
    });
  const fragments = fc.array(
    fc.constantFrom(...'{}[],:"\\ \n01-.eE+tfn', 'true', 'null', '"a"', '\u007f', '\u0001', '1.5'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        mangled,
        fc.string(),
        fragments.map((list) => list.join('')),
      ),
      (text) => {
        expect(findJsonFault(text) === undefined).toBe(isJson(text));
      },
    ),
    { numRuns: 3000 },
  );
});

it('does not mind depth', () => {
  expect(findJsonFault('['.repeat(400_000))).toEqual({ line: 1, column: 400_001 });
});
