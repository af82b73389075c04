import { beforeEach, expect, it } from 'vitest';
import { bulkCatalogue } from '@/lib/i18n/bulk-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { maskSample } from './mask-sample';

beforeEach(() => showLanguage('zh-CN', bulkCatalogue));

it('whom rows reach is masked before they are taken in, in the columns for it and wherever it stands', () => {
  const header = ['手机号', '邮箱', '姓名', '备注 13800138000'];
  const row = ['(0) 138 0013 8000', 'wang@example.com', '王五', '老板 138-0013-8000 或 13800138000'];
  expect(maskSample('submit-outreach', [header, row], 0)).toEqual([
    ['手机号', '邮箱', '姓名', '备注 138****8000'],
    ['013****8000', 'w***@example.com', '王五', '老板 138****8000 或 138****8000'],
  ]);
});

it('without a header nothing is spared, and ids stay whole', () => {
  expect(maskSample('submit-outreach', [['13800138000'], ['8613900139000']], undefined)).toEqual([
    ['138****8000'],
    ['861****9000'],
  ]);
  const rows = [
    ['商机ID', '电话'],
    ['20191214888', '010-65551234'],
  ];
  expect(maskSample('release-opportunity', rows, 0)[1]).toEqual(['20191214888', '010****1234']);
});

it('a title above the header is read as it is, and a person’s row taken for a header is masked', () => {
  const rows = [['2026年12月触达名单'], ['手机号', '姓名'], ['13800138000', '王五']];
  expect(maskSample('submit-outreach', rows, 1)).toEqual([rows[0], rows[1], ['138****8000', '王五']]);
  expect(maskSample('submit-outreach', rows, 2)[2]).toEqual(['138****8000', '王五']);
});
