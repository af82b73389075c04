import type { ErrorSentence } from './errors';

/** Why secrets cannot be protected, unlocked or read. */
export const vaultReasons = {
  'no-vault': { title: '还没有设置密钥保护', next: '在「设置 → 安全」中选择口令或本机保护，再添加连接。' },
  'wrong-passphrase': { title: '口令不对', next: '检查大小写和输入法后重试。' },
  'passphrase-too-short': { title: '口令太短', next: '至少 8 个字符，建议使用一句好记的话。' },
  'passphrases-differ': { title: '两次输入的口令不一致', next: '重新输入。' },
  'vault-needed': { title: '文件中有密钥，需要先解锁', next: '解锁后会继续导入，没有改动任何设置。' },
  'device-key-gone': {
    title: '这台设备上的密钥已丢失',
    next: '可能清理过浏览器数据。在「设置 → 安全」中清除密钥，再重新填写连接。',
  },
  'vault-damaged': { title: '密钥保护的数据已损坏', next: '在「设置 → 安全」中清除密钥，再重新填写连接。' },
  'secret-damaged': { title: '保存的密钥已损坏', next: '在「设置 → 连接」中重新填写。' },
  'vault-exists': { title: '已经设置过密钥保护', next: '要更改，请在「设置 → 安全」中操作。' },
} satisfies Record<string, ErrorSentence>;
