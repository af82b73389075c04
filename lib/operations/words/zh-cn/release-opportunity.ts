import { fields } from '@/assets/messages/zh-cn/fields';
import { releaseOpportunity as operation } from '@/lib/operations/release-opportunity';
import { type DocumentationWords, type OperationWords, wordsFrom } from '@/lib/operations/words/operation-words';

type FieldName = keyof typeof operation.fields;

export const releaseOpportunity: OperationWords<typeof operation> = {
  title: '释放商机',
  about: '放弃一个商机，之后他人可以认领。',
  fields: wordsFrom(Object.keys(operation.fields) as FieldName[], fields.labels, fields.hints),
};

export const releaseOpportunityPage: DocumentationWords = {
  repeat:
    '文档只说 req_id 每次请求唯一，没有承诺重复请求会被识别。没有收到答复时记为未知，由人核对后再决定；再次发送时使用原来的 req_id。',
  outcomes: [
    ['成功', '答复里的 value 等于要释放的商机 ID。'],
    ['失败', '平台明确拒绝；附平台的说明。'],
    ['未知', '没有收到能识别的答复；答复里没有 value；或 value 是另一个商机 ID。'],
  ],
  undo: '释放后无法撤销，提交前有几秒可以撤回。',
};
