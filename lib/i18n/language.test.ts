import { expect, it } from 'vitest';
import { languageFor } from './language';

it.each([
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-Hant-TW', 'zh-CN'],
  ['ZH-hk', 'zh-CN'],
  ['en-GB', 'en'],
  ['de', 'en'],
  ['zha', 'en'],
  ['', 'en'],
])('a browser in “%s” starts in %s', (tag, language) => {
  expect(languageFor(tag)).toBe(language);
});
