import { describe, expect, it } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { settleFakeJob } from '@/test/fakes/fake-jobs';
import { fakeJob, fakeNow } from '@/test/fakes/fake-state';
import { createJobModel } from './job-model';
import { prepareRetry } from './prepare-retry';

async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

function follow(job = fakeJob()) {
  const worker = createFakeWorker({ jobs: [job] });
  const app = createFakeApp(worker);
  const model = createJobModel(app, job.id);
  const end = model.start();
  return { worker, app, model, end };
}

describe('the hold-back', () => {
  it('counts down in whole seconds and is over on the second', () => {
    const { app, model } = follow();
    expect([model.phase.value, model.secondsLeft.value, model.secondsTotal.value]).toEqual(['held', 5, 5]);
    app.now.value = fakeNow + 4001;
    expect(model.secondsLeft.value).toBe(1);
    app.now.value = fakeNow + 5000;
    expect([model.phase.value, model.secondsLeft.value]).toEqual(['due', 0]);
  });

  it('can be called off, and says that nothing was sent', async () => {
    const { model } = follow();
    await model.callOff();
    expect([model.phase.value, model.isTooLate.value]).toEqual(['cancelled', false]);
    expect(model.detail.value?.rows[0]?.outcome?.reason).toBe('called-off');
  });

  it('that is over answers calling off with too late', async () => {
    const { worker, model } = follow(fakeJob({ state: 'running' }));
    await model.callOff();
    expect(model.isTooLate.value).toBe(true);
    expect(worker.state.value.jobs[0]?.state).toBe('running');
  });
});

describe('a job that is followed', () => {
  it('is read anew when the worker tells of a change, and not for other jobs', async () => {
    const { worker, model } = follow();
    await settled();
    worker.change({ jobs: [...worker.state.value.jobs, fakeJob({ id: 'other' })] });
    await settled();
    expect(worker.callsOf('job.read')).toHaveLength(1);
    settleFakeJob(worker, 'job-1', 'succeeded', { platform: { requestId: 'abc' } });
    await settled();
    expect(worker.callsOf('job.read')).toHaveLength(2);
    expect(model.detail.value?.rows[0]?.outcome?.platform?.requestId).toBe('abc');
  });

  it('is known from reading when it is older than what the worker tells', async () => {
    const { worker, model } = follow();
    await settled();
    worker.change({ jobs: [] });
    expect(model.summary.value?.id).toBe('job-1');
  });

  it('that does not exist is an error, not an empty screen', async () => {
    const worker = createFakeWorker();
    const model = createJobModel(createFakeApp(worker), 'gone');
    model.start();
    await settled();
    expect(model.loadError.value).toMatchObject({ code: 'not-found' });
  });
});

describe('an unknown outcome', () => {
  it('is sent again without a new job, or settled by a person', async () => {
    const { worker, model } = follow();
    settleFakeJob(worker, 'job-1', 'unknown');
    await model.decide(0, 'send-again');
    expect(model.phase.value).toBe('running');
    settleFakeJob(worker, 'job-1', 'unknown');
    await model.decide(0, 'mark-failed');
    expect(model.phase.value).toBe('failed');
    expect(worker.callsOf('job.create')).toEqual([]);
  });

  it('that was settled in another window meanwhile is said', async () => {
    const { worker, model } = follow();
    settleFakeJob(worker, 'job-1', 'succeeded');
    expect(await model.decide(0, 'mark-failed')).toBe(false);
    expect(model.acting.error.value?.detail.reason).toBe('row-not-unknown');
  });
});

it('another try is a new intention with the old values', async () => {
  const { worker, app, model } = follow(fakeJob({ label: '老王' }));
  worker.rows.set('job-1', { opportunity_id: '20191214888', memo: '联系不上' });
  settleFakeJob(worker, 'job-1', 'failed');
  await settled();
  const detail = model.detail.value;
  expect(detail && (await prepareRetry(app, detail))).toBe('20191214888');
  expect(worker.drafts.get('release:20191214888')).toMatchObject({
    intentId: 'INTENT0001',
    label: '老王',
    values: { opportunity_id: '20191214888', memo: '联系不上' },
  });
});
