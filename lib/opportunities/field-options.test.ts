import { describe, expect, it } from 'vitest';
import { offeredOptions, readFieldMaps } from './field-options';
import { sampleOpportunity } from './sample-record';

const stages = [
  { id: 3510, value: '初步接洽', status: 'enable' },
  { id: 3511, value: '已停用', status: 'disable' },
  { id: 3512, value: '', status: 'enable' },
];
const read = [
  { value: '3510', label: '初步接洽', isEnabled: true },
  { value: '3511', label: '已停用', isEnabled: false },
  { value: '3512', label: '', isEnabled: true },
];

describe('field maps', () => {
  it.each([
    ['the shape seen', { opportunity: [{ field_name: 'stage', field_values: stages }] }],
    ['under another list', { opportunity: [{ field_name: 'stage', options: stages }] }],
    ['by name', { opportunity: { stage: stages } }],
    ['without their wrapper', [{ name: 'stage', values: stages }]],
    [
      'with another label',
      {
        opportunity: [
          { field_name: 'stage', values: stages.map(({ value, ...option }) => ({ ...option, name: value })) },
        ],
      },
    ],
    [
      'with value and label',
      {
        opportunity: [
          { field_name: 'stage', values: stages.map(({ id, value, status }) => ({ value: id, label: value, status })) },
        ],
      },
    ],
  ])('are read in %s', (_what, data) => {
    expect(readFieldMaps(data)).toEqual([{ field: 'stage', options: read }]);
  });

  it.each([undefined, null, 'x', 1, { opportunity: 'x' }])('are not known from %j', (data) => {
    expect(readFieldMaps(data)).toBeUndefined();
  });

  it('leave out what has no name or no list', () => {
    expect(readFieldMaps({ opportunity: [{}, { field_name: 'kind' }, { field_values: [] }, null, 1] })).toEqual([]);
  });

  it('keep ids beyond 2^53, and drop options without a value', () => {
    const values = [{ id: '9007199254740993', value: 'A' }, {}, null, { status: 'enable' }];
    expect(readFieldMaps([{ field_name: 'kind', values }])).toEqual([
      { field: 'kind', options: [{ value: '9007199254740993', label: 'A', isEnabled: true }] },
    ]);
  });
});

describe('what is offered', () => {
  it('is every enabled option that has a label', () => {
    expect(offeredOptions(read, sampleOpportunity({ stage: '' }), 'stage').map(({ value }) => value)).toEqual(['3510']);
  });

  it.each([
    ['disabled', '3511', '', '已停用', false],
    ['without a label', 3512, '谈判', '谈判', true],
    ['not listed', '9999', '旧阶段', '旧阶段', false],
    ['not listed and nameless', '9999', '', '9999', false],
  ])('has also the one that the record holds, were it %s', (_what, stage, stage_mapped, label, isEnabled) => {
    const offered = offeredOptions(read, sampleOpportunity({ stage, stage_mapped }), 'stage');
    expect(offered).toContainEqual({ value: String(stage), label, isEnabled });
    expect(offered).toHaveLength(2);
  });
});
