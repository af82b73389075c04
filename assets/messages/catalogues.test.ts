import { expect, it } from 'vitest';
import { en } from './en';
import { contextMenu as enMenu } from './en/context-menu';
import { help as enHelp } from './en/help';
import { imNotice as enImNotice } from './en/im-notice';
import { omnibox as enOmnibox } from './en/omnibox';
import { advice as enAdvice } from './en/settings/advice';
import { enScreens } from './en-screens';
import { enSettings } from './en-settings';
import { teachEn } from './teach-en';
import { teachZhCn } from './teach-zh-cn';
import { zhCn } from './zh-cn';
import { contextMenu as zhCnMenu } from './zh-cn/context-menu';
import { help } from './zh-cn/help';
import { imNotice } from './zh-cn/im-notice';
import { omnibox } from './zh-cn/omnibox';
import { advice } from './zh-cn/settings/advice';
import { zhCnScreens } from './zh-cn-screens';
import { zhCnSettings } from './zh-cn-settings';

/** Every sentence with its path; functions are called with a stand-in that is text and number at once. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return sentences(value(2, 2), path);
  return Object.entries(value as object).flatMap(([key, inner]) => sentences(inner, path ? `${path}.${key}` : key));
}

const chinese = sentences({
  imNotice,
  ...zhCn,
  ...zhCnScreens,
  ...zhCnSettings,
  help,
  advice,
  omnibox,
  ...teachZhCn,
  contextMenu: zhCnMenu,
});
const english = sentences({
  imNotice: enImNotice,
  ...en,
  ...enScreens,
  ...enSettings,
  help: enHelp,
  advice: enAdvice,
  omnibox: enOmnibox,
  ...teachEn,
  contextMenu: enMenu,
});

it('both languages have the same keys', () => {
  expect(english.map(([path]) => path).sort()).toEqual(chinese.map(([path]) => path).sort());
});

it('Chinese uses Chinese punctuation next to Chinese characters', () => {
  const mixed = /[\p{Script=Han}」）][,;:?!()]|[,;:?!()][\p{Script=Han}「（]/u;
  expect(chinese.filter(([, text]) => mixed.test(text))).toEqual([]);
});

it.each(['（）', '「」', '()', '“”'])('every %s that opens closes', (pair) => {
  const [open = '', close = ''] = pair;
  const uneven = ([, text]: [string, string]) => text.split(open).length !== text.split(close).length;
  expect([...chinese, ...english].filter(uneven)).toEqual([]);
});

it('English has no Chinese left in it, but for the name of the language itself', () => {
  const left = english.filter(([, text]) => /[\p{Script=Han}，。；：「」（）]/u.test(text));
  expect(left.map(([path]) => path)).toEqual(['appearance.languages.zh-CN']);
});

it('no sentence is empty', () => {
  expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
});
