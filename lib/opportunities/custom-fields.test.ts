import { expect, it } from 'vitest';
import { holdCustomFields, readCustomFields } from './custom-fields';
import { sampleOpportunity } from './sample-record';

const data = {
  custom_field_groups: [
    {
      name: '门店',
      custom_fields: [
        {
          name: 'text_asset_8b1eeedd',
          label: '等级',
          field_type: 'select',
          input_field_options: ['甲', { id: 2, value: '乙' }],
          required: true,
        },
        { name: 'text_asset_ba76dc', label: '热线', field_type: 'text', required: 'false', cannot_edit: 'true' },
        { name: 'text_asset_4a1eb9', label: '附件', input_field_options: { list: ['x'] } },
        { label: '没有键' },
      ],
    },
    { label: '空组' },
  ],
};

it('reads groups with what is required and what cannot be edited', () => {
  expect(readCustomFields(data)).toEqual([
    {
      label: '门店',
      fields: [
        {
          name: 'text_asset_8b1eeedd',
          label: '等级',
          type: 'select',
          options: [
            { value: '甲', label: '甲', isEnabled: true },
            { value: '2', label: '乙', isEnabled: true },
          ],
          isRequired: true,
          cannotEdit: false,
        },
        { name: 'text_asset_ba76dc', label: '热线', type: 'text', options: [], isRequired: false, cannotEdit: true },
        {
          name: 'text_asset_4a1eb9',
          label: '附件',
          type: '',
          options: [{ value: 'x', label: 'x', isEnabled: true }],
          isRequired: false,
          cannotEdit: false,
        },
      ],
    },
    { label: '空组', fields: [] },
  ]);
});

it.each([undefined, null, {}, 'x', { custom_field_groups: {} }])('knows no groups from %j', (unknown) => {
  expect(readCustomFields(unknown)).toBeUndefined();
});

it('lets a field be edited only where it is allowed, not hidden, and a text', () => {
  const opportunity = sampleOpportunity({ need_hidden_dispose: true });
  const [group] = holdCustomFields(readCustomFields(data) ?? [], opportunity);
  expect(group?.fields.map(({ canEdit, shown, value }) => [canEdit, shown.text, value])).toEqual([
    [true, '甲级', '甲'],
    [false, '139****2222', undefined],
    [false, '', undefined],
  ]);
});
