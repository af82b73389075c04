import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinMemo, splitMemo } from './memo';

describe('the memo', () => {
  it.each([
    ['老板不接受', '建议明年再跟', '老板不接受，建议明年再跟'],
    ['老板不接受', '  ', '老板不接受'],
    [undefined, ' 门店已搬走 ', '门店已搬走'],
    [undefined, '', ''],
  ])('of %j and %j is %j', (reason, note, memo) => {
    expect(joinMemo(reason, note)).toBe(memo);
  });

  it('goes back to the longest reason that it begins with', () => {
    const reasons = ['门店', '门店，关闭'];
    expect(splitMemo('门店，关闭，已核实', reasons)).toEqual({ reason: '门店，关闭', note: '已核实' });
  });

  it('is not taken apart at a reason that it merely starts like', () => {
    expect(splitMemo('联系不上了', ['联系不上'])).toEqual({ reason: undefined, note: '联系不上了' });
  });

  it('is the same memo again, whatever was picked and written', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(4), fc.string(), (reasons, pick, note) => {
        const memo = joinMemo(reasons[pick] || undefined, note);
        const parts = splitMemo(memo, reasons);
        expect(joinMemo(parts.reason, parts.note).trim()).toBe(memo.trim());
      }),
    );
  });
});
