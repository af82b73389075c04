import { encodeTopParameters } from '@/lib/platforms/top/encode';
import { isJsonObject, readText } from '@/lib/platforms/top/read-answer';
import { defineOperation, documentedTypes, type RowOutcome } from './operation';

const text = { documented: 'String', format: 'text', required: false } as const;

const fields = {
  opportunity_id: { ...text, required: true, format: 'opportunity-id', maxLength: 32, from: 'page' },
  territory_code: { ...text, required: true, format: 'id', maxLength: 64, from: 'settings' },
  operator_id: { ...text, required: true, format: 'id', maxLength: 64, from: 'settings' },
  operator_name: { ...text, required: true, maxLength: 64, from: 'settings' },
  memo: { ...text, maxLength: 500, from: 'person' },
  out_release_time: { ...text, documented: 'Date', format: 'china-time', maxLength: 19, from: 'person' },
  ext_info: { ...text, format: 'json-object', maxLength: 2000, from: 'person' },
  req_id: { ...text, required: true, format: 'id', maxLength: 64, from: 'generated' },
} as const;

const parameter = 'param_top_leads_release_request';

/**
 * 释放商机, `alibaba.alsc.crm.sales.opportunity.process.unfollow`: gives an opportunity back, for others to claim.
 * The document calls `req_id` unique per request and does not promise that a repeat is absorbed, so an unknown
 * outcome is a person's to decide. The answer is the released id; any other value is no proof of success.
 */
export const releaseOpportunity = defineOperation({
  id: 'release-opportunity',
  platform: 'top',
  method: 'alibaba.alsc.crm.sales.opportunity.process.unfollow',
  parameter,
  fields,
  subjectField: 'opportunity_id',
  key: { field: 'req_id', repeat: 'ask' },
  rowsPerRequest: { default: 1, maximum: 1 },

  buildRequest: ([row], key) =>
    encodeTopParameters({ [parameter]: documentedTypes(fields) }, { [parameter]: { ...row, req_id: key } }),

  readOutcomes: (answer, rows) => rows.map((row) => readRelease(answer, row.opportunity_id ?? '')),
});

function readRelease(answer: unknown, opportunityId: string): RowOutcome {
  const value = isJsonObject(answer) ? readText(answer.value) : undefined;
  if (value === undefined) return { state: 'unknown', reason: 'answer-without-value' };
  if (value === opportunityId) return { state: 'succeeded', value };
  return { state: 'unknown', reason: 'answer-for-another-id', value: value.slice(0, 64) };
}
