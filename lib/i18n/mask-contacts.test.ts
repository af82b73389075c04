import { describe, expect, it } from 'vitest';
import { maskContacts } from './mask-contacts';

describe('a text that is only looked at', () => {
  it.each([
    ['13922220007', '139****0007'],
    ['店主 +86 13922220007、老板娘 17792062757', '店主 +86139****0007、老板娘 177****2757'],
    ['139-2222-0007 和 +86 139 2222 0007', '139****0007 和 +86139****0007'],
    ['010-65551234', '010****1234'],
    ['写给 wangwu@example.com 或 a.b@mail.example.cn', '写给 w***@example.com 或 a***@mail.example.cn'],
  ])('%s loses its middle', (text, shown) => {
    expect(maskContacts(text)).toBe(shown);
  });

  it.each(['', '120', '收银,外卖', '9007199254740993', '2026-11-30', '123456789012345.67', '177****2350', '@王五'])(
    '%s is no way to reach anybody, and stays',
    (text) => {
      expect(maskContacts(text)).toBe(text);
    },
  );
});
