// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenReleased } from './when-released';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const press = (isPressed: boolean) => vi.spyOn(document.documentElement, 'matches').mockReturnValue(isPressed);

it('does it at once where nothing is pressed', () => {
  press(false);
  const work = vi.fn();
  whenReleased(work);
  expect(work).toHaveBeenCalledTimes(1);
});

it.each(['mouseup', 'dragend', 'keydown'])(
  'waits for %s and the click that follows, and then does it once',
  (event) => {
    press(true);
    const done: string[] = [];
    whenReleased(() => done.push('work'));
    document.body.addEventListener('click', () => done.push('click'), { once: true });
    vi.runAllTimers();
    expect(done).toEqual([]);
    document.body.dispatchEvent(new Event(event, { bubbles: true }));
    document.body.click();
    vi.runAllTimers();
    document.body.dispatchEvent(new Event('mouseup', { bubbles: true }));
    vi.runAllTimers();
    expect(done).toEqual(['click', 'work']);
  },
);
