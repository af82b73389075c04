import type { unlock as source } from '@/assets/messages/zh-cn/unlock';

export const unlock: typeof source = {
  explain: 'Secrets are kept encrypted on this device. Unlock to send.',
  passphrase: 'Passphrase',
  submit: 'Unlock',
  deviceMode: 'Unlock with this device',
  pendingJobs: (count) => (count === 1 ? '1 job waits to be unlocked' : `${count} jobs wait to be unlocked`),
};
