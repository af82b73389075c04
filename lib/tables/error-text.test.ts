import { expect, it } from 'vitest';
import { isErrorText } from './error-text';

it.each([
  ...['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!', '#GETTING_DATA'],
  ...['#n/a', ' #REF! ', '#', '########'],
])('%s is shown in place of a value', (text) => expect(isErrorText(text)).toBe(true));

it.each(['', 'N/A', '#1', '#1 门店', '#NA', '# 备注', '见 #REF!', '#急!', '#HOT!', '##客户##'])(
  '%s is a value',
  (text) => expect(isErrorText(text)).toBe(false),
);
