import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppState } from '@/lib/messages/app-state';
import { createFakeWorker, type FakeWorker } from '@/test/fakes/fake-client';
import { fakeJob } from '@/test/fakes/fake-state';
import { connectState } from './connect-state';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openChannel() {
  const receivers = new Set<(state: AppState) => void>();
  return {
    watch(receive: (state: AppState) => void) {
      receivers.add(receive);
      return () => void receivers.delete(receive);
    },
    tell: (state: AppState) => {
      for (const receive of receivers) receive(state);
    },
  };
}

function readsOf(worker: FakeWorker): number {
  return worker.callsOf('app.read').length;
}

describe('the state of a surface', () => {
  it('is what was read, then what the worker tells', async () => {
    const worker = createFakeWorker();
    const channel = openChannel();
    const { state } = await connectState({ client: worker.client, watch: channel.watch });
    expect(state.value.vault.state).toBe('unlocked');
    channel.tell({ ...state.value, vault: { state: 'locked' } });
    expect(state.value.vault.state).toBe('locked');
  });

  it('is the newer one when the worker told something while it was being read', async () => {
    const worker = createFakeWorker();
    const channel = openChannel();
    const before = worker.state.value;
    worker.answer({
      'app.read': () => {
        channel.tell({ ...before, vault: { state: 'locked' } });
        return before;
      },
    });
    const { state } = await connectState({ client: worker.client, watch: channel.watch });
    expect(state.value.vault.state).toBe('locked');
  });

  it('waits for a worker that is still starting, and says so after the second try', async () => {
    const worker = createFakeWorker();
    let silentTries = 3;
    worker.answer({
      'app.read': () => {
        silentTries -= 1;
        if (silentTries >= 0) throw new Error('Could not establish connection. Receiving end does not exist.');
        return worker.state.value;
      },
    });
    const connecting = connectState({ client: worker.client, watch: openChannel().watch });
    await vi.advanceTimersByTimeAsync(1000);
    const { isSilent } = await connecting;
    expect(readsOf(worker)).toBe(4);
    expect(isSilent.value).toBe(false);
  });

  it('shows that the worker is silent, and that it is back', async () => {
    const worker = createFakeWorker();
    const connected = await connectState({ client: worker.client, watch: openChannel().watch });
    worker.answer({
      'app.read': () => {
        throw new Error('gone');
      },
    });
    void connected.refresh();
    await vi.advanceTimersByTimeAsync(150);
    expect(connected.isSilent.value).toBe(true);
    worker.answer({ 'app.read': () => worker.state.value });
    await vi.advanceTimersByTimeAsync(5000);
    expect(connected.isSilent.value).toBe(false);
  });
});

describe('a quiet channel', () => {
  it('is asked behind while a job moves, since a killed worker tells nothing', async () => {
    const worker = createFakeWorker({ jobs: [fakeJob()] });
    const { state } = await connectState({ client: worker.client, watch: openChannel().watch });
    worker.change({ jobs: [fakeJob({ state: 'finished' })] });
    await vi.advanceTimersByTimeAsync(2000);
    expect(state.value.jobs[0]?.state).toBe('finished');
  });

  it('is left alone while the worker tells, and when nothing moves', async () => {
    const worker = createFakeWorker({ jobs: [fakeJob({ state: 'running' })] });
    const channel = openChannel();
    await connectState({ client: worker.client, watch: channel.watch });
    await vi.advanceTimersByTimeAsync(1500);
    channel.tell(worker.state.value);
    await vi.advanceTimersByTimeAsync(1500);
    expect(readsOf(worker)).toBe(1);
    channel.tell({ ...worker.state.value, jobs: [fakeJob({ state: 'finished' })] });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(readsOf(worker)).toBe(1);
  });
});
