import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { noFilter } from './filter-fields';
import { createJournalModel, type JournalEntry } from './journal-model';

const entry = (sequence: number): JournalEntry => ({
  sequence,
  at: sequence,
  event: sequence % 2 === 0 ? 'sent' : 'asked',
  previousHash: '',
  hash: '',
});

/** A journal of `total` entries; one call finds 50 and looks at 100 at most. */
function keep(total: number) {
  const worker = createFakeWorker();
  const journal = { total, isBroken: false };
  worker.answer({
    'journal.read': ({ before = journal.total + 1, after = 0, filter }) => {
      if (journal.isBroken) throw new AppError('bug');
      const top = Math.min(before, journal.total + 1);
      const entries: JournalEntry[] = [];
      let lowest = top;
      while (lowest > after + 1 && entries.length < 50 && top - lowest < 100) {
        lowest -= 1;
        const one = entry(lowest);
        if ((filter?.event ?? one.event) === one.event) entries.push(one);
      }
      return { entries, newest: journal.total, ...(lowest > after + 1 ? { next: lowest } : {}) };
    },
  });
  const model = createJournalModel(createFakeApp(worker));
  const shown = () => model.entries.value.map(({ sequence }) => sequence);
  return { worker, journal, model, shown };
}

const down = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.floor((from - to) / step) + 1 }, (_, index) => from - index * step);

describe('without a filter', () => {
  it('goes back page by page to the first entry', async () => {
    const { model, shown } = keep(70);
    await model.loadNewer();
    expect([shown(), model.hasMore.value, model.total.value]).toEqual([down(70, 21), true, 70]);
    await model.loadOlder();
    expect([shown(), model.hasMore.value]).toEqual([down(70, 1), false]);
  });

  it('takes in what was written since, keeping what was read', async () => {
    const { journal, model, shown } = keep(70);
    await model.loadNewer();
    await model.loadOlder();
    journal.total = 72;
    await model.loadNewer();
    expect([shown(), model.total.value, model.hasMore.value]).toEqual([down(72, 1), 72, false]);
  });

  it('begins anew rather than showing a gap', async () => {
    const { journal, model, shown } = keep(60);
    await model.loadNewer();
    journal.total = 160;
    await model.loadNewer();
    expect([shown(), model.hasMore.value]).toEqual([down(160, 111), true]);
  });

  it('says that an empty journal is empty, and takes in its first entries', async () => {
    const { journal, model, shown } = keep(0);
    await model.loadNewer();
    expect([model.isLoaded.value, model.total.value, shown()]).toEqual([true, 0, []]);
    journal.total = 2;
    await model.loadNewer();
    expect(shown()).toEqual([2, 1]);
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
    const { journal, model, shown } = keep(70);
    journal.isBroken = true;
    expect(await model.loadNewer()).toBe(false);
    journal.isBroken = false;
    expect([await model.retry(), shown()]).toEqual([true, down(70, 21)]);
    journal.isBroken = true;
    expect(await model.loadOlder()).toBe(false);
    journal.isBroken = false;
    expect([await model.retry(), shown(), model.loading.error.value]).toEqual([true, down(70, 1), undefined]);
  });
});

describe('with a filter', () => {
  it('looks further until a page is full, telling how far it is', async () => {
    const { worker, model, shown } = keep(1000);
    await model.loadNewer();
    const far: number[] = [];
    const end = model.examined.subscribe((examined) => void far.push(examined));
    await model.change({ event: 'sent' });
    end();
    expect(shown()).toEqual(down(1000, 902, 2));
    expect(worker.callsOf('journal.read').at(-1)).toEqual({ filter: { event: 'sent' } });
    await model.loadOlder();
    expect([shown(), model.examined.value]).toEqual([down(1000, 802, 2), 199]);
    expect(far.at(-1)).toBe(99);
  });

  it('that nothing fits looks through everything, bounded call by bounded call', async () => {
    const { worker, model, shown } = keep(1000);
    await model.change({ event: 'decided' });
    expect([shown(), model.isLoaded.value, model.hasMore.value, model.examined.value]).toEqual([[], true, false, 1000]);
    expect(worker.callsOf('journal.read')).toHaveLength(10);
  });

  it('that is changed while it looks stops looking for what nobody asks any more', async () => {
    const { worker, model, shown } = keep(5000);
    const first = model.change({ event: 'decided' });
    while (worker.callsOf('journal.read').length < 3) await Promise.resolve();
    await Promise.all([model.change({ event: 'paused' }), model.change(noFilter), first]);
    await vi.waitFor(() => expect(shown()).toEqual(down(5000, 4951)));
    expect(worker.callsOf('journal.read').length).toBeLessThan(15);
    expect(worker.callsOf('journal.read').filter(({ filter }) => filter?.event === 'paused')).toEqual([]);
  });

  it('takes in what was written since only where it fits', async () => {
    const { journal, model, shown } = keep(10);
    await model.change({ event: 'sent' });
    journal.total = 13;
    await model.loadNewer();
    expect([shown(), model.total.value]).toEqual([[12, 10, 8, 6, 4, 2], 13]);
  });

  it('does not ask for days that cannot be, nor twice for the same', async () => {
    const { worker, model, shown } = keep(10);
    await model.loadNewer();
    await model.change({ fromDay: '2026-11-20', toDay: '2026-11-19' });
    await model.change({ search: ' ' });
    expect(worker.callsOf('journal.read')).toHaveLength(1);
    await model.change({ ...noFilter, search: ' ' });
    expect([worker.callsOf('journal.read').length, shown()]).toEqual([1, down(10, 1)]);
  });
});
