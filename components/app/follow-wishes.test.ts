import { beforeEach, expect, it } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { followWishes } from './follow-wishes';
import { route } from './route';

beforeEach(() => {
  route.value = { screen: 'jobs' };
  globalThis.location = { hash: '' } as Location;
});

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

it('goes to the form that was wished for, once, and tells the worker', async () => {
  const worker = createFakeWorker({ panelWish: { at: 1, windowId: 1, scope: 'release:20191214888' } });
  followWishes(createFakeApp(worker, { surface: 'panel' }));
  await settled();
  expect(route.value).toEqual({ screen: 'release', opportunityId: '20191214888' });
  expect(worker.callsOf('panel.followed')).toEqual([{ at: 1 }]);
  route.value = { screen: 'jobs' };
  worker.change({ panelWish: { at: 1, windowId: 1, scope: 'release:20191214888' } });
  await settled();
  expect(route.value).toEqual({ screen: 'jobs' });
});

it('leaves the wishes of other windows to their own panels', async () => {
  const worker = createFakeWorker({ panelWish: { at: 1, windowId: 2, scope: 'release:1' } });
  followWishes(createFakeApp(worker, { surface: 'panel' }));
  await settled();
  expect([route.value, worker.callsOf('panel.followed')]).toEqual([{ screen: 'jobs' }, []]);
});
