import type { queryImSettings as operation } from '@/lib/operations/query-im-settings';
import type { DocumentationWords, OperationWords } from '@/lib/operations/words/operation-words';

export const queryImSettings: OperationWords<typeof operation> = {
  title: '询盘与接待设置',
  about: '查询一个账号的询盘和 IM 分配设置：分配方式，以及哪些子账号参与接待。',
  fields: {
    self_account_id: { label: '账号 ID', hint: '自己的账号编号，只含数字' },
  },
};

export const queryImSettingsPage: DocumentationWords = {
  repeat: '只读取，不改变任何内容，可以随时再查。',
  outcomes: [
    ['已读取', 'success 为 true，且设置和每个子账号都能识别。'],
    ['被拒绝', 'success 为 false；显示平台的说明。'],
    [
      '未告知',
      'success 为 true，但没有子账号名单；空的名单才是没有人。保留上一次的结果，不记为变化；第一次查询时其余设置照样保留。',
    ],
    ['无法识别', '设置或任何一个子账号无法识别；不会当作空列表，保留上一次的结果。'],
  ],
  undo: '没有需要撤销的内容。',
};
