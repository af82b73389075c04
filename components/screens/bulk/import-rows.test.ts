import { expect, it } from 'vitest';
import type { TableChunk } from '@/lib/tables/table';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { importRows } from './import-rows';

async function importChunks(chunks: TableChunk[], hasHeader = true) {
  const worker = createFakeWorker();
  worker.answer({
    'bulk.begin': () => ({ jobId: 'job-1' }),
    'bulk.addRows': ({ from, rows }) => ({ total: from + rows.length }),
    'bulk.endRows': () => ({}),
    'bulk.discard': () => ({}),
  });
  const left = [...chunks];
  const table = { preview: chunks[0]?.rows ?? [], nextRows: async () => left.shift() };
  const options = { operation: 'release-opportunity', fileName: 'x.xlsx', hasHeader, table } as const;
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
    { jobId: 'job-1', from: 0, rows: [['1'], ['2'], ['3']], hidden: [1] },
    { jobId: 'job-1', from: 3, rows: [['4'], ['5'], ['6']], hidden: [1, 2] },
  ]);
});
