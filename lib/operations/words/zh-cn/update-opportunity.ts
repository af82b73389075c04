import type { updateOpportunity as operation } from '@/lib/operations/update-opportunity';
import type { DocumentationWords, OperationWords } from '@/lib/operations/words/operation-words';

export const updateOpportunity: OperationWords<typeof operation> = {
  title: '修改商机',
  about: '修改 CRM 中一个商机的字段。',
  fields: {
    id: { label: '商机 ID', hint: '在地址里，只含数字' },
    title: { label: '商机标题', hint: '必填；没有改动时原样发送' },
    customer_id: { label: '客户', hint: '取自刚读到的记录，原样发送，不能在这里改' },
    user_id: { label: '负责人 ID', hint: '只含数字' },
    want_department_id: { label: '所属部门 ID', hint: '只含数字' },
    stage: { label: '销售阶段', hint: '选项来自 CRM' },
    kind: { label: '商机类型', hint: '选项来自 CRM' },
    source: { label: '来源', hint: '选项来自 CRM' },
    expect_amount: { label: '预计销售金额', hint: '例如 20000.00；逐字保留，不做换算' },
    expect_sign_date: { label: '预计签单日期', hint: '例如 2026-12-31' },
    get_time: { label: '获取日期', hint: '例如 2026-11-22' },
    customer_requirement: { label: '客户需求', hint: '客户想要什么' },
    note: { label: '备注', hint: '其他说明' },
  },
};

export const updateOpportunityPage: DocumentationWords = {
  repeat: '没有请求编号。没有收到答复时重新读取记录：与要改的一致则成功，否则为未知。',
  outcomes: [
    ['成功', '修改后重新读取，要改的字段都已是新值。'],
    ['部分未生效', '重新读取后，有字段不是要改的值；逐个列出。'],
    ['冲突', '提交前重新读取，要改的字段已被他人改动；没有发送，由人选择。'],
    ['不可编辑', '记录不允许编辑，例如审批中；没有发送。'],
    ['失败', 'CRM 拒绝了修改；附 CRM 的说明。'],
    ['未知', '修改已发出，没有收到能识别的答复，重新读取也无法确认。'],
  ],
  besides: {
    title: '同一表单里的跟进',
    lines: [
      '`POST /api/v2/revisit_logs` 是单独的任务，先记下再发送。与修改一起确认时，修改全部保存之后才发送，否则等人决定。',
      '`revisit_log` 包含 `loggable_id`（Number）、`loggable_type`（`"Opportunity"`）、`content`（String，必填，最多 4000 个字符）、`remind_at` 和 `real_revisit_at`（`YYYY-MM-DD HH:mm`，北京时间）、`category`（String），以及 `loggable_attributes` 中的 `stage`（String），在同一请求里移动阶段。没有填写的不发送。',
      '要移动阶段时，先读取记录；阶段已被他人移动的，不发送。',
      '没有收到答复时，不知道是否已写入，也不会自动再发：CRM 不提供跟进的查询。可以再看一次记录，由人在 CRM 中核对后记下结果。',
      '写入后再读取记录：跟进已写入而阶段没有移动的，分别说明。',
      '跟进不能撤销。',
    ],
  },
  undo: '可以撤销：按修改前的内容写回；之后又被他人改动的字段不会写回。',
};
