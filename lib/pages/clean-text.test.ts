import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, plainDigits } from './clean-text';

test.each([
  ['white space of all kinds is folded', ' a\t\n\u3000b\u00a0 c ', 'a b c'],
  ['right-to-left tricks go', 'invoice\u202efdp.exe\u2066x\u2069\u061c', 'invoicefdp.exex'],
  ['zero-width characters and the byte order mark go', '商\u200b机\u2060\ufeff', '商机'],
  ['controls go', 'a\u0000b\u001b[31m', 'ab[31m'],
  ['icon font characters go', '\ue001 老王火锅', '老王火锅'],
  ['markup stays text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['lone surrogates go', 'a\ud800b', 'ab'],
  ['letters and patterns that show nothing are white space', '\u3164\u2800a\uffa0\u1160b\u115f', 'a b'],
  ['marks without a letter go', '\u0301 \u034f\u0e47', ''],
  [
    'no letter carries more than four marks',
    `a${'\u0301'.repeat(190)}\u200b\u0e49b\u0302`,
    `a${'\u0301'.repeat(4)}b\u0302`,
  ],
  [
    'marks that languages write stay',
    'Tiê\u0301ng Viê\u0323t ผู้ใหญ่ שָׁלוֹם 葛\u{e0100}',
    'Tiê\u0301ng Viê\u0323t ผู้ใหญ่ שָׁלוֹם 葛\u{e0100}',
  ],
])('%s', (_, raw, clean) => {
  expect(cleanText(raw)).toBe(clean);
});

test('a cut never splits a character', () => {
  expect(cleanText(`${'a'.repeat(199)}😀`)).toBe('a'.repeat(199));
  expect(cleanText(`${'a'.repeat(198)}😀b`)).toBe(`${'a'.repeat(198)}😀`);
});

test('any text becomes a plain, short, well-formed line, and cleaning again changes nothing', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 2000 });
  const spiced = fc.array(
    fc.oneof(
      hostile,
      fc.constantFrom('\u202e', '\u2066', '\u200b', '\ud800', '\n', '\u2028', ' ', '\ue000', '\u0301', '\u3164'),
    ),
  );
  fc.assert(
    fc.property(spiced, (parts) => {
      const clean = cleanText(parts.join(''));
      expect(clean.length).toBeLessThanOrEqual(200);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]| {2}|^ | $/u);
      expect(cleanText(clean)).toBe(clean);
    }),
  );
});

test.each([
  ['full-width digits', '2019１２１４888', '20191214888'],
  ['thin spaces that group digits', '20\u2009191\u202f214\u2007888', '20191214888'],
  ['a common space stays', '12 34', '12 34'],
  ['a thin space beside a word stays', '号\u20091', '号\u20091'],
])('plain digits: %s', (_, text, plain) => {
  expect(plainDigits(text)).toBe(plain);
});
