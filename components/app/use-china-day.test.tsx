// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { formatChinaTime } from '@/lib/time/china-time';
import { useChinaDay } from './use-china-day';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 26, 15, 59) });
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

let renders = 0;
function Day() {
  renders += 1;
  return <p>{formatChinaTime(useChinaDay(Date.now)).slice(0, 10)}</p>;
}

it('shows each new day in China once, without being asked', async () => {
  const shown: (string | null)[] = [];
  await act(() => render(<Day />, document.body));
  for (const minutes of [0, 2, 24 * 60]) {
    await act(async () => void (await vi.advanceTimersByTimeAsync(minutes * 60_000)));
    shown.push(document.body.textContent);
  }
  expect([shown, renders]).toEqual([['2026-11-26', '2026-11-27', '2026-11-28'], 3]);
});

it('waits for nothing once it is gone', async () => {
  await act(() => render(<Day />, document.body));
  await act(() => render(null, document.body));
  expect(vi.getTimerCount()).toBe(0);
});
