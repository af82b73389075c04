import { expect, it } from 'vitest';
import { bulkDraft } from '@/test/e2e/fake-bulk';
import { createColumnsForm } from './columns-form';

function formOf(header: string[]) {
  const draft = bulkDraft({ table: { header, mapping: header.map(() => '') } });
  const form = createColumnsForm();
  form.learn(draft);
  return form;
}

it('a template means the column that was chosen, also where others have the same header', () => {
  const header = ['商机ID', '备注', '备注', '备注'];
  const saved = formOf(header);
  saved.choose('opportunity_id', '0');
  saved.choose('memo', '2');
  const template = saved.asTemplate();
  const next = formOf(header);
  next.apply(template);
  expect([next.sourceOf('opportunity_id'), next.sourceOf('memo')]).toEqual(['0', '2']);
  expect(next.changes.value?.mapping).toEqual(['opportunity_id', '', 'memo', '']);
  const moved = formOf(['备注', '商机ID', '备注']);
  moved.apply(template);
  expect([moved.sourceOf('opportunity_id'), moved.sourceOf('memo')]).toEqual(['1', '2']);
  const single = formOf(['商机ID', '备注']);
  single.apply(template);
  expect(single.sourceOf('memo')).toBe('');
});

it('a guess fills in what has no source, and takes no column that is used', () => {
  const form = formOf(['', '', '', '']);
  form.choose('memo', '1');
  form.choose('territory_code', 'same');
  form.guess(['opportunity_id', 'operator_id', 'territory_code', 'memo', 'operator_name']);
  expect(form.changes.value?.mapping).toEqual(['opportunity_id', 'memo', '', '']);
});

it('an undo has nothing to be written down, also where it puts back a field that nobody could choose', () => {
  const form = createColumnsForm();
  const columns = ['id', 'text_asset_8b1eeedd'];
  const summary = { operation: 'update-opportunity', undoOf: 'job-1' };
  form.learn(bulkDraft({ summary, table: { header: columns, mapping: columns } }));
  expect(form.changes.value).toBeUndefined();
});
