import type { unlock as source } from '@/assets/messages/zh-cn/unlock';

export const unlock: typeof source = {
  title: 'Unlock',
  explain: 'Secrets are kept encrypted on this device. Unlock to send.',
  passphrase: 'Passphrase',
  submit: 'Unlock',
  unlocking: 'Unlocking',
  forgot: 'Forgotten the passphrase?',
  forgotNote:
    'It cannot be recovered. You can forget all secrets in Settings → Security and enter the connections again; jobs and journal stay.',
  deviceMode: 'Unlock with this device',
  deviceModeNote: 'Uses the key kept on this device, without a passphrase.',
  draftKept: 'What you have entered is kept.',
  pendingJobs: (count) => (count === 1 ? '1 job waits to be unlocked' : `${count} jobs wait to be unlocked`),
};
