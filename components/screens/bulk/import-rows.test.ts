import { expect, it } from 'vitest';
import type { TableChunk } from '@/lib/tables/table';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { importRows } from './import-rows';

it('rows that nobody meant are out before the rows are complete: a page that dies in between leaves none of them ready', async () => {
  const worker = createFakeWorker();
  worker.answer({
    'bulk.begin': () => ({ jobId: 'job-1' }),
    'bulk.addRows': ({ from, rows }) => ({ total: from + rows.length }),
    'bulk.exclude': () => {
      throw new Error('the page is gone');
    },
    'bulk.endRows': () => ({}),
    'bulk.discard': () => ({}),
  });
  const rows = [['商机ID'], ['1'], ['2'], [''], ['3']];
  const chunks: TableChunk[] = [{ rows, firstRow: 0, faults: [], hiddenRows: [2], progress: 1 }];
  const table = { preview: rows, nextRows: async () => chunks.shift() };
  const options = { operation: 'release-opportunity', fileName: 'x.xlsx', hasHeader: true, table } as const;
  const given = { ...options, signal: new AbortController().signal, onProgress: () => {} };
  await expect(importRows(createFakeApp(worker), given)).rejects.toThrow('the page is gone');
  expect(worker.callsOf('bulk.exclude')).toEqual([{ jobId: 'job-1', rows: [1, 2], excluded: true }]);
  expect(worker.callsOf('bulk.endRows')).toEqual([]);
});
