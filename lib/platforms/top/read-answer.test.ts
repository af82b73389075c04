import { describe, expect, it } from 'vitest';
import { readJsonText, readList, readText } from './read-answer';

describe('readList', () => {
  it.each([
    [{ string: ['a'] }, ['a']],
    [{ sub_account_info: [{ id: '1' }] }, [{ id: '1' }]],
    [{ string: ['a'], total: 1 }, ['a']],
    [['a'], ['a']],
    [{}, []],
    [undefined, []],
    [null, []],
    [{ string: 'a' }, undefined],
    [{ a: ['1'], b: ['2'] }, undefined],
    ['a', undefined],
    [0, undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(readList(value)).toEqual(expected);
  });
});

describe('readText', () => {
  it.each([
    ['9007199254740993', '9007199254740993'],
    [42, '42'],
    [0, '0'],
    [true, 'true'],
    ['', undefined],
    [null, undefined],
    [{}, undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(readText(value)).toBe(expected);
  });
});

describe('readJsonText', () => {
  it.each([
    ['{"9007199254740993":"SUCCESS"}', { '9007199254740993': 'SUCCESS' }],
    ['{"id":9007199254740993}', { id: '9007199254740993' }],
    ['{1=SUCCESS, 2=余额不足}', undefined],
    ['', undefined],
    [{ a: 1 }, undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(readJsonText(value)).toEqual(expected);
  });
});
