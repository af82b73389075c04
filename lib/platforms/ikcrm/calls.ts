import { isJsonNumber, rawNumber } from '@/lib/json/raw-number';
import type { IkcrmRequest, IkcrmValue } from './request';
import { ikcrmDevice } from './request';

/** The record before and after an edit. */
export function getOpportunity(id: string): IkcrmRequest {
  return { method: 'GET', path: `/api/v2/opportunities/${id}` };
}

/** Documented as numbers; everything else goes as text: option values are texts there, and amounts must not round. */
const numberFields: ReadonlySet<string> = new Set(['customer_id', 'user_id', 'want_department_id']);

/**
 * The edit, of any of the documented fields; the CRM leaves those that are not named as they are, but wants `title`
 * and `customer_id` each time. An empty text clears a field.
 */
export function putOpportunity(id: string, values: Readonly<Record<string, string>>): IkcrmRequest {
  const opportunity = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, numberFields.has(name) ? idValue(value) : value]),
  );
  return { method: 'PUT', path: `/api/v2/opportunities/${id}`, body: { opportunity } };
}

/** The options of stage, source and kind. */
export function getFieldMaps(): IkcrmRequest {
  return { method: 'GET', path: '/api/v2/field_maps/opportunity' };
}

/** The customer's opportunities, and the names of all stages. `page` counts from 1. */
export function getCustomerOpportunities(customerId: string, page = 1, perPage = 20): IkcrmRequest {
  return {
    method: 'GET',
    path: `/api/v2/customers/${customerId}/opportunities`,
    query: { page: String(page), per_page: String(perPage) },
  };
}

/** The definitions of custom fields by group; `templateId` is the record's `custom_field_template_id`, if it has one. */
export function getCustomFields(templateId?: string): IkcrmRequest {
  return {
    method: 'GET',
    path: '/api/v2/custom_fields/opportunity/by_group',
    query: templateId === undefined ? undefined : { custom_field_template_id: templateId },
  };
}

export interface RevisitLog {
  opportunityId: string;
  content: string;
  /** `YYYY-MM-DD HH:mm`, China's time, as are all times of this CRM. */
  remindAt?: string | undefined;
  realRevisitAt?: string | undefined;
  /** An option's value; which there are differs by company. */
  category?: string | undefined;
  /** Moves the opportunity to this stage in the same call. */
  stage?: string | undefined;
}

/** Writes a follow-up. The CRM absorbs no repeat: sent twice, it is there twice. */
export function postRevisitLog({ opportunityId, content, ...log }: RevisitLog): IkcrmRequest {
  const revisitLog: Record<string, IkcrmValue> = {
    loggable_id: idValue(opportunityId),
    loggable_type: 'Opportunity',
    content,
  };
  if (log.remindAt) revisitLog.remind_at = log.remindAt;
  if (log.realRevisitAt) revisitLog.real_revisit_at = log.realRevisitAt;
  if (log.category) revisitLog.category = log.category;
  if (log.stage) revisitLog.loggable_attributes = { stage: log.stage };
  return { method: 'POST', path: '/api/v2/revisit_logs', body: { revisit_log: revisitLog } };
}

export interface IkcrmCredentials {
  login: string;
  password: string;
  /** The company's id, which some editions ask for. */
  corpId?: string | undefined;
}

export function postSignIn({ login, password, corpId }: IkcrmCredentials): IkcrmRequest {
  const body = { login, password, ...ikcrmDevice, ...(corpId && { corp_id: corpId }) };
  return { method: 'POST', path: '/api/v2/auth/login', body, isSignIn: true, secrets: [password] };
}

function idValue(id: string): IkcrmValue {
  if (id === '') return null;
  return isJsonNumber(id) ? rawNumber(id) : id;
}
