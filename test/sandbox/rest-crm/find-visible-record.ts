import type { RestCall } from './rest-call.ts';
import { findRecord, type RestRecord } from './rest-crm-data.ts';
import { noPermission, notFound, type RestRefusal } from './rest-refusal.ts';

/** This CRM does not tell "not there" from "not for you", unless asked to. */
export const findVisibleRecord = ({ data, shape }: RestCall, id: string): RestRecord | RestRefusal => {
  const record = findRecord(data.restCrm, data.crm, id);
  if (record && !record.details.isHidden) return record;
  return !record && shape('rest-not-found') === '404' ? notFound : noPermission;
};
