import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumJsonLength, parseLossless, parseTolerant } from './parse-lossless';

describe('parseLossless', () => {
  it.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', '9007199254740992'],
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['12345678901234567890', '12345678901234567890'],
    ['9007199254740991.4', '9007199254740991.4'],
    ['20000.00', 20000],
    ['0.1', 0.1],
    ['0.30000000000000004', 0.30000000000000004],
    ['0.300000000000000041', '0.300000000000000041'],
    ['1e3', 1000],
    ['1e999', '1e999'],
    ['1e-400', '1e-400'],
    ['0.000', 0],
    ['-1', -1],
  ])('reads %s without rounding', (source, expected) => {
    expect(parseLossless(source)).toBe(expected);
  });

  it('keeps the digits of every integer', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (integer) => {
        expect(parseLossless(`{"id":${integer}}`)).toEqual({
          id: Number.isSafeInteger(Number(integer)) ? Number(integer) : String(integer),
        });
      }),
    );
  });

  it('reads what JSON.stringify wrote, but for numbers that may be rounded', () => {
    const value = fc.jsonValue({ depthSize: 'small' }).filter((candidate) => {
      const text = JSON.stringify(candidate);
      return !text.includes('__proto__') && !/\d{16}/.test(text) && !/e\+/.test(text);
    });
    fc.assert(
      fc.property(value, (candidate) => {
        expect(JSON.stringify(parseLossless(JSON.stringify(candidate)))).toBe(JSON.stringify(candidate));
      }),
    );
  });

  it('drops a __proto__ key, however it is written', () => {
    for (const key of ['__proto__', '\\u005f_proto__']) {
      const parsed = parseLossless(`{"${key}":{"isAdmin":true},"a":1}`);
      expect(Object.keys(Object(parsed))).toEqual(['a']);
      expect(Object.assign({}, parsed)).not.toHaveProperty('isAdmin');
    }
  });

  it.each(['', '<html>', '{"a":', "{'a':1}", '{"a":1}}', '{"a":01}', '\u0000'])('refuses %j as unreadable', (text) => {
    expect(() => parseLossless(text)).toThrow(
      expect.objectContaining({ code: 'unreadable-answer', detail: { reason: 'not-json' } }),
    );
  });

  it('refuses nesting so deep that the stack runs out', () => {
    const depth = 200_000;
    expect(() => parseLossless('['.repeat(depth) + ']'.repeat(depth))).toThrow(
      expect.objectContaining({ code: 'unreadable-answer' }),
    );
  });

  it('refuses a text over the maximum without reading it', () => {
    const tooLarge = `"${'x'.repeat(maximumJsonLength)}"`;
    for (const parse of [parseLossless, parseTolerant]) {
      expect(() => parse(tooLarge)).toThrow(
        expect.objectContaining({ code: 'unreadable-answer', detail: { reason: 'too-large' } }),
      );
    }
  });
});

describe('parseTolerant', () => {
  it('reads raw control characters inside strings as spaces', () => {
    expect(parseTolerant('{"memo":"一\u0000二\n三\u001f四","id":9007199254740993}')).toEqual({
      memo: '一 二 三 四',
      id: '9007199254740993',
    });
  });

  it('leaves escaped control characters and plain line breaks between tokens as they are', () => {
    expect(parseTolerant('{\r\n\t"memo":"一\\n二"\n}')).toEqual({ memo: '一\n二' });
  });

  it('refuses what stays broken', () => {
    expect(() => parseTolerant('{"a":\u0001')).toThrow(expect.objectContaining({ code: 'unreadable-answer' }));
    expect(() => parseTolerant('<html>\n</html>')).toThrow(expect.objectContaining({ code: 'unreadable-answer' }));
  });
});
