import { describe, expect, it } from 'vitest';
import { publishLater } from './publish-later';

const unexpected = (thrown: unknown) => expect.unreachable(String(thrown));

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('telling later', () => {
  it('makes one telling of many calls within a turn, and not in the turn itself', async () => {
    let times = 0;
    const publish = publishLater(
      async () => {
        times += 1;
      },
      unexpected,
      turn,
    );
    for (let calls = 0; calls < 10; calls += 1) publish();
    expect(times).toBe(0);
    await turn();
    expect(times).toBe(1);
  });

  it('tells once more what changed while it was telling, so that the last state is told last', async () => {
    let state = 'first';
    const told: string[] = [];
    const gates: (() => void)[] = [];
    const publish = publishLater(
      async () => {
        const read = state;
        await new Promise<void>((resolve) => gates.push(resolve));
        told.push(read);
      },
      unexpected,
      turn,
    );
    publish();
    await turn();
    state = 'second';
    publish();
    state = 'third';
    publish();
    gates.shift()?.();
    await turn();
    await turn();
    gates.shift()?.();
    await turn();
    expect(told).toEqual(['first', 'third']);
    expect(gates).toEqual([]);
  });

  it('never tells two states at once', async () => {
    let atOnce = 0;
    let most = 0;
    const publish = publishLater(
      async () => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await turn();
        atOnce -= 1;
      },
      unexpected,
      turn,
    );
    for (let turns = 0; turns < 10; turns += 1) {
      publish();
      await turn();
    }
    expect(most).toBe(1);
  });

  it('reports a telling that failed, and goes on with the next', async () => {
    const reported: unknown[] = [];
    let times = 0;
    const publish = publishLater(
      async () => {
        times += 1;
        if (times === 1) throw new Error('nobody there');
      },
      (thrown) => void reported.push(thrown),
      turn,
    );
    publish();
    await turn();
    publish();
    await turn();
    expect(times).toBe(2);
    expect(reported).toEqual([new Error('nobody there')]);
  });
});
