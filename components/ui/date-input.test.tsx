// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { DateInput } from './date-input';
import { halfTyped } from './half-typed';

beforeEach(() => render(null, document.body));

/** Shows it, with a control that can be told to hold a part of a day, which this document cannot by itself. */
function showDay(first: string) {
  const value = signal(first);
  const onValue = vi.fn((next: string) => {
    value.value = next;
  });
  const Shown = () => <DateInput id="day" value={value.value} onValue={onValue} />;
  render(<Shown />, document.body);
  const input = document.querySelector('input');
  if (!input) throw new Error('it shows no control');
  const holds = { badInput: false };
  Object.defineProperty(input, 'validity', { value: holds });
  const type = (event: string, { badInput, text = '' }: { badInput: boolean; text?: string }) => {
    holds.badInput = badInput;
    input.value = text;
    input.dispatchEvent(new Event(event, { bubbles: true }));
  };
  return { input, value, onValue, type };
}

it('tells a part of a day as half typed, and never as none', () => {
  const { value, type } = showDay('2026-08-02');
  type('input', { badInput: true });
  expect(value.value).toBe(halfTyped);
  type('input', { badInput: false, text: '2026-08-03' });
  expect(value.value).toBe('2026-08-03');
  type('input', { badInput: false });
  expect(value.value).toBe('');
});

it('notices a part in an empty control, where no input is told', async () => {
  const { value, onValue, type } = showDay('');
  type('keyup', { badInput: true });
  await new Promise((resolve) => setTimeout(resolve));
  type('keyup', { badInput: true });
  expect([value.value, onValue.mock.calls]).toEqual([halfTyped, [[halfTyped]]]);
});

it('drops the part from sight when it is given another value', async () => {
  const { input, value, type } = showDay('');
  type('keyup', { badInput: true });
  await new Promise((resolve) => setTimeout(resolve));
  const cleared = vi.fn();
  Object.defineProperty(input, 'value', { get: () => '', set: cleared });
  value.value = '';
  await vi.waitFor(() => expect(cleared).toHaveBeenCalledWith(''));
});
