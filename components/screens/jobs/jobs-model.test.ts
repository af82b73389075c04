import { expect, it } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { settleFakeJob } from '@/test/fakes/fake-jobs';
import { fakeJob } from '@/test/fakes/fake-state';
import { createJobsModel } from './jobs-model';

const job = (number: number) => fakeJob({ id: `job-${number}`, subject: String(number), createdAt: number });

it('pages follow each other, newest first, each job once', async () => {
  const worker = createFakeWorker({ jobs: [job(9), job(8)] });
  const pages = [
    { jobs: [job(8), job(7)], more: true },
    { jobs: [job(6)], more: false },
  ];
  worker.answer({ 'job.list': ({ before }) => pages[before === undefined ? 0 : 1] ?? { jobs: [], more: false } });
  const model = createJobsModel(createFakeApp(worker));
  await model.loadMore();
  await model.loadMore();
  expect(worker.callsOf('job.list')).toEqual([{}, { before: 'job-7' }]);
  expect(model.jobs.value.map(({ id }) => id)).toEqual(['job-9', 'job-8', 'job-7', 'job-6']);
  expect(model.hasMore.value).toBe(false);
});

it('what the worker tells goes before what was read', async () => {
  const worker = createFakeWorker({ jobs: [job(1)] });
  const model = createJobsModel(createFakeApp(worker));
  await model.loadMore();
  settleFakeJob(worker, 'job-1', 'failed');
  expect(model.jobs.value[0]?.counts.failed).toBe(1);
});

it('filters show what is open and what needs a person', async () => {
  const worker = createFakeWorker({ jobs: [job(3), job(2), job(1)] });
  settleFakeJob(worker, 'job-1', 'succeeded');
  settleFakeJob(worker, 'job-2', 'unknown');
  const model = createJobsModel(createFakeApp(worker));
  const shown = () => model.shown.value.map(({ id }) => id);
  expect(shown()).toHaveLength(3);
  model.filter.value = 'open';
  expect(shown()).toEqual(['job-3', 'job-2']);
  model.filter.value = 'attention';
  expect(shown()).toEqual(['job-2']);
});
