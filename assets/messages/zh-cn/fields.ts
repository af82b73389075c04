/** The release document's fields by the API's own names, and what can be wrong with a field's text. */
export const fields = {
  labels: {
    opportunity_id: '商机 ID',
    memo: '释放原因',
    territory_code: '领地',
    operator_id: '操作人 ID',
    operator_name: '操作人姓名',
    out_release_time: '释放时间',
    ext_info: '扩展参数',
    req_id: '请求编号',
  },
  hints: {
    opportunity_id: '只含数字',
    memo: '会写入 CRM 的释放记录',
    territory_code: '领地代码，例如 keruyun_POS_2019',
    operator_id: '在平台登记的操作人编号，例如 kyr13386',
    operator_name: '与操作人 ID 对应的姓名',
    out_release_time: '北京时间；不填则取发送时的时间',
    ext_info: 'JSON 对象，例如 {}；不需要时留空',
    req_id: '自动生成，每个请求唯一',
  },
  issues: {
    required: '请填写',
    'too-long': '内容太长',
    'not-an-id': '格式不对：不能有空格或其他无关字符',
    'not-a-china-time': '请按 2026-11-22 14:05:00 的格式填写（北京时间）',
    'not-a-json-object': '不是有效的 JSON 对象，例如 {"来源":"巡店"}',
    'unknown-field': '接口文档里没有这个字段',
  },
  tooLong: (maximum: number) => `最多 ${maximum} 个字符`,
  issueCount: (count: number) => `有 ${count} 处需要改正`,
};
