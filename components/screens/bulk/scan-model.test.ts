import { expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createScanModel } from './scan-model';

/** A worker that keeps one draft's rows as the real one does. */
function createWorld() {
  const stored: string[] = [];
  const worker = createFakeWorker();
  worker.answer({
    'bulk.addRows': ({ from, rows }) => {
      const ids = rows.map(([id = '']) => id);
      const isSame = ids.slice(0, stored.length - from).every((id, index) => stored[from + index] === id);
      if (!isSame) throw new AppError('conflict', { reason: 'rows-differ' });
      stored.push(...ids.slice(stored.length - from));
      return { total: stored.length };
    },
    'bulk.read': () => ({ import: { total: stored.length } }) as never,
  });
  const openWindow = () => createScanModel(createFakeApp(worker), 'job-1', stored.length);
  const scan = async (model: ReturnType<typeof openWindow>, id: string) => {
    model.entry.value = id;
    await model.add();
  };
  return { worker, stored, openWindow, scan };
}

it('cards that two windows scan into one draft are all there, and each window says how many', async () => {
  const { stored, openWindow, scan } = createWorld();
  const [one, other] = [openWindow(), openWindow()];
  for (const id of ['1', '2', '3']) await scan(one, id);
  for (const id of ['4', '5']) await scan(other, id);
  await scan(one, '6');
  expect(stored).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(other.latest.value).toEqual([
    { number: 5, id: '5' },
    { number: 4, id: '4' },
  ]);
  expect([one.count.value, other.count.value]).toEqual([6, 5]);
});

it('a card whose answer was lost is there once', async () => {
  const { worker, stored, openWindow, scan } = createWorld();
  const model = openWindow();
  worker.answer({
    'bulk.read': () => {
      throw new Error('not asked');
    },
  });
  stored.push('1');
  await scan(model, '1');
  expect(stored).toEqual(['1']);
  expect(model.count.value).toBe(1);
});

it('a card that cannot be written down goes with the next one', async () => {
  const { worker, stored, openWindow, scan } = createWorld();
  const model = openWindow();
  const full = createFakeWorker();
  full.answer({
    'bulk.addRows': () => {
      throw new AppError('storage-full');
    },
  });
  const real = worker.client.call;
  worker.client.call = full.client.call;
  await scan(model, '1');
  expect(model.adding.error.value?.code).toBe('storage-full');
  expect(model.latest.value).toEqual([]);
  worker.client.call = real;
  await scan(model, '2');
  expect(stored).toEqual(['1', '2']);
});
