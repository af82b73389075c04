// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { Chips } from './chips';
import { RadioList } from './radio-list';
import { Select } from './select';

const choices = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

beforeEach(() => render(null, document.body));

it.each([
  ['chips', Chips],
  ['a radio list', RadioList],
] as const)('%s are native radio buttons of one group, so arrows move between them', (_name, Group) => {
  const onValue = vi.fn();
  render(<Group id="theme" label="Theme" value="light" choices={choices} onValue={onValue} />, document.body);
  const radios = [...document.querySelectorAll('input')];
  expect(radios.map(({ type, name, checked }) => [type, name, checked])).toEqual([
    ['radio', 'theme', true],
    ['radio', 'theme', false],
  ]);
  expect(document.querySelector('legend')?.textContent).toBe('Theme');
  radios[1]?.click();
  expect(onValue).toHaveBeenCalledExactlyOnceWith('dark');
});

it('a select hands on only values that it offers', () => {
  const onValue = vi.fn();
  render(<Select id="theme" value="light" choices={choices} onValue={onValue} />, document.body);
  const select = document.querySelector('select');
  if (!select) throw new Error('no select is shown');
  select.value = 'dark';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  const injected = document.createElement('option');
  injected.value = 'injected';
  select.append(injected);
  select.value = 'injected';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(onValue.mock.calls).toEqual([['dark']]);
});
