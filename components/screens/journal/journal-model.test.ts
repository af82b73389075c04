import { expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createJournalModel, type JournalEntry } from './journal-model';

const entry = (sequence: number): JournalEntry => ({
  sequence,
  at: sequence,
  event: 'asked',
  previousHash: '',
  hash: '',
});

/** A journal of `total` entries, read three at a time. */
function keep(total: number) {
  const worker = createFakeWorker();
  const journal = { total, isBroken: false };
  worker.answer({
    'journal.read': ({ before = Number.POSITIVE_INFINITY }) => {
      if (journal.isBroken) throw new AppError('bug');
      const below = Array.from({ length: journal.total }, (_, index) => entry(journal.total - index)).filter(
        ({ sequence }) => sequence < before,
      );
      return { entries: below.slice(0, 3), more: below.length > 3 };
    },
  });
  const model = createJournalModel(createFakeApp(worker));
  const shown = () => model.entries.value.map(({ sequence }) => sequence);
  return { worker, journal, model, shown };
}

it('goes back page by page to the first entry', async () => {
  const { model, shown } = keep(5);
  await model.loadNewer();
  expect([shown(), model.hasMore.value]).toEqual([[5, 4, 3], true]);
  await model.loadOlder();
  expect([shown(), model.hasMore.value]).toEqual([[5, 4, 3, 2, 1], false]);
});

it('takes in what was written since, keeping what was read', async () => {
  const { journal, model, shown } = keep(4);
  await model.loadNewer();
  await model.loadOlder();
  journal.total = 6;
  await model.loadNewer();
  expect(shown()).toEqual([6, 5, 4, 3, 2, 1]);
});

it('begins anew rather than showing a gap', async () => {
  const { journal, model, shown } = keep(4);
  await model.loadNewer();
  journal.total = 9;
  await model.loadNewer();
  expect([shown(), model.hasMore.value]).toEqual([[9, 8, 7], true]);
});

it('says where the chain is broken', async () => {
  const { worker, model } = keep(4);
  worker.answer({ 'journal.verify': () => ({ entries: 2, brokenAt: 3 }) });
  await model.verify();
  expect(model.verification.value).toEqual({ entries: 2, brokenAt: 3 });
});

it('a change that is told while it reads is read afterwards', async () => {
  const { worker, journal, model, shown } = keep(2);
  const end = model.start();
  // The page under way was read before these were written.
  await Promise.resolve();
  journal.total = 4;
  worker.change({});
  await vi.waitFor(() => expect(shown()).toEqual([4, 3, 2, 1]));
  expect(worker.callsOf('journal.read')).toHaveLength(2);
  end();
});

it('what failed to load is tried again, the older as the newer', async () => {
  const { journal, model, shown } = keep(5);
  journal.isBroken = true;
  expect(await model.loadNewer()).toBe(false);
  journal.isBroken = false;
  expect([await model.retry(), shown()]).toEqual([true, [5, 4, 3]]);
  journal.isBroken = true;
  expect(await model.loadOlder()).toBe(false);
  journal.isBroken = false;
  expect([await model.retry(), shown(), model.loading.error.value]).toEqual([true, [5, 4, 3, 2, 1], undefined]);
});
