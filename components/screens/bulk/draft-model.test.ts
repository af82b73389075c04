import { expect, it } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeJob, fakeNow } from '@/test/fakes/fake-state';
import { createDraftModel } from './draft-model';

it('a draft is looked at anew when it is opened and when another job has come or ended, and not for its progress', () => {
  const worker = createFakeWorker();
  const draft = fakeJob({ id: 'draft', state: 'draft' });
  const asked = () => worker.callsOf('bulk.refresh').length;
  worker.change({ jobs: [draft] });
  const end = createDraftModel(createFakeApp(worker), 'draft').start();
  expect(worker.callsOf('bulk.refresh')).toEqual([{ jobId: 'draft' }]);
  const other = fakeJob({ id: 'other', state: 'running' });
  worker.change({ jobs: [draft, other] });
  expect(asked()).toBe(2);
  worker.change({
    jobs: [
      { ...draft, total: 2 },
      { ...other, counts: { ...other.counts, succeeded: 1, waiting: 0 } },
    ],
  });
  expect(asked()).toBe(2);
  worker.change({ jobs: [draft, { ...other, state: 'finished', finishedAt: fakeNow + 1 }] });
  expect(asked()).toBe(3);
  end();
  worker.change({ jobs: [draft, { ...other, finishedAt: fakeNow + 2 }] });
  expect(asked()).toBe(3);
});
