import { expect, test } from 'vitest';
import { JsonNumber, parseJson, toPlainJson, writeJson } from './json.ts';

test('a number beyond 2^53 keeps its digits from parsing to writing', () => {
  const text = '{"task_id":9007199254740993,"list":[1,-0.50],"none":null,"yes":true,"text":"引\\""}';
  expect(writeJson(parseJson(text))).toBe(text);
});

test('the ledger shows an exact number as a number and any other as its digits', () => {
  expect(toPlainJson([new JsonNumber('12'), new JsonNumber('9007199254740993'), new JsonNumber('1.0')])).toEqual([
    12,
    '9007199254740993',
    '1.0',
  ]);
});
