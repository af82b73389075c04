import type { ErrorSentence } from './errors';

/** Why an edit did not go or is not known, in the CRM's terms. */
export const editReasons = {
  'signed-in-elsewhere': {
    title: '此账号已在别处登录，令牌失效',
    next: '在「设置 → 连接」中重新登录或粘贴新令牌，任务会从停下的地方继续。',
  },
  'token-refused': { title: 'CRM 不接受这个令牌', next: '在「设置 → 连接」中重新登录或粘贴新令牌。' },
  'token-missing': { title: '连接没有令牌', next: '在「设置 → 连接」中登录或粘贴令牌。' },
  'not-a-token': { title: '令牌的格式不对', next: '重新复制令牌，去掉空格、逗号和引号。' },
  'no-permission-or-not-found': {
    title: '没有权限，或这个商机不存在',
    next: 'CRM 不区分这两种情况。核对商机 ID，或请负责人或管理员授权。',
  },
  'crm-no-permission': { title: '此账号没有权限', next: '请 CRM 管理员授权后再试。' },
  'no-such-record': { title: 'CRM 中没有这个商机', next: '核对商机 ID；它可能已被删除。' },
  'no-such-address': { title: '这个地址上没有 CRM 的接口', next: '在「设置 → 连接」中核对 CRM 地址。' },
  'refused-by-crm': { title: 'CRM 不接受填写的内容', next: '按 CRM 的说明改正后再保存。没有修改任何内容。' },
  'crm-limit': {
    title: '企业的接口调用太频繁',
    next: '10 秒内最多 10 次，全企业共用。稍后会自动继续，不用重复提交。',
  },
  'malformed-request': { title: 'CRM 认为请求格式不对', next: '没有修改任何内容。请把任务详情交给管理员。' },
  'platform-unavailable': { title: 'CRM 暂时不可用', next: '稍后会自动重试；写入是否完成以重新读取为准。' },
  'unlisted-code': { title: 'CRM 返回了不认识的结果', next: '以重新读取的记录为准。' },
  'approval-pending': { title: '商机正在审批', next: '等审批结束，或在 CRM 中撤回审批后再修改。没有发送任何修改。' },
  'record-locked': {
    title: 'CRM 不允许你修改这个商机',
    next: '请负责人或管理员修改，或申请权限。没有发送任何修改。',
  },
  'record-without-customer': { title: '记录没有客户，CRM 不接受修改', next: '先在 CRM 中补上客户。' },
  'record-without-title': {
    title: '记录的标题没有显示，不能修改',
    next: 'CRM 要求每次都发送标题；请有权限的同事修改。',
  },
  'fields-not-taken': { title: 'CRM 没有保存这些字段', next: '它们可能被流程锁定；请在 CRM 中查看。' },
  'edit-partly-refused': {
    title: '有字段没有改成',
    next: '其余的字段已写入。没有改成的可能被流程锁定；请在 CRM 中查看，或撤销已写入的。',
  },
  'edit-conflict': { title: '别人同时改了这些字段', next: '没有发送任何修改。重新读取后再改。' },
  'before-not-known': { title: '不知道修改前的内容', next: '没有写回任何内容。请在 CRM 中手工改回。' },
  'cannot-be-empty': { title: '原来是空的，CRM 不允许清空', next: '这个字段没有写回。请在 CRM 中处理。' },
  'fields-not-shown': { title: '记录没有显示这些字段', next: '请在 CRM 中核对。' },
  'answer-for-another-id': { title: 'CRM 返回了另一个商机', next: '没有修改任何内容。稍后再试。' },
  'not-a-record': { title: '读到的内容不是商机', next: '核对 CRM 地址，稍后再试。' },
  'not-an-ikcrm': { title: '这个地址返回的不是 CRM 的结果', next: '在「设置 → 连接」中核对 CRM 地址。' },
  html: { title: 'CRM 返回了网页，不是数据', next: '可能是登录页或维护页；稍后再试，并核对 CRM 地址。' },
  'not-json': { title: 'CRM 返回的内容无法识别', next: '稍后再试；写入是否完成以重新读取为准。' },
  'empty-answer': { title: 'CRM 的答复是空的', next: '稍后再试；写入是否完成以重新读取为准。' },
  'cut-off': { title: 'CRM 的答复不完整', next: '检查网络后再试；写入是否完成以重新读取为准。' },
  'sign-in-refused': { title: '登录没有成功', next: '核对账号、密码和企业 ID 后再试。' },
  'answer-without-token': { title: '登录后没有得到令牌', next: '改用粘贴令牌。' },
  'not-options': { title: '没有读到可以识别的选项', next: '可以先修改其他字段。' },
  interrupted: { title: '助手在保存中途停止过', next: '重新读取记录来核对；不会重复写入。' },
  'nothing-to-save': { title: '没有改动', next: '修改后再保存。' },
  'nothing-to-undo': { title: '没有可以撤销的内容', next: '这次修改没有生效，或已不在本机。' },
  'edit-missing': { title: '任务的内容已不在本机', next: '取消任务，重新修改。没有发送任何修改。' },
  'connection-changed': { title: '连接已被修改或删除', next: '任务不会改用其他连接。恢复原来的地址，或取消任务。' },
  'no-connection': { title: '还没有 CRM 连接', next: '在「设置 → 连接」中添加。' },
} satisfies Record<string, ErrorSentence>;

/** What differs while nothing but reading was asked. */
export const readingReasons = {
  'crm-limit': { title: '企业的接口调用太频繁', next: '等几秒再读。10 秒内最多 10 次，全企业共用。' },
  'platform-unavailable': { title: 'CRM 暂时不可用', next: '稍后再读；一直这样时请联系 CRM 管理员。' },
  'refused-by-crm': { title: 'CRM 不接受这次读取', next: '核对商机 ID；仍然这样时请把 CRM 的说明告诉管理员。' },
  'malformed-request': { title: 'CRM 认为请求格式不对', next: '核对 CRM 地址和版本；仍然这样时请联系管理员。' },
  'unlisted-code': { title: 'CRM 返回了不认识的结果', next: '稍后再读；仍然这样时请把 CRM 的说明告诉管理员。' },
  'signed-in-elsewhere': {
    title: '此账号已在别处登录，令牌失效',
    next: '在「设置 → 连接」中重新登录或粘贴新令牌，然后重新读取。',
  },
  'token-refused': {
    title: 'CRM 不接受这个令牌',
    next: '在「设置 → 连接」中重新登录或粘贴新令牌，然后重新读取。',
  },
  'not-json': { title: 'CRM 返回的内容无法识别', next: '稍后再读；仍然这样时核对 CRM 地址。' },
  'empty-answer': { title: 'CRM 的答复是空的', next: '稍后再读；仍然这样时核对 CRM 地址。' },
  'cut-off': { title: 'CRM 的答复不完整', next: '检查网络后再读。' },
  'answer-for-another-id': { title: 'CRM 返回了另一个商机', next: '稍后再读；仍然这样时请联系 CRM 管理员。' },
} satisfies Record<string, ErrorSentence>;
