import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text';

describe('plainText', () => {
  it.each([
    ['&lt;b&gt;非法参数&lt;/b&gt; &amp;amp;', '<b>非法参数</b> &amp;'],
    ['&quot;&#39;&#x4E2D;&apos;&nbsp;', "\"'中' "],
    ['&constructor; &#9999999; &unknown;', '&constructor; &#9999999; &unknown;'],
  ])('undoes the entities of %j once', (text, expected) => {
    expect(plainText(text, [])).toBe(expected);
  });

  it.each([
    ['转给\u202e\u2066王五\0', '转给王五'],
    ['&#x202E;abc&#0;', 'abc'],
    ['一\r\n二\t三\u2028四', '一 二 三 四'],
    ['se\u200bcret-1', '••••'],
  ])('takes out of %j what nobody sees', (text, expected) => {
    expect(plainText(text, ['secret-1'])).toBe(expected);
  });

  it('hides secrets, also escaped ones and as they stand in a form', () => {
    const secret = 'a b&c/中';
    const echoes = [secret, 'a b&amp;c/中', new URLSearchParams({ session: secret }).toString()];
    expect(plainText(echoes.join(' | '), [secret, ''])).toBe('•••• | •••• | session=••••');
  });

  it('never lets a secret through', () => {
    const secret = fc.stringMatching(/^[\w]{8,40}$/);
    fc.assert(
      fc.property(fc.string(), secret, fc.string(), (before, hidden, after) => {
        expect(plainText(before + hidden + after, [hidden])).not.toContain(hidden);
      }),
    );
  });

  it('hides before it cuts, so that no half of a secret is left at the end', () => {
    expect(plainText(`${'x'.repeat(495)}0123456789`, ['0123456789'])).toBe(`${'x'.repeat(495)}••••`);
  });

  it('cuts at 500 characters, never inside one', () => {
    expect(plainText('商'.repeat(500), [])).toHaveLength(500);
    expect(plainText('商'.repeat(501), [])).toBe(`${'商'.repeat(499)}…`);
    expect(plainText('😀'.repeat(900), [])).toBe(`${'😀'.repeat(499)}…`);
  });
});
