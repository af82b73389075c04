import { expect, it } from 'vitest';
import { zhCnScreens } from '@/assets/messages/zh-cn-screens';
import { findSettingsSection } from './find-settings-section';

it.each([
  ['sign-in-again', 'session-expired', 'connections'],
  ['sign-in-again', undefined, 'connections'],
  ['not-allowed', 'host-permission-missing', 'connections'],
  ['invalid-input', 'no-vault', 'security'],
  ['not-allowed', 'site-not-granted', 'sites'],
  ['not-allowed', 'no-permission', undefined],
  ['locked', 'wrong-passphrase', undefined],
  ['offline', undefined, undefined],
] as const)('%s for %s is put right in %s', (code, reason, section) => {
  expect(findSettingsSection({ code, detail: { reason } })).toBe(section);
});

it('leads to the settings wherever a sentence sends people there', () => {
  const places = { connections: '「设置 → 连接」', security: '「设置 → 安全」', sites: '「设置 → 站点」' };
  const astray = Object.entries(zhCnScreens.errorReasons).filter(([key, { next }]) => {
    const reason = key.replace(/^.*\//, '');
    const code = reason.startsWith('session-') ? 'sign-in-again' : 'rejected';
    const section = findSettingsSection({ code, detail: { reason } });
    return Object.entries(places).some(([name, place]) => next.includes(place) && section !== name);
  });
  expect(astray).toEqual([]);
});
