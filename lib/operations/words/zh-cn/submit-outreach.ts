import type { submitOutreach as operation } from '@/lib/operations/submit-outreach';
import type { DocumentationWords, OperationWords } from '@/lib/operations/words/operation-words';

export const submitOutreach: OperationWords<typeof operation> = {
  title: '提交触达任务',
  about: '把一批智能外呼、短信或邮件任务提交到一个触达计划。',
  fields: {
    task_unique_code: { label: '批次编号', hint: '自动生成，每个请求唯一' },
    batch_num: { label: '批次号', hint: '决定各批次执行的先后，例如 1' },
    plan_id: { label: '计划 ID', hint: '触达计划的编号，只含数字' },
    use_platform: { label: '使用平台', hint: '账本计费：使用账本的平台' },
    book_code: { label: '账本码', hint: '账本计费：账本的代码' },
    book_owner_id: { label: '账本持有人 ID', hint: '账本计费：持有人的编号，只含数字' },
    phone_number: { label: '手机号码', hint: '外呼和短信计划必填，例如 18717866218' },
    email: { label: '邮箱', hint: '邮件计划必填' },
    user_name: { label: '会员名称', hint: '触达对象的称呼' },
    input_params: { label: '入参变量', hint: 'JSON 对象；没有变量时填 {}' },
    output_params: { label: '出参变量', hint: '回收结果的槽位，JSON 对象；没有时填 {}' },
    plan_execute_start_time: { label: '计划开始时间', hint: '北京时间；不填则由计划决定' },
    appointment_time_id: { label: '预约时间段 ID', hint: '只含数字' },
    policy_id: { label: '预约策略 ID', hint: '预约回拨任务的策略编号，只含数字' },
    biz_id: { label: '业务 ID', hint: '用来查询和核对结果；不填则自动生成' },
    outer_user_id: { label: '外部会员 ID', hint: '例如淘宝 uid' },
    cms_user_id: { label: 'CMS 会员 ID', hint: '只含数字' },
    cms_member_type: { label: 'CMS 客户类型', hint: '新版客户类型，替代来源 ID' },
    source_id: { label: 'CMS 来源 ID', hint: '只含数字' },
    department_id: { label: '部门 ID', hint: '开通 CMS 的部门编号，只含数字' },
    book_user_id: { label: '消费主体 ID', hint: '不填则记在持卡人名下，只含数字' },
    book_charge_biz_info: { label: '消费业务信息', hint: '计费时附带的信息，JSON 对象' },
  },
};

export const submitOutreachPage: DocumentationWords = {
  repeat:
    '文档没有承诺重复的 task_unique_code 会被识别。没有收到答复时记为未知，由人核对后再决定；再次发送时使用原来的编号。',
  outcomes: [
    [
      '成功',
      '答复里有这个任务的 task_id，且任务自己没有说失败；按 biz_id 对应，没有回传 biz_id 时按唯一的手机号或邮箱对应，从不按顺序对应。code 为 400 而 success 为 true 不算失败。',
    ],
    ['失败', '任务自己的 success 为 false；或整批 success 为 false，而这个任务没有 task_id。附平台的说明。'],
    ['未知', '没有收到能识别的答复；答复里没有这个任务或前后矛盾；或有已受理的任务对不上任何一行。'],
  ],
  undo: '提交后无法撤销。',
};
