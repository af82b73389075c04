import type { sellCards as operation } from '@/lib/operations/sell-cards';
import type { DocumentationWords, OperationWords } from '@/lib/operations/words/operation-words';

export const sellCards: OperationWords<typeof operation> = {
  title: '批量开卡',
  about: '在一个门店批量开通（售出）实体卡。',
  fields: {
    physical_card_ids: { label: '实体卡号', hint: '每行一张卡' },
    brand_id: { label: '品牌 ID', hint: '与外部品牌 ID 至少填一个' },
    out_brand_id: { label: '外部品牌 ID', hint: '与品牌 ID 至少填一个' },
    shop_id: { label: '门店 ID', hint: '与外部门店 ID 至少填一个' },
    out_shop_id: { label: '外部门店 ID', hint: '与门店 ID 至少填一个' },
    operator_id: { label: '操作员 ID', hint: '在平台登记的操作员编号' },
    request_id: { label: '请求编号', hint: '自动生成，用来做幂等' },
  },
};

export const sellCardsPage: DocumentationWords = {
  repeat: '文档说明 request_id 用来做幂等。没有收到答复时，自动用同一个 request_id 再发，不会重复开卡。',
  outcomes: [
    [
      '成功',
      'result_map 里这张卡是 SUCCESS；或没有列出这张卡，但 all_success 和 biz_success 都为 true，列出的卡也都是 SUCCESS。',
    ],
    ['失败', 'result_map 里这张卡是其他说明，原样显示。'],
    ['未知', '答复无法识别；没有列出这张卡，也没有说全部成功；或说法前后矛盾。'],
  ],
  undo: '开卡后无法撤销。',
};
