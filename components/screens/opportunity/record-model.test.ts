import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import type { RecordReading } from '@/lib/messages/record-contract';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeConnection, fakeJob, fakeNow } from '@/test/fakes/fake-state';
import { createRecordModel } from './record-model';

const id = '20191214888';
const crm: IkcrmConnectionSummary = {
  ...{ id: 'crm', platform: 'ikcrm', name: '励销云', baseUrl: 'https://lxcrm.weiwenjia.com' },
  ...{ hasToken: true, permitted: true },
};
const readingOf = (readAt: number, opportunityId = id): RecordReading => ({ record: { id: opportunityId }, readAt });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(
  change: { kept?: RecordReading; surface?: 'popup' | 'panel'; hasCrm?: boolean; isLocked?: boolean } = {},
) {
  const { kept, surface = 'panel', hasCrm = true, isLocked = false } = change;
  const worker = createFakeWorker({
    connections: [fakeConnection(), ...(hasCrm ? [crm] : [])],
    vault: { state: isLocked ? 'locked' : 'unlocked' },
  });
  worker.answer({
    'record.kept': () => (kept ? { reading: kept } : {}),
    'record.read': ({ opportunityId }) => ({ reading: readingOf(fakeNow, opportunityId) }),
  });
  const app = { ...createFakeApp(worker), surface };
  const model = createRecordModel(app, id);
  const end = model.start();
  return { worker, app, model, end, asked: () => worker.callsOf('record.read').length };
}
const settle = () => vi.advanceTimersByTimeAsync(1000);

describe('the record beside a page', () => {
  it('is what is kept at once, then what the CRM answers', async () => {
    const { model, asked } = open({ kept: readingOf(fakeNow - 3_600_000) });
    await vi.advanceTimersByTimeAsync(10);
    expect([model.reading.value?.readAt, asked()]).toEqual([fakeNow - 3_600_000, 0]);
    await settle();
    expect([model.reading.value?.readAt, asked()]).toEqual([fakeNow, 1]);
  });

  it('is not asked for again while it is young, nor in a popup, nor while locked, until somebody says so', async () => {
    const young = open({ kept: readingOf(fakeNow - 30_000) });
    const popup = open({ surface: 'popup' });
    const locked = open({ isLocked: true, kept: readingOf(1) });
    await settle();
    expect([young.asked(), popup.asked(), locked.asked()]).toEqual([0, 0, 0]);
    expect(locked.model.reading.value?.readAt).toBe(1);
    await popup.model.read();
    expect(popup.model.reading.value?.readAt).toBe(fakeNow);
    locked.worker.change({ vault: { state: 'unlocked' } });
    await settle();
    expect(locked.asked()).toBe(1);
  });

  it('is asked for anew once an edit from here has ended', async () => {
    const { worker, asked } = open({ kept: readingOf(fakeNow - 1000) });
    await settle();
    expect(asked()).toBe(0);
    const job = fakeJob({ operation: 'update-opportunity', subject: id, state: 'finished', finishedAt: fakeNow });
    worker.change({ jobs: [job] });
    await settle();
    expect(asked()).toBe(1);
  });

  it('is none without a CRM, or for an id that none can have', async () => {
    const { model, asked } = open({ hasCrm: false });
    await settle();
    expect([model.connection.value, asked()]).toEqual([undefined, 0]);
    const { app } = open();
    expect(createRecordModel(app, '1'.repeat(21)).connection.value).toBeUndefined();
  });

  it('that cannot be read is told, and what is kept stays', async () => {
    const { worker, model } = open({ kept: readingOf(1) });
    worker.answer({
      'record.read': () => {
        throw new AppError('offline');
      },
    });
    await settle();
    expect([model.asking.error.value?.code, model.reading.value?.readAt]).toEqual(['offline', 1]);
  });
});

describe('leafing through records', () => {
  it('asks only for the one where one stays', async () => {
    const { app, worker, end } = open();
    end();
    for (let count = 0; count < 10; count += 1) {
      const passed = createRecordModel(app, `${count}`);
      const leave = passed.start();
      await vi.advanceTimersByTimeAsync(100);
      leave();
    }
    const last = createRecordModel(app, '77');
    last.start();
    await settle();
    expect(worker.callsOf('record.read')).toEqual([{ connectionId: 'crm', opportunityId: '77' }]);
    expect(last.reading.value?.record.id).toBe('77');
  });

  it('asks for one at a time, and what comes late for one that was left is not shown', async () => {
    const { app, worker, model, end } = open();
    const answers: (() => void)[] = [];
    worker.answer({
      'record.read': ({ opportunityId }) =>
        new Promise((resolve) => {
          answers.push(() => resolve({ reading: readingOf(fakeNow, opportunityId) }));
        }),
    });
    await settle();
    end();
    const next = createRecordModel(app, '78');
    next.start();
    await settle();
    expect(answers).toHaveLength(1);
    answers[0]?.();
    await settle();
    answers[1]?.();
    await settle();
    expect([model.reading.value, next.reading.value?.record.id]).toEqual([undefined, '78']);
  });
});
