import { signal } from '@preact/signals';
import { beforeAll, expect, it } from 'vitest';
import { bulkCatalogue } from '@/lib/i18n/bulk-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import type { CallOutput } from '@/lib/messages/extension-contract';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeJob } from '@/test/fakes/fake-state';
import { createExportModel } from './export-model';
import { personOf } from './person-of';

beforeAll(() => showLanguage('zh-CN', screenCatalogue, bulkCatalogue));

it('a row of our own id is named by whom it reaches, any other by its id', () => {
  const values = { phone_number: '138****0001', user_name: '张三', biz_id: '01-2', memo: 'x' };
  expect(personOf('submit-outreach', values)).toBe('张三 · 138****0001');
  expect(personOf('submit-outreach', { biz_id: '01-2' })).toBe('');
  expect(personOf('release-opportunity', { opportunity_id: '1' })).toBe('');
});

it.each([
  ['submit-outreach', '提交的 biz_id', '01-2'],
  ['release-opportunity', '发送前改为', ''],
])('the result of %s ends with %s', async (operation, header, cell) => {
  const row: CallOutput<'job.resultRows'>['rows'][number] = {
    ...{ index: 0, cells: ['a'], corrected: [], subject: '01-2', state: 'succeeded', attempts: 1 },
  };
  const worker = createFakeWorker();
  worker.answer({ 'job.resultRows': () => ({ header: ['手机'], rows: [row] }) });
  const written: string[][] = [];
  const model = createExportModel(createFakeApp(worker), signal(fakeJob({ operation })), async (rows) => {
    for await (const cells of rows) written.push([...cells]);
    return new Blob();
  });
  await model.save('csv');
  expect(written.map((cells) => cells.at(-1))).toEqual([header, cell]);
  expect(written[1]).toHaveLength(written[0]?.length ?? 0);
});
