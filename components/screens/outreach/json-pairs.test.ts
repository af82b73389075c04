import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPairFault, readPairs, writePairs } from './json-pairs';

it.each<[string, unknown]>([
  ['', []],
  ['{}', []],
  [
    '{"name":"王五","code":"9007199254740993"}',
    [
      ['name', '王五'],
      ['code', '9007199254740993'],
    ],
  ],
  ['{"a:b":"{\\"c\\":1}"}', [['a:b', '{"c":1}']]],
  ['{"__proto__":"x"}', [['__proto__', 'x']]],
])('%j is %j', (json, pairs) => {
  expect(readPairs(json)).toEqual(pairs);
});

it.each(['{"n":3}', '{"a":{"b":"c"}}', '[]', '{', 'null', '{"a":"1","a":"2"}'])(
  '%s is edited as JSON only: pairs could not give it back',
  (json) => {
    expect(readPairs(json)).toBeUndefined();
  },
);

it('pairs that are no object name what is wrong', () => {
  expect(
    findPairFault([
      ['a', '1'],
      ['a', '2'],
    ]),
  ).toEqual({ kind: 'repeated', name: 'a' });
  expect(findPairFault([['', '1']])).toEqual({ kind: 'nameless' });
  expect(
    findPairFault([
      ['a', '1'],
      ['', ''],
    ]),
  ).toBeUndefined();
});

it('whatever texts are entered come out of the JSON as they went in', () => {
  const name = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/^\d+$/.test(text));
  const pairs = fc.uniqueArray(fc.tuple(name, fc.string()), { selector: ([one]) => one, maxLength: 8 });
  fc.assert(
    fc.property(pairs, (entered) => {
      expect(readPairs(writePairs(entered))).toEqual(entered);
    }),
  );
});
