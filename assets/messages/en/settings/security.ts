import type { security as source } from '@/assets/messages/zh-cn/settings/security';

export const security: typeof source = {
  title: 'Security',
  explain: 'App Secrets and sessions are kept on this device under AES-256-GCM, and decrypted only to send.',
  setUp: 'Choose a protection',
  setUpNote: 'Needed before the first connection. You can change it later.',
  mode: 'Protection',
  passphraseMode: 'Passphrase',
  passphraseModeNote:
    'Safer. You enter it after the browser starts and after auto-lock. It is not stored, and cannot be recovered if forgotten.',
  deviceMode: 'This device',
  deviceModeNote:
    'No passphrase, but weaker: people and programs that can use this computer as you, or read the browser’s data, may be able to use these secrets. Only for a personal device with an encrypted disk.',
  recommended: 'Recommended',
  weaker: 'Weaker',
  newPassphrase: 'New passphrase',
  repeatPassphrase: 'Enter it again',
  currentPassphrase: 'Current passphrase',
  passphraseHint: 'At least 8 characters, best a sentence you remember',
  useMode: 'Use this',
  change: 'Change passphrase',
  changed: 'Passphrase changed',
  changeMode: 'Change protection',
  state: 'State',
  locked: 'Locked',
  unlocked: 'Unlocked',
  lockNow: 'Lock now',
  autoLock: 'Auto-lock',
  autoLockHint: 'Locks after this time without use. Jobs not yet sent wait to be unlocked',
  autoLockAfter: (minutes) => (minutes === 1 ? 'After 1 minute' : `After ${minutes} minutes`),
  autoLockNever: 'Only when the browser closes',
  autoLockLimited: (minutes) => `Company policy: at most ${minutes} minutes`,
  forget: 'Forget secrets',
  forgetNote:
    'Deletes every App Secret, session and passphrase setting on this device. The rest of each connection, jobs and journal stay.',
  forgetConfirm: 'Forget all secrets?',
  forgetDone: 'Secrets forgotten',
};
