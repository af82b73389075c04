import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createAction } from './create-action';

const outcomeOf = ({ isBusy, isDone, error }: ReturnType<typeof createAction>) => [
  isBusy.value,
  isDone.value,
  error.value?.code,
];

describe('an action', () => {
  it('runs once at a time, whatever is pressed', async () => {
    const action = createAction();
    let runs = 0;
    let finish = () => {};
    const first = action.run(() => {
      runs += 1;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    expect(outcomeOf(action)).toEqual([true, false, undefined]);
    expect(await action.run(async () => Promise.reject(new Error('a second run')))).toBe(false);
    action.forget();
    expect(action.isBusy.value).toBe(true);
    finish();
    expect(await first).toBe(true);
    expect([runs, ...outcomeOf(action)]).toEqual([1, false, true, undefined]);
  });

  it('keeps its failure until it is run again', async () => {
    const action = createAction();
    const fail = async () => {
      throw new AppError('offline', {});
    };
    expect(await action.run(fail)).toBe(false);
    expect(outcomeOf(action)).toEqual([false, false, 'offline']);
    const again = action.run(async () => undefined);
    expect(action.error.value).toBeUndefined();
    expect(await again).toBe(true);
  });

  it('that was cancelled has no outcome', async () => {
    const action = createAction();
    expect(await action.run(async () => false)).toBe(false);
    expect(outcomeOf(action)).toEqual([false, false, undefined]);
  });

  it('forgets its outcome', async () => {
    const action = createAction();
    await action.run(async () => undefined);
    action.forget();
    expect(outcomeOf(action)).toEqual([false, false, undefined]);
  });
});
