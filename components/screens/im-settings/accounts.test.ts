import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imSettings as en } from '@/assets/messages/en/im-settings';
import { imSettings as words } from '@/assets/messages/zh-cn/im-settings';
import type { ImAccount, ImChange } from '@/lib/messages/im-contract';
import { accountsIn, createNamer } from './account-names';
import { accountsCsv, accountsText } from './accounts-csv';
import { accountSorts, arrangeAccounts } from './arrange-accounts';
import { changeParts, changeSentence, isLeaving } from './change-sentence';

const wang: ImAccount = {
  accountId: '9007199254740993',
  nickName: '王五',
  accountType: 'sales',
  inChargeAreaCount: 14,
  accountEnable: true,
  chargeAutoDistribute: false,
};
const lily: ImAccount = {
  accountId: '20010005',
  nickName: 'Lily Chen',
  inChargeAreaCount: 31,
  chargeAutoDistribute: true,
};
const nameless: ImAccount = { accountId: '7' };

describe('the list of accounts', () => {
  const arrange = (search: string, sort: (typeof accountSorts)[number]) =>
    arrangeAccounts([wang, lily, nameless], { search, sort, locale: 'zh-CN' }).map(({ accountId }) => accountId);

  it.each([
    ['lily', ['20010005']],
    ['chen LILY', ['20010005']],
    ['9007', ['9007199254740993']],
    ['sales', ['9007199254740993']],
    ['nobody', []],
  ])('searched for %s', (search, found) => expect(arrange(search, 'id')).toEqual(found));

  it('sorted by number is sorted as numbers are, by areas and rotation with those first who have most', () => {
    expect(arrange('', 'id')).toEqual(['7', '20010005', '9007199254740993']);
    expect(arrange('', 'areas')).toEqual(['20010005', '9007199254740993', '7']);
    expect(arrange('', 'rotation')[0]).toBe('20010005');
  });

  it('has everybody in it once, however it is sorted', () => {
    for (const sort of accountSorts) expect(arrange('', sort).sort()).toEqual(['20010005', '7', '9007199254740993']);
  });
});

describe('the exported file', () => {
  it('begins with the mark that Excel knows it by, and keeps long numbers as text', () => {
    const [heads, row] = accountsCsv(words, [wang]).split('\r\n');
    expect(heads).toBe('\uFEFF账号编号,名称,类型,账号正常,轮流分配,负责地区数');
    expect(row).toBe('"\t9007199254740993",王五,业务员,是,否,14');
    expect(accountsText(words, [wang]).split('\n')[1]).toBe('"\t9007199254740993"\t王五\t业务员\t是\t否\t14');
  });

  it('has no cell that a sheet would take for a formula, whatever people are called', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t=', '\r=', ' =', '＝', '', '"', ',');
    fc.assert(
      fc.property(start, fc.string({ unit: 'grapheme' }), (before, after) => {
        const csv = accountsCsv(words, [{ accountId: '1', nickName: `${before}${after}` || 'x' }]);
        const cells = readCsv(csv.slice(1));
        expect(cells[1]).toHaveLength(6);
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        expect(accountsText(words, [{ accountId: '1', nickName: `${before}${after}` }]).split('\n')).toHaveLength(2);
      }),
    );
  });
});

describe('a change', () => {
  const account = (
    name: Extract<ImChange, { kind: 'account' }>['name'],
    from: never | unknown,
    to: unknown,
  ): ImChange => ({ kind: 'account', accountId: wang.accountId, nickName: '王五', name, from, to }) as ImChange;

  it.each<[ImChange, string, string, boolean]>([
    [account('chargeAutoDistribute', true, false), '王五 退出轮流分配', '王五 left the rotation', true],
    [account('chargeAutoDistribute', false, true), '王五 加入轮流分配', '王五 joined the rotation', false],
    [account('accountEnable', true, false), '王五 被停用', '王五 was disabled', false],
    [account('accountEnable', false, true), '王五 恢复正常', '王五 is active again', false],
    [account('inChargeAreaCount', 14, 12), '王五 负责地区 14 → 12', '王五: areas 14 → 12', false],
    [account('nickName', '王武', '王五'), '王武 改名为 王五', '王武 is now called 王五', false],
    [account('accountType', 'sales', 'agent'), '王五 类型 业务员 → agent', '王五: type Sales → agent', false],
    [{ kind: 'added', account: nameless }, '新增 账号 7', 'Account 7 was added', false],
    [{ kind: 'removed', account: wang }, '王五 不再列出', '王五 is no longer listed', true],
    [
      { kind: 'setting', name: 'assignRuleType', from: 'area', to: 'product' },
      '分配规则 按地区 → 按产品',
      'Assigned by area → product',
      false,
    ],
    [{ kind: 'setting', name: 'adminAutoDistribute', from: true, to: false }, '轮流分配 关闭', 'Rotation: off', false],
  ])('%j is told as “%s”', (change, chinese, english, leaving) => {
    expect(changeSentence(words, change, createNamer(words, []))).toBe(chinese);
    expect(changeSentence(en, change, createNamer(en, []))).toBe(english);
    expect(isLeaving(change)).toBe(leaving);
  });
});

describe('of two who are called the same', () => {
  const [one, other] = [
    { accountId: '1001', nickName: '林芳' },
    { accountId: '20030001', nickName: '林芳' },
  ];
  const left: ImChange = { kind: 'account', ...other, name: 'chargeAutoDistribute', from: true, to: false };

  it.each<[string, ImAccount[], ImChange[]]>([
    ['both in the list', [one, other], []],
    ['one who is not in the list any more', [other], [{ kind: 'removed', account: one }]],
    [
      'one who was called so before',
      [other],
      [{ kind: 'account', accountId: '1001', nickName: '林芬', name: 'nickName', from: '林芳', to: '林芬' }],
    ],
  ])('it is told which one: %s', (_who, accounts, others) => {
    const namerOf = (messages: typeof words) => createNamer(messages, [...accounts, ...accountsIn([left, ...others])]);
    expect(changeSentence(words, left, namerOf(words))).toBe('林芳 20030001 退出轮流分配');
    expect(changeSentence(en, left, namerOf(en))).toBe('林芳 (20030001) left the rotation');
    expect(changeParts(words, left, namerOf(words)).item).toBe('林芳 20030001 · 轮流分配');
  });

  it('a name that only one has stands alone', () => {
    const nameOf = createNamer(words, [one, other, wang, wang, nameless, { accountId: '8' }]);
    expect([nameOf(wang), nameOf(nameless), nameOf(one)]).toEqual(['王五', '账号 7', '林芳 1001']);
  });
});

/** RFC 4180, for what has line ends and quotes in its cells. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}
