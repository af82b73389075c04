import { describe, expect, it } from 'vitest';
import { putOpportunity } from '@/lib/platforms/ikcrm/calls';
import { type ChangeReason, checkChange, checkChanges } from './check-changes';
import { difference } from './difference';
import { opportunityFieldNames, opportunityFields } from './field';
import { sampleOpportunity } from './sample-record';

describe('a value', () => {
  it.each<[string, string, ChangeReason]>([
    ['title', '', 'required'],
    ['title', '　', 'required'],
    ['user_id', '', 'required'],
    ['user_id', '12a', 'not-a-whole-number'],
    ['user_id', '012', 'not-a-whole-number'],
    ['want_department_id', '-1', 'not-a-whole-number'],
    ['expect_amount', '1.23456', 'not-an-amount'],
    ['expect_amount', '-1', 'not-an-amount'],
    ['expect_amount', '1e3', 'not-an-amount'],
    ['expect_amount', '面议', 'not-an-amount'],
    ['expect_sign_date', '2025-02-30', 'not-a-date'],
    ['expect_sign_date', '2025-2-3', 'not-a-date'],
    ['stage', '初步 接洽', 'not-an-id'],
    ['customer_id', '1', 'not-offered'],
    ['approve_status', 'approved', 'unknown-field'],
    ['constructor', 'x', 'unknown-field'],
    ['__proto__', 'x', 'unknown-field'],
  ])('of %s that is %j is refused: %s', (field, text, reason) => {
    expect(checkChange(field, text)).toBe(reason);
  });

  it.each([
    ['title', '甲'],
    ['user_id', '9007199254740993'],
    ['expect_amount', '123456789012345.67'],
    ['expect_amount', ''],
    ['expect_sign_date', '2024-02-29'],
    ['stage', ''],
    ['want_department_id', ''],
    ['note', ''],
    ['text_asset_8b1eeedd', '乙'],
  ])('of %s that is %j may be sent', (field, text) => {
    expect(checkChange(field, text)).toBeUndefined();
  });

  it.each([
    ['title', 255],
    ['note', 4000],
    ['user_id', 19],
  ])('of %s is no longer than %i characters', (field, most) => {
    expect(checkChange(field, '1'.repeat(most))).toBeUndefined();
    expect(checkChange(field, '1'.repeat(most + 1))).toBe('too-long');
  });

  it('is checked for each of the twelve documented fields', () => {
    expect(opportunityFieldNames).toHaveLength(12);
    expect(opportunityFieldNames.map((name) => checkChange(name, '?'.repeat(4001)))).not.toContain(undefined);
  });

  it('must be an option that is offered, once the options are known', () => {
    const maps = [{ field: 'stage', options: [{ value: '3510', label: '接洽', isEnabled: false }] }];
    const change = [{ field: 'stage', from: '3514', to: '3510' }];
    expect(checkChanges(sampleOpportunity(), change)).toEqual([]);
    expect(checkChanges(sampleOpportunity(), change, { maps })).toEqual([{ field: 'stage', reason: 'not-an-option' }]);
    expect(checkChanges(sampleOpportunity(), [{ field: 'stage', from: '3514', to: '' }], { maps })).toEqual([]);
  });

  it("of a company's own field follows its definition", () => {
    const field = { name: 'text_asset_8b1eeedd', label: '等级', type: 'select', isRequired: true, cannotEdit: false };
    const options = [{ value: '2', label: '乙', isEnabled: true }];
    const check = (to: string, definition: object) =>
      checkChanges(sampleOpportunity(), [{ field: field.name, from: '甲', to }], {
        customFields: [{ ...field, options: [], ...definition }],
      }).map(({ reason }) => reason);
    expect(check('', {})).toEqual(['required']);
    expect(check('乙', {})).toEqual([]);
    expect(check('', { isRequired: false })).toEqual([]);
    expect(check('乙', { cannotEdit: true })).toEqual(['not-offered']);
    expect(check('乙', { options })).toEqual(['not-an-option']);
    expect(check('2', { options })).toEqual([]);
    const days = ['2026-12-31', '2026/12/31', '0026-12-31', '…'].map((text) => check(text, { type: 'date_field' }));
    expect(days).toEqual([[], [], ['not-a-date'], ['not-a-date']]);
  });

  it('is never written over what is hidden or over a list', () => {
    const before = sampleOpportunity({ need_hidden_dispose: true });
    const changes = difference(before, { text_asset_ba76dc: '1', text_asset_4a1eb9: 'x', text_asset_ffff: 'x' });
    expect(checkChanges(before, changes)).toEqual([
      { field: 'text_asset_ba76dc', reason: 'hidden-field' },
      { field: 'text_asset_4a1eb9', reason: 'not-offered' },
      { field: 'text_asset_ffff', reason: 'not-offered' },
    ]);
  });
});

it('the wire has a number exactly where the declaration says so', () => {
  const values = Object.fromEntries(opportunityFieldNames.map((name) => [name, '9007199254740993']));
  const text = JSON.stringify(putOpportunity('1', values).body);
  for (const name of opportunityFieldNames) {
    const isNumber = opportunityFields[name].documented === 'Number';
    expect(text).toContain(`"${name}":${isNumber ? '9007199254740993' : '"9007199254740993"'}`);
  }
});
