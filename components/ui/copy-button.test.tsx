// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CopyButton } from './copy-button';

beforeEach(() => {
  vi.useFakeTimers();
  render(null, document.body);
});
afterEach(() => vi.useRealTimers());

const announced = () => document.querySelector('[role=status]')?.textContent;

it('copies the text exactly and says so for two seconds', async () => {
  const write = vi.fn(async () => undefined);
  render(<CopyButton text="9007199254740993" label="Copy" copiedLabel="Copied" write={write} />, document.body);
  document.querySelector('button')?.click();
  await vi.advanceTimersByTimeAsync(100);
  expect(write).toHaveBeenCalledExactlyOnceWith('9007199254740993');
  expect(announced()).toBe('Copied');
  await vi.advanceTimersByTimeAsync(2100);
  expect(announced()).toBe('');
});

it('does not claim a copy that the browser refused', async () => {
  const write = vi.fn(async () => Promise.reject(new Error('denied')));
  render(<CopyButton text="1" label="Copy" copiedLabel="Copied" write={write} />, document.body);
  document.querySelector('button')?.click();
  await vi.advanceTimersByTimeAsync(100);
  expect(announced()).toBe('');
});
