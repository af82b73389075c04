import { signal } from '@preact/signals';
import { beforeAll, expect, it } from 'vitest';
import { bulkCatalogue, fieldWords } from '@/lib/i18n/bulk-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import type { CallOutput } from '@/lib/messages/extension-contract';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeJob } from '@/test/fakes/fake-state';
import { createExportModel } from './export-model';

beforeAll(() => showLanguage('zh-CN', screenCatalogue, bulkCatalogue));

type Page = CallOutput<'job.resultRows'>;

/** What is written of a job of one row. */
async function written(operation: string, page: Omit<Page, 'rows'>): Promise<string[][]> {
  const row: Page['rows'][number] = {
    ...{ index: 0, cells: ['a', 'b'], corrected: [], subject: '01-2', state: 'succeeded', attempts: 1 },
  };
  const worker = createFakeWorker();
  worker.answer({ 'job.resultRows': () => ({ ...page, rows: [row] }) });
  const all: string[][] = [];
  const model = createExportModel(createFakeApp(worker), signal(fakeJob({ operation })), async (rows) => {
    for await (const cells of rows) all.push([...cells]);
    return new Blob();
  });
  await model.save('csv');
  return all;
}

it.each([
  ['submit-outreach', '提交的 biz_id', '01-2'],
  ['release-opportunity', '发送前改为', ''],
])('the result of %s ends with %s', async (operation, header, cell) => {
  const all = await written(operation, { header: ['手机', '姓名'] });
  expect(all.map((cells) => cells.at(-1))).toEqual([header, cell]);
  expect(all[1]).toHaveLength(all[0]?.length ?? 0);
});

it('a table keeps what stood above it; our names of fields are words', async () => {
  const header = ['id', 'note'];
  const operation = 'update-opportunity';
  expect((await written(operation, { header }))[0]?.slice(0, 2)).toEqual(header);
  expect((await written(operation, { header, hasFieldHeader: true }))[0]?.slice(0, 2)).toEqual([
    fieldWords(operation, 'id').label,
    '备注',
  ]);
});
