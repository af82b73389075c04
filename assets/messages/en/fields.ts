import type { fields as source } from '@/assets/messages/zh-cn/fields';

export const fields: typeof source = {
  labels: {
    opportunity_id: 'Opportunity ID',
    memo: 'Reason',
    territory_code: 'Territory',
    operator_id: 'Operator ID',
    operator_name: 'Operator name',
    out_release_time: 'Release time',
    ext_info: 'Extra parameters',
    req_id: 'Request key',
  },
  hints: {
    opportunity_id: 'Digits only',
    memo: 'Written into the CRM’s release record',
    territory_code: 'The territory’s code, for example keruyun_POS_2019',
    operator_id: 'The operator’s number at the platform, for example kyr13386',
    operator_name: 'The name that belongs to the operator ID',
    out_release_time: 'China time. Left empty: the time of sending',
    ext_info: 'A JSON object such as {}. Leave empty if not needed',
    req_id: 'Generated, unique for each request',
  },
  issues: {
    required: 'Please fill this in',
    'too-long': 'Too long',
    'not-an-id': 'Not valid here: no spaces or stray characters',
    'not-a-china-time': 'Write it as 2026-11-22 14:05:00 (China time)',
    'not-a-json-object': 'Not a valid JSON object, for example {"source":"visit"}',
    'unknown-field': 'The API’s document has no such field',
  },
  tooLong: (maximum) => `At most ${maximum} characters`,
  issueCount: (count) => (count === 1 ? '1 field needs correcting' : `${count} fields need correcting`),
};
