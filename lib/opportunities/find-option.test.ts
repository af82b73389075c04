import { expect, it } from 'vitest';
import { findOption } from './find-option';

const option = (value: string, label: string, isEnabled = true) => ({ value, label, isEnabled });
const options = [
  option('1', '初访'),
  option('2', '谈判'),
  option('3', '谈判'),
  option('4', '暂停', false),
  option('初访', '5'),
];

it('finds an option by its value, else by its label', () => {
  expect(findOption(options, '2')).toEqual({ value: '2' });
  expect(findOption([option('1', '初访')], '初访')).toEqual({ value: '1' });
  expect(findOption(options, '初访')).toEqual({ value: '初访' });
});

it('refuses a label of two options, one that is not to be chosen any more, and what is none', () => {
  expect(findOption(options, '谈判')).toEqual({ reason: 'ambiguous-option' });
  for (const text of ['暂停', '4', '别的', '']) expect(findOption(options, text)).toEqual({ reason: 'not-an-option' });
});

it('leaves a field without known options to be typed in', () => {
  expect(findOption([], '初访')).toEqual({});
});
