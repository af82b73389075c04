import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalData, maskWhereFound } from './mask-personal-data';

describe('personal data in free text', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['老板电话13812345678,不接受', '老板电话138****5678,不接受'],
    ['138 1234 5678', '138****5678'],
    ['138-1234-5678', '138****5678'],
    ['+86 13812345678', '+86 138****5678'],
    ['13812345678、13987654321', '138****5678、139****4321'],
    ['+8613812345678', '+86138****5678'],
    ['8613812345678', '86138****5678'],
    ['138.1234.5678', '138****5678'],
    ['１３８１２３４５６７８', '138****5678'],
    ['138－1234－5678', '138****5678'],
    ['身份证 110101199003071234', '身份证 1101**********1234'],
    ['11010119900307123X', '1101**********123X'],
    ['010 12345678', '010****5678'],
    ['(010)12345678', '(010)****5678'],
    ['张三@例子.com', '张***@例子.com'],
    ['010-12345678', '010****5678'],
    ['0571-87654321', '0571****4321'],
    ['02112345678', '0211****5678'],
    ['wang.wu@example.com', 'w***@example.com'],
    ['联系 wang+crm@mail.example.com.cn。', '联系 w***@mail.example.com.cn。'],
    ['13812345678@139.com', '1***@139.com'],
    ['138123 45678', '138****5678'],
    ['+852 9123 4567', '+852****4567'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    ['老板不接受'],
    ['商机 20191214888'],
    ['20240607123456789012'],
    ['编号 1381234567812345678'],
    ['订单 12812345678'],
    ['2019-12-09 17:24:43'],
    ['¥138,000.00'],
    ['合同额 138.12345678 万'],
    ['@王五 请跟进'],
    [''],
  ])('%j stays as it is', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it('leaves no mobile number readable, whatever stands around it', () => {
    const mobile = fc.stringMatching(/^1[3-9]\d{9}$/);
    const around = fc.stringMatching(/^[一-龥a-z ,。:()]{0,20}$/);
    fc.assert(
      fc.property(around, mobile, around, (before, number, after) => {
        const masked = maskPersonalData(before + number + after);
        expect(masked).not.toContain(number);
        expect(masked).toBe(`${before}${number.slice(0, 3)}****${number.slice(7)}${after}`);
      }),
    );
  });

  it('changes nothing more the second time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d @.a-z-]{0,40}$/), (text) => {
        const once = maskPersonalData(text);
        fc.pre(!once.includes('@'));
        expect(maskPersonalData(once)).toBe(once);
      }),
    );
  });
});

describe('a text that is shown', () => {
  it.each([
    ['店主 +86 13922220007、老板娘 177-9206-2757', '店主 +86 139****0007、老板娘 177****2757'],
    ['Tel.13922220007', 'Tel.139****0007'],
    ['（０１０）６５５５１２３４', '(010)****1234'],
    ['写给 wangwu@example.com', '写给 w***@example.com'],
  ])('%s loses its middle', (text, shown) => {
    expect(maskWhereFound(text)).toBe(shown);
  });

  it.each(['', '120', '收银，外卖（全天）', '9007199254740993', '2026-11-30', '123456789012345.67', '177****2350'])(
    '%s is no way to reach anybody, and stays as it was written',
    (text) => {
      expect(maskWhereFound(text)).toBe(text);
    },
  );
});
