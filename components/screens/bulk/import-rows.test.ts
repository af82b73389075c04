import { beforeEach, expect, it } from 'vitest';
import { bulkCatalogue } from '@/lib/i18n/bulk-messages';
import { showLanguage } from '@/lib/i18n/messages';
import type { TableChunk } from '@/lib/tables/table';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { importRows } from './import-rows';

beforeEach(() => showLanguage('zh-CN', bulkCatalogue));

async function importChunks(chunks: TableChunk[], headerRow: number | undefined = 0) {
  const worker = createFakeWorker();
  worker.answer({
    'bulk.begin': () => ({ jobId: 'job-1' }),
    'bulk.addRows': ({ from, rows }) => ({ total: from + rows.length }),
    'bulk.endRows': () => ({}),
    'bulk.discard': () => ({}),
  });
  const left = [...chunks];
  const info = { kind: 'workbook' as const, sheets: [], sheet: '商机' };
  const table = { info, preview: chunks[0]?.rows ?? [], nextRows: async () => left.shift() };
  const options = { operation: 'release-opportunity', fileName: 'x.xlsx', headerRow, table } as const;
  const given = { ...options, signal: new AbortController().signal, onProgress: () => {} };
  const jobId = await importRows(createFakeApp(worker), given);
  return { worker, jobId };
}

const chunk = (change: Partial<TableChunk>): TableChunk => ({
  ...{ rows: [], firstRow: 0, faults: [], hiddenRows: [], progress: 1 },
  ...change,
});

it('rows that the spreadsheet hides are told with their rows, by their place in the message', async () => {
  const { worker } = await importChunks([
    chunk({ rows: [['商机ID'], ['1'], ['2'], ['3']], hiddenRows: [0, 2] }),
    chunk({ rows: [['4'], ['5'], ['6']], firstRow: 4, hiddenRows: [5, 6] }),
  ]);
  expect(worker.callsOf('bulk.addRows')).toEqual([
    { jobId: 'job-1', from: 0, rows: [['1'], ['2'], ['3']], hidden: [1], isSheet: true },
    { jobId: 'job-1', from: 3, rows: [['4'], ['5'], ['6']], hidden: [1, 2], isSheet: true },
  ]);
});

it('a formula without a value is told with its rows and refuses no table; what Excel rounded is shown as Excel does', async () => {
  const faults: TableChunk['faults'] = [
    { row: 0, column: 1, reason: 'formula-without-value' },
    { row: 2, column: 1, reason: 'formula-without-value' },
    { row: 2, column: 2, reason: 'number-too-long' },
    { row: 1, column: 1, reason: 'error-value' },
  ];
  const rows = [
    ['商机ID', '', '数'],
    ['1', '#N/A', ''],
    ['2', '', '123456789012345680'],
  ];
  const { worker, jobId } = await importChunks([chunk({ rows, faults })]);
  expect(jobId).toBe('job-1');
  expect(worker.callsOf('bulk.addRows')).toEqual([
    {
      ...{ jobId: 'job-1', from: 0, isSheet: true },
      rows: [
        ['1', '#N/A', ''],
        ['2', '', '1.23457E+17'],
      ],
      faults: [{ row: 1, column: 1, reason: 'formula-without-value' }],
    },
  ]);
});

it('a table of a header alone is said to have no rows, and leaves no draft', async () => {
  const importing = importChunks([chunk({ rows: [['商机ID']] })]);
  await expect(importing).rejects.toMatchObject({ detail: { reason: 'table-empty' } });
});

it('what stands above the header is not taken in, and how much it is is told: places are those of the sheet', async () => {
  const rows = [['清理名单'], [''], ['商机ID', '备注'], ['1', '甲'], ['2', '乙']];
  const faults: TableChunk['faults'] = [{ row: 4, column: 1, reason: 'formula-without-value' }];
  const { worker } = await importChunks([chunk({ rows, hiddenRows: [1, 4], faults })], 2);
  expect(worker.callsOf('bulk.begin')).toMatchObject([
    { header: ['商机ID', '备注'], rowsAbove: 2, hasHeader: true, mapping: ['opportunity_id', 'memo'] },
  ]);
  expect(worker.callsOf('bulk.addRows')).toEqual([
    {
      ...{ jobId: 'job-1', from: 0, hidden: [1], isSheet: true },
      rows: [
        ['1', '甲'],
        ['2', '乙'],
      ],
      faults: [{ row: 1, column: 1, reason: 'formula-without-value' }],
    },
  ]);
});
