import { expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createVerifyModel } from './verify-model';

function keep(total: number) {
  const worker = createFakeWorker();
  worker.answer({
    'journal.verify': ({ from }) => {
      const entries = Math.min(total, (from?.sequence ?? 0) + 2000);
      return { entries, ...(entries < total ? { next: { sequence: entries, hash: 'h', of: total } } : {}) };
    },
  });
  return { worker, model: createVerifyModel(createFakeApp(worker)) };
}

it('verifies part by part, telling how far it is', async () => {
  const { worker, model } = keep(5000);
  const seen: unknown[] = [];
  model.progress.subscribe((progress) => void seen.push(progress));
  expect(await model.verify()).toBe(true);
  expect(seen).toEqual([undefined, { done: 2000, total: 5000 }, { done: 4000, total: 5000 }]);
  expect(model.result.value).toEqual({ entries: 5000 });
  expect(worker.callsOf('journal.verify').map(({ from }) => from?.sequence)).toEqual([undefined, 2000, 4000]);
});

it('says where the chain is broken, and how', async () => {
  const { worker, model } = keep(5000);
  worker.answer({ 'journal.verify': () => ({ entries: 2, brokenAt: 3, problem: 'missing' }) });
  expect(await model.verify()).toBe(true);
  expect(model.result.value).toEqual({ entries: 2, brokenAt: 3, problem: 'missing' });
});

it('that fails in the middle leaves no earlier result beside the failure', async () => {
  const { worker, model } = keep(10);
  await model.verify();
  worker.answer({
    'journal.verify': ({ from }) => {
      if (from) throw new AppError('bug');
      return { entries: 2000, next: { sequence: 2000, hash: 'h', of: 5000 } };
    },
  });
  expect(await model.verify()).toBe(false);
  expect([model.result.value, model.action.error.value?.code]).toEqual([undefined, 'bug']);
});
