/** The prompt that stands in the way while the vault is locked. */
export const unlock = {
  title: '解锁',
  explain: '密钥已加密保存在本机，解锁后才能发送。',
  passphrase: '口令',
  submit: '解锁',
  unlocking: '正在解锁',
  forgot: '忘记口令？',
  forgotNote: '口令无法找回。可以在「设置 → 安全」中清除密钥，再重新填写连接；任务和日志不受影响。',
  deviceMode: '本机解锁',
  deviceModeNote: '使用保存在这台设备上的密钥，不需要口令。',
  draftKept: '已填写的内容会保留。',
  pendingJobs: (count: number) => `${count} 个任务在等待解锁`,
};
