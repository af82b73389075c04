import { defineOperation } from './operation';

const text = { documented: 'String', format: 'text', required: false } as const;

/**
 * 释放商机, `alibaba.alsc.crm.sales.opportunity.process.unfollow`: gives an opportunity back, for others to claim.
 * The document calls `req_id` unique per request and does not promise that a repeat is absorbed, so an unknown
 * outcome is a person's to decide. The answer is the released id; any other value is no proof of success.
 */
export const releaseOpportunity = defineOperation({
  id: 'release-opportunity',
  platform: 'top',
  method: 'alibaba.alsc.crm.sales.opportunity.process.unfollow',
  parameter: 'param_top_leads_release_request',
  fields: {
    opportunity_id: { ...text, required: true, format: 'opportunity-id', maxLength: 32, from: 'page' },
    territory_code: { ...text, required: true, format: 'id', maxLength: 64, from: 'settings' },
    operator_id: { ...text, required: true, format: 'id', maxLength: 64, from: 'settings' },
    operator_name: { ...text, required: true, maxLength: 64, from: 'settings' },
    memo: { ...text, maxLength: 500, from: 'person' },
    out_release_time: { ...text, documented: 'Date', format: 'china-time', maxLength: 19, from: 'person' },
    ext_info: { ...text, format: 'json-object', maxLength: 2000, from: 'person' },
    req_id: { ...text, required: true, format: 'id', maxLength: 64, from: 'generated' },
  },
  key: { field: 'req_id', repeat: 'ask' },
  subjectField: 'opportunity_id',
  rowsPerRequest: { default: 1, maximum: 1 },
  answer: { value: 'String' },
});
