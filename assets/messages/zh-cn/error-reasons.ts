// By its whole name: the commands of this project read this file without a bundler.
import { draftReasons } from './draft-reasons.ts';
import type { ErrorSentence } from './errors';
import { tableReasons } from './table-reasons.ts';
import { vaultReasons } from './vault-reasons.ts';

/** Finer sentences, by `reason` or, where a reason means two things, by `code/reason`. */
export const errorReasons = {
  'paused-by-person': { title: '已手动暂停', next: '已发出的会等到结果，其余不再发送。点「继续」从这里接着做。' },
  'same-failure': {
    title: '连续 5 次同样的失败，已暂停',
    next: '先看下面的原因，改正后再继续；其余的很可能也会这样失败。',
  },
  'unknown/no-answers': {
    title: '连续 5 次结果不明，已暂停',
    next: '先检查网络和连接地址，并在 CRM 中核对已发出的。点「继续」只发送还没发出的。',
  },
  'too-many-rows': { title: '平台一次收不下这么多', next: '已自动减半重发；仍然失败时，请联系平台确认每批的上限。' },
  'invalid-input/too-many-rows': {
    title: '超过了一批最多的条数',
    next: '分成几批提交。上限由管理员设置，需要更多时请联系管理员。',
    titleAt: (path: string) => `一批最多 ${/\d+/.exec(path)?.[0] ?? ''} 条`,
  },
  'dry-run-required': {
    title: '公司策略要求先预览再发送，还没有发送',
    next: '先在预览里核对将要发送的内容，再按一次发送。',
  },

  'no-connection': { title: '还没有连接', next: '在「设置 → 连接」中添加一个开放平台连接。' },
  'connection-changed': {
    title: '任务创建时的连接已被修改或删除',
    next: '任务不会改用其他连接发送。恢复原来的地址和 App Key，或取消任务。',
  },
  'wrong-secret': { title: '签名不对', next: '在「设置 → 连接」中重新填写 App Secret，并核对签名方式。' },
  'unknown-app': { title: '平台不认识这个 App Key', next: '在「设置 → 连接」中核对 App Key。' },
  'no-permission': { title: '此应用没有这个接口的权限', next: '请管理员在开放平台申请接口权限。' },
  'ip-not-allowed': { title: '当前网络的 IP 不在白名单内', next: '请管理员在开放平台添加 IP，或切换到公司网络。' },
  'session-missing': { title: '没有填写 session', next: '在「设置 → 连接」中填写授权得到的 session。' },
  'session-expired': { title: 'session 已过期', next: '重新授权，并在「设置 → 连接」中更新 session。' },
  'session-too-weak': { title: 'session 的授权级别不够', next: '由有权限的账号重新授权，并更新 session。' },
  'host-permission-missing': { title: '浏览器还不允许访问这个地址', next: '在「设置 → 连接」中点「允许访问」。' },
  'host-permission-refused': {
    title: '浏览器没有允许访问这个地址',
    next: '再试一次，并在浏览器的询问中选择「允许」。',
  },
  'endpoint-not-allowed': { title: '公司策略不允许这个地址', next: '改用策略允许的地址，或联系管理员。' },
  'operation-disabled': { title: '公司策略停用了这项操作', next: '请联系管理员。' },
  'wrong-sender': { title: '这个页面不能发起此操作', next: '请在商机助手的弹窗或侧边栏中操作。' },

  required: { title: '有必填项没有填写', next: '填写后再提交。', titleAt: (path: string) => `${path} 没有填写` },
  'too-long': { title: '内容太长', next: '缩短后再提交。', titleAt: (path: string) => `${path} 太长` },
  'not-an-id': {
    title: '编号的格式不对',
    next: '去掉空格和其他无关字符。',
    titleAt: (path: string) => `${path} 的格式不对`,
  },
  'not-a-china-time': { title: '时间的格式不对', next: '按 2026-11-22 14:05:00 的格式填写（北京时间）。' },
  'not-a-json-object': { title: '扩展参数不是 JSON 对象', next: '改为 {"名称":"值"} 的形式，或留空。' },
  'unknown-field': {
    title: '接口文档里没有这个字段',
    next: '删除后再提交。',
    titleAt: (path: string) => `接口文档里没有 ${path}`,
  },

  'not-a-url': { title: '不是有效的地址', next: '填写完整地址，例如 https://eco.taobao.com/router/rest。' },
  'not-https': { title: '地址必须以 https:// 开头', next: '只有本机地址可以使用 http。' },
  'invalid-input/not-json': { title: '文件不是 JSON', next: '选择由商机助手导出的设置文件。没有改动任何设置。' },
  'wrong-version': { title: '设置文件的版本不支持', next: '目前支持 version 1。没有改动任何设置。' },
  'unknown-key': {
    title: '设置文件里有不认识的项目',
    next: '删除或改正后再导入。没有改动任何设置。',
    titleAt: (path: string) => `不认识的项目：${path}`,
  },
  'bad-value': {
    title: '设置文件里有不正确的值',
    next: '改正后再导入。没有改动任何设置。',
    titleAt: (path: string) => `值不正确：${path}`,
  },
  'platform-not-supported': {
    title: '这个版本还不支持这个平台',
    next: '从设置文件中删去这个连接后再导入。没有改动任何设置。',
    titleAt: (path: string) => `这个版本还不支持这个平台：${path}`,
  },
  'policy-loosened': {
    title: '这份文件会放宽现行策略',
    next: '确认需要放宽时，请选择「放宽策略并导入」；否则从文件中删去 policy 后再导入。没有改动任何设置。',
    titleAt: (path: string) => `这份文件会放宽现行策略：${path}`,
  },
  'duplicate-id': { title: '编号重复', next: '换一个编号。', titleAt: (path: string) => `编号重复：${path}` },
  'rule-exists': {
    title: '已有相同编号的规则',
    next: '换一个编号，或替换现有的规则。',
    titleAt: (path: string) => `已有编号为 ${path} 的规则`,
  },
  'one-rule-only': { title: '这里只能有一个规则', next: '每次填写一个规则。' },
  'more-than-sites': {
    title: '这不是只含规则的文件',
    next: '整个设置文件请在「设置 → 数据」中导入。没有改动任何规则。',
    titleAt: (path: string) => `规则文件里只能有 sites，不能有 ${path}`,
  },
  'page-not-read': { title: '这个页面没有回答', next: '在页面上点击工具栏图标后再试。' },
  'no-such-rule': { title: '没有这个规则', next: '它可能已被删除，请重新打开这一页。' },
  'file-too-large': { title: '文件太大', next: '设置文件不应超过 1 MB，请确认选对了文件。' },

  'file-unreadable': { title: '读不了这个文件', next: '它可能被移动或改动过，请重新选择。没有改动任何设置。' },
  'too-late': { title: '来不及撤回，请求已发出', next: '等待结果；释放成功后无法撤销。' },
  'draft-changed': { title: '这份草稿在另一个窗口中已提交或修改', next: '重新打开表单。' },

  'no-answer': { title: '已发出，但没有收到答复', next: '先在 CRM 中核对，再选择处理方式。不会自动重发。' },
  connection: { title: '连接中断', next: '检查网络、代理和连接地址。' },
  interrupted: { title: '发送时后台被中断，没有收到答复', next: '先在 CRM 中核对，再选择处理方式。不会自动重发。' },
  'not-a-top-gateway': {
    title: '这个地址不是开放平台网关',
    next: '核对地址，通常是 https://eco.taobao.com/router/rest。',
  },
  html: { title: '对方返回了网页，而不是接口答复', next: '核对连接地址；公司网络可能需要先登录。' },
  'unreadable-answer/not-json': { title: '平台的答复不是 JSON', next: '核对连接地址，或稍后重试。' },
  'too-large': { title: '平台的答复异常大', next: '核对连接地址是否正确。' },
  'http-status': { title: '服务器返回错误状态', next: '稍后重试；持续出现时请联系管理员。' },
  'malformed-request': { title: '平台认为请求格式有误', next: '这是商机助手的问题，请把 request_id 告诉管理员。' },
  'called-off': { title: '已撤回', next: '没有发送任何内容。' },

  'no-network': { title: '当前没有网络', next: '恢复网络后会自动继续，内容已保留。' },
  'platform-unavailable': { title: '平台暂时不可用', next: '稍后会再试；结果不明时，先在 CRM 中核对。' },
  'service-error': { title: '平台的业务系统出错，结果不明', next: '先在 CRM 中核对，再选择处理方式。' },
  'intent-used': {
    title: '这份表单已在另一个窗口提交，内容与这里不同',
    next: '这里的内容没有提交，都还保留着。先看看那个任务，再决定是否作为新的一份继续。',
  },
  'rows-at-work': {
    title: '其中有内容已在另一个未结束的任务里',
    next: '这一批全部没有提交。去掉这些内容后再提交，或等那个任务结束。',
  },
  'form-in-use': {
    title: '表单里还有没提交的内容',
    next: '先提交或清空表单，再取回这里的内容。',
  },
  'nothing-to-take-up': { title: '没有可以取回的内容', next: '这些内容之后都进了别的任务，请在任务列表中查看。' },
  'endpoint-has-extras': { title: '地址中有多余的内容', next: '地址中不能有用户名、查询参数或 # 片段。' },
  cancelled: { title: '已取消', next: '没有再发送。' },
  'already-done': {
    title: '平台说这个商机已经释放过',
    next: '可能是他人，也可能是本次请求先到了一步。请在 CRM 中核对。',
  },
  'duplicate-request': { title: '平台认为这个请求编号已经用过', next: '先在 CRM 中核对上一次请求是否已生效。' },
  'contradictory-answer': { title: '平台的答复前后矛盾', next: '先在平台上核对，再选择处理方式。' },
  'not-in-answer': { title: '平台的答复里没有这一条', next: '先在 CRM 中核对，再选择处理方式。' },
  'answer-without-value': { title: '平台的答复里没有商机 ID', next: '先在 CRM 中核对，再选择处理方式。' },
  'unknown/answer-for-another-id': {
    title: '平台返回的商机 ID 与提交的不同',
    next: '两个商机都在 CRM 中核对，并把 request_id 交给平台支持。',
  },
  unreadable: { title: '收到答复，但无法识别', next: '先在 CRM 中核对，再选择处理方式。' },
  'secret-missing': { title: '这个连接没有保存 App Secret', next: '在「设置 → 连接」中填写。' },
  'site-not-granted': { title: '浏览器还不允许访问这个站点', next: '在「设置 → 站点」中允许访问。' },
  'seal-expired': { title: '页面停留太久', next: '重新打开页面后再填写密钥。' },
  'seal-broken': { title: '密钥没有完整送达', next: '重新填写后再保存。' },
  'no-such-job': { title: '没有这个任务', next: '返回任务列表查看。' },
  'row-not-unknown': { title: '这个结果已经处理过', next: '刷新后查看最新状态。' },
  'sent-together': {
    title: '同一个请求里有的行已经有了结果',
    next: '再发会让它们重复执行。先在平台核对，再标记为成功或失败。',
  },
  'cancel-under-way': { title: '任务正在取消', next: '等已发出的请求有了结果，再选择处理方式。' },
  'unknown-operation': { title: '这个版本不认识这项操作', next: '更新商机助手后再试。' },
  'no-reply': { title: '后台没有响应', next: '重新打开后再试，已记录的任务不受影响。' },

  ...draftReasons,
  ...tableReasons,
  ...vaultReasons,
} satisfies Record<string, ErrorSentence>;
