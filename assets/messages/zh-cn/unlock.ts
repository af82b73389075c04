/** The prompt that stands in the way while the vault is locked. */
export const unlock = {
  explain: '密钥已加密保存在本机，解锁后才能发送。',
  passphrase: '口令',
  submit: '解锁',
  deviceMode: '本机解锁',
  pendingJobs: (count: number) => `${count} 个任务在等待解锁`,
};
