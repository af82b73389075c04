import type { Field, FieldFormat } from '@/lib/operations/field';
import type { Channel } from '@/lib/operations/rule';

/** What every page says in one language, whichever operation it is about. */
export interface PageWords {
  generated: string;
  api: string;
  platform: string;
  platforms: Readonly<Record<'top' | 'ikcrm', string>>;
  effect: string;
  effects: Readonly<Record<'read' | 'write', string>>;
  rowsPerRequest: string;
  rows(usual: number, maximum: number): string;
  /** Between a name and what it is; between demands. */
  colon: string;
  semicolon: string;
  undo: string;
  fields: string;
  columns: readonly string[];
  shared: string;
  row: string;
  yes: string;
  no: string;
  from: Readonly<Record<Field['from'], string>>;
  formats: Readonly<Record<FieldFormat, string>>;
  longest(characters: number): string;
  unique: string;
  masked: string;
  madeWhenEmpty: string;
  fromFieldMap: string;
  rules: string;
  noRules: string;
  channels: Readonly<Record<Channel, string>>;
  requiredForChannel(field: string, channels: readonly string[]): string;
  oneOfRequired(fields: readonly string[]): string;
  requiredTogether(fields: readonly string[]): string;
  alwaysSent(fields: readonly string[]): string;
  repeat: string;
  keyField: string;
  repeats: Readonly<Record<'safe' | 'ask' | 'read-again', string>>;
  outcomes: string;
  outcomeColumns: readonly string[];
  answer: string;
  answerColumns: readonly string[];
  noAnswer: string;
  index: string;
}

export const zhCnPage: PageWords = {
  generated: '本页由接口声明生成，请勿手工修改。',
  api: '接口',
  platform: '平台',
  platforms: { top: '淘宝开放平台', ikcrm: '爱客 / 励销 CRM' },
  effect: '作用',
  effects: { read: '只读取', write: '写入' },
  rowsPerRequest: '每个请求的行数',
  rows: (usual, maximum) => (maximum === 1 ? '1' : `默认 ${usual}，最多 ${maximum}；可在「设置 → 默认值」中改`),
  colon: '：',
  semicolon: '；',
  undo: '撤销',
  fields: '字段',
  columns: ['字段', '名称', '类型', '必填', '来自', '要求', '说明'],
  shared: '整个请求',
  row: '每一行',
  yes: '是',
  no: '否',
  from: { page: '页面', settings: '设置', person: '填写', generated: '自动生成', record: '刚读到的记录' },
  formats: {
    text: '文本',
    id: '没有空格的编号',
    'card-id': '没有空格、逗号和等号的卡号',
    'opportunity-id': '只含数字',
    'whole-number': '整数，逐位保留',
    amount: '金额，最多四位小数，逐字保留',
    phone: '电话号码',
    email: '邮箱地址',
    date: '日期，如 2026-11-22',
    'china-time': '北京时间，如 2026-11-22 14:05:00',
    'json-object': 'JSON 对象的文本',
  },
  longest: (characters) => `最多 ${characters} 个字符`,
  unique: '同一请求内不重复',
  masked: '不用时打码显示',
  madeWhenEmpty: '不填则自动生成',
  fromFieldMap: '选项来自 CRM 的字段映射',
  rules: '字段之间的规则',
  noRules: '没有。',
  channels: { call: '智能外呼', sms: '短信', mail: '邮件' },
  requiredForChannel: (field, channels) => `触达方式为${channels.join('、')}时，必须填写 ${field}。`,
  oneOfRequired: (fields) => `${fields.join('、')} 至少填一个。`,
  requiredTogether: (fields) => `${fields.join('、')} 要么都填，要么都不填。`,
  alwaysSent: (fields) => `只发送改动过的字段，加上 ${fields.join('、')}。`,
  repeat: '幂等与重发',
  keyField: '请求编号字段',
  repeats: { safe: '可以安全重发', ask: '由人决定是否重发', 'read-again': '重新读取后判断' },
  outcomes: '结果的含义',
  outcomeColumns: ['结果', '依据'],
  answer: '答复',
  answerColumns: ['字段', '类型'],
  noAnswer: '文档没有描述答复；以之后重新读取的记录为准。',
  index: '接口一览',
};

export const enPage: PageWords = {
  generated: 'Generated from the operation’s declaration; do not edit by hand.',
  api: 'API',
  platform: 'Platform',
  platforms: { top: 'Taobao Open Platform', ikcrm: 'IKCRM / Lixiao CRM' },
  effect: 'Effect',
  effects: { read: 'reads only', write: 'writes' },
  rowsPerRequest: 'Rows per request',
  rows: (usual, maximum) =>
    maximum === 1 ? '1' : `${usual} by default, ${maximum} at most; chosen under Settings → Defaults`,
  colon: ': ',
  semicolon: '; ',
  undo: 'Undo',
  fields: 'Fields',
  columns: ['Field', 'Name', 'Type', 'Required', 'From', 'What it must be', 'Meaning'],
  shared: 'The whole request',
  row: 'Each row',
  yes: 'yes',
  no: 'no',
  from: { page: 'the page', settings: 'settings', person: 'a person', generated: 'made by us', record: 'the record' },
  formats: {
    text: 'text',
    id: 'an ID without spaces',
    'card-id': 'a card ID without spaces, commas and equals signs',
    'opportunity-id': 'digits only',
    'whole-number': 'a whole number, every digit kept',
    amount: 'an amount with at most four decimals, kept as it is written',
    phone: 'a phone number',
    email: 'an email address',
    date: 'a day such as 2026-11-22',
    'china-time': 'China time such as 2026-11-22 14:05:00',
    'json-object': 'the text of a JSON object',
  },
  longest: (characters) => `${characters} characters at most`,
  unique: 'no two rows of a request alike',
  masked: 'shown masked where it is not in use',
  madeWhenEmpty: 'made by us when left empty',
  fromFieldMap: 'one of the CRM’s field map',
  rules: 'Rules between fields',
  noRules: 'None.',
  channels: { call: 'call', sms: 'text message', mail: 'mail' },
  requiredForChannel: (field, channels) =>
    `${field} is required when the plan reaches people by ${channels.join(' or ')}.`,
  oneOfRequired: (fields) => `At least one of ${fields.join(' and ')} is required.`,
  requiredTogether: (fields) => `${fields.join(', ')}: all of them or none.`,
  alwaysSent: (fields) => `Only what was changed is sent, and always ${fields.join(' and ')}.`,
  repeat: 'Idempotency',
  keyField: 'Key field',
  repeats: { safe: 'safe to repeat', ask: 'a person decides', 'read-again': 'the record is read again' },
  outcomes: 'What each outcome means',
  outcomeColumns: ['Outcome', 'Concluded from'],
  answer: 'Answer',
  answerColumns: ['Field', 'Type'],
  noAnswer: 'The document does not describe it; what counts is the record as it reads afterwards.',
  index: 'Operations',
};
