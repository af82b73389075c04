import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskEmail, maskPhone } from './mask';

describe('phone numbers', () => {
  it.each([
    ['13801381465', '138****1465'],
    ['138 0138 1465', '138****1465'],
    ['+8613801381465', '+86138****1465'],
    ['010-62345678', '010****5678'],
    ['62345678', '62****5678'],
    ['12345', '****45'],
    ['1', '**'],
    ['', ''],
  ])('%s is shown as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it('never shows more than seven digits of a mobile number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1\d{10}$/), (phone) => {
        expect(maskPhone(phone).replace(/\D/g, '')).toHaveLength(7);
      }),
    );
  });
});

describe('email addresses', () => {
  it.each([
    ['wangwu@example.com', 'w***@example.com'],
    ['w@example.com', '***@example.com'],
    ['王五@example.com', '王***@example.com'],
    ['no address', '***'],
    ['@example.com', '***'],
    ['', ''],
  ])('%s is shown as %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });
});
