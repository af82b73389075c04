import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeState } from '@/test/fakes/fake-state';
import type { AppState } from './app-state';
import { publishState, watchState } from './state-channel';

function watch() {
  const received: AppState[] = [];
  const waiting: (() => void)[] = [];
  const stop = watchState((state) => {
    received.push(state);
    for (const tell of waiting.splice(0)) tell();
  });
  onTestFinished(stop);
  return { received, stop, next: () => new Promise<void>((resolve) => waiting.push(resolve)) };
}

describe('the state’s channel', () => {
  it('tells every open surface the whole state', async () => {
    const [one, other] = [watch(), watch()];
    const arrived = Promise.all([one.next(), other.next()]);
    const state = fakeState();
    publishState(state);
    await arrived;
    expect([one.received, other.received]).toEqual([[state], [state]]);
  });

  it('tells nothing to a surface that has closed', async () => {
    const [closed, open] = [watch(), watch()];
    closed.stop();
    const arrived = open.next();
    publishState(fakeState());
    await arrived;
    expect(closed.received).toEqual([]);
  });
});
