import type { ErrorCode } from '@/lib/errors/app-error';

/** What happened and what to do next. `titleAt` names the place, `nextUntil` the time when it may work again. */
export interface ErrorSentence {
  title: string;
  next: string;
  titleAt?: (path: string) => string;
  nextUntil?: (time: string) => string;
}

/** One sentence for each code of the closed list. */
export const errorCodes = {
  'invalid-input': {
    title: '填写的内容有误',
    next: '按提示改正后再提交。没有发送任何内容。',
    titleAt: (path: string) => `填写的内容有误：${path}`,
  },
  locked: { title: '助手已锁定', next: '解锁后继续，已填写的内容会保留。' },
  'sign-in-again': { title: '授权已失效', next: '在「设置 → 连接」中更新 session 或令牌，任务会从停下的地方继续。' },
  'not-allowed': { title: '没有权限', next: '请管理员在开放平台核对此应用的接口权限和 IP 白名单。' },
  throttled: {
    title: '调用太频繁，平台暂时不接受请求',
    next: '稍后会自动继续，不用重复提交。',
    nextUntil: (time: string) => `${time} 后自动继续，不用重复提交。`,
  },
  'quota-gone': {
    title: '今天的调用次数已用完',
    next: '次日零点（北京时间）后自动继续；急用请管理员申请提高配额。',
    nextUntil: (time: string) => `${time} 后自动继续；急用请管理员申请提高配额。`,
  },
  rejected: {
    title: '平台没有接受这个请求',
    next: '按平台的答复改正后重新提交；仍不通过时，把 request_id 交给平台支持。',
  },
  'not-found': { title: '没有找到', next: '核对编号是否正确，或记录是否已被删除。' },
  conflict: { title: '内容刚刚被改动过', next: '刷新后再试。' },
  offline: { title: '连不上服务器', next: '检查网络、代理和连接地址。内容已保留，恢复后可以继续。' },
  'timed-out': { title: '等待答复超时', next: '检查网络后重试。' },
  'outcome-unknown': { title: '已发出，但没有收到答复', next: '先在 CRM 中核对，再选择处理方式。不会自动重发。' },
  'clock-off': { title: '本机时间与平台相差太大', next: '校准系统时间后重试。' },
  'unreadable-answer': { title: '平台的答复无法识别', next: '核对连接地址；仍有问题时，把 request_id 交给平台支持。' },
  'storage-full': { title: '本机存储空间不足', next: '清理磁盘空间后继续，已记录的任务不会丢失。' },
  bug: { title: '程序内部出错', next: '重新打开后再试；如再次出现，请把操作步骤和 request_id 告诉管理员。' },
} satisfies Record<ErrorCode, ErrorSentence>;
