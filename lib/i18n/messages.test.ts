import { expect, it } from 'vitest';
import { language, messages, showLanguage } from './messages';
import { screenMessages } from './screen-messages';
import { settingsMessages, showSettingsLanguage } from './settings-messages';
import { tellError } from './tell-error';

const refused = { code: 'locked', detail: { reason: 'wrong-passphrase' } } as const;

it('says nothing before a language is shown, then what was asked for, in the language last asked for', async () => {
  expect(() => messages.value).toThrow('messages are shown before they are loaded');
  await showLanguage('en');
  expect(messages.value.words.back).toBe('Back');
  expect(() => screenMessages.value).toThrow('screenMessages');
  expect(tellError(refused).title).toBe('CRM Sidekick is locked');
  await showSettingsLanguage('zh-CN');
  expect(language.value).toBe('zh-CN');
  expect(messages.value.words.back).toBe('返回');
  expect(screenMessages.value.release.callOff).toBe('撤回');
  expect(settingsMessages.value.security.title).toBe('安全');
  expect(tellError(refused).title).toBe('口令不对');
});
