import { expect, it } from 'vitest';
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
  const journal = { total };
  worker.answer({
    'journal.read': ({ before = Number.POSITIVE_INFINITY }) => {
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
