import type { vaultReasons as source } from '@/assets/messages/zh-cn/vault-reasons';

export const vaultReasons: typeof source = {
  'no-vault': {
    title: 'Secrets are not protected yet',
    next: 'Choose a passphrase or this device in Settings → Security, then add a connection.',
  },
  'wrong-passphrase': { title: 'Wrong passphrase', next: 'Check capitals and the input method, then try again.' },
  'passphrase-too-short': {
    title: 'The passphrase is too short',
    next: 'Use at least 8 characters, best a sentence you remember.',
  },
  'passphrases-differ': { title: 'The two passphrases differ', next: 'Enter them again.' },
  'vault-needed': {
    title: 'The file holds secrets: unlock first',
    next: 'The import goes on after unlocking. Nothing was changed.',
  },
  'device-key-gone': {
    title: 'This device’s key is gone',
    next: 'The browser’s data may have been cleared. Forget all secrets in Settings → Security, then enter the connections again.',
  },
  'vault-damaged': {
    title: 'The protected secrets are damaged',
    next: 'Forget all secrets in Settings → Security, then enter the connections again.',
  },
  'secret-damaged': { title: 'A stored secret is damaged', next: 'Enter it again in Settings → Connections.' },
  'vault-exists': { title: 'Secrets are protected already', next: 'To change that, go to Settings → Security.' },
};
