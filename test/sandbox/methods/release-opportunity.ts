import { formatChinaTime } from '../china-time.ts';
import { territories } from '../crm-data/names.ts';
import { releaseOpportunityDocument } from '../documents/release-opportunity.ts';
import { refuseByService } from '../gateway/refusal.ts';
import type { JsonObject } from '../json.ts';
import type { MethodResult, MethodServices, TopMethod } from './method.ts';
import { objectAt, textAt } from './read-values.ts';

const request = (values: JsonObject) => objectAt(values, 'param_top_leads_release_request');

/**
 * The service's own rules. Only a processed release uses its req_id up: what was refused may come again under the same one.
 * The document does not say what a repeat gets; the default here is the reading that harms a careless caller most.
 */
const perform = (values: JsonObject, { data: { crm }, nowMs, answerToRepeatedKey }: MethodServices): MethodResult => {
  const release = request(values);
  const id = textAt(release, 'opportunity_id') ?? '';
  const requestId = textAt(release, 'req_id') ?? '';

  const releasedBefore = crm.releasesByKey.get(requestId);
  if (releasedBefore !== undefined) {
    return releasedBefore === id && answerToRepeatedKey('error') === 'success'
      ? { answer: { value: id }, processed: false }
      : { refusal: refuseByService('isv.duplicate-request', `重复的请求:${requestId}`) };
  }
  const opportunity = crm.opportunities.get(id);
  if (!opportunity) return { refusal: refuseByService('isv.opportunity-not-exist', `商机不存在:${id}`) };
  if (opportunity.release) return { refusal: refuseByService('isv.opportunity-already-released', `商机已释放:${id}`) };
  const territory = textAt(release, 'territory_code') ?? '';
  if (!territories.includes(territory)) {
    return { refusal: refuseByService('isv.territory-not-exist', `领地不存在:${territory}`) };
  }

  opportunity.release = {
    requestId,
    operatorId: textAt(release, 'operator_id') ?? '',
    operatorName: textAt(release, 'operator_name') ?? '',
    memo: textAt(release, 'memo') ?? '',
    releasedAt: textAt(release, 'out_release_time') ?? formatChinaTime(nowMs),
  };
  crm.releasesByKey.set(requestId, id);
  return { answer: { value: id }, processed: true };
};

export const releaseOpportunity: TopMethod = {
  document: releaseOpportunityDocument,
  session: 'required',
  openToEveryApp: false,
  key: (values) => textAt(request(values), 'req_id'),
  objects: (values) => {
    const id = textAt(request(values), 'opportunity_id');
    return id === undefined ? [] : [id];
  },
  perform,
};
