import { expect, it, vi } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createScanModel } from './scan-model';

it('the state, by which the heading counts, is read anew once a card is written down', async () => {
  const worker = createFakeWorker();
  worker.answer({ 'bulk.addRows': ({ from, rows }) => ({ total: from + rows.length }) });
  const refresh = vi.fn(async () => {
    expect(worker.callsOf('bulk.addRows')).toHaveLength(1);
  });
  const model = createScanModel({ ...createFakeApp(worker), refresh }, 'draft', 0);
  model.entry.value = '00001';
  await model.add();
  expect([refresh.mock.calls.length, model.count.value]).toEqual([1, 1]);
});
