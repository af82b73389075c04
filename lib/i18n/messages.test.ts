import { expect, it } from 'vitest';
import { language, messages, showLanguage } from './messages';
import { settingsMessages, showSettingsLanguage } from './settings-messages';

it('says nothing before a language is shown, then follows each change', async () => {
  expect(() => messages.value).toThrow('showLanguage');
  expect(() => settingsMessages.value).toThrow('showSettingsLanguage');
  await showLanguage('en');
  expect(messages.value.release.callOff).toBe('Call off');
  expect(language.value).toBe('en');
  await showSettingsLanguage('zh-CN');
  expect(messages.value.release.callOff).toBe('撤回');
  expect(settingsMessages.value.security.title).toBe('安全');
  expect(language.value).toBe('zh-CN');
});
