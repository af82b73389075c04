import { defaultAccount } from './accounts.ts';
import { formatChinaTime } from './china-time.ts';
import { computeSignature } from './gateway/signature.ts';
import type { Sandbox } from './sandbox.ts';

export type Parameters = Record<string, string>;

type ReleaseFields = Record<string, unknown>;

/** The document's own example, as the object parameter's content. */
export const releaseFields = (overrides: ReleaseFields = {}): ReleaseFields => ({
  ext_info: '{}',
  opportunity_id: '20191214888',
  memo: '老板不接受',
  operator_id: 'kyr13386',
  operator_name: '王五',
  out_release_time: '2019-12-09 17:24:43',
  req_id: '6sfhw47qhop',
  territory_code: 'keruyun_POS_2019',
  ...overrides,
});

/** Every parameter of a release but its sign. */
export const releaseParameters = (fields: ReleaseFields = {}, overrides: Parameters = {}): Parameters => ({
  method: 'alibaba.alsc.crm.sales.opportunity.process.unfollow',
  app_key: defaultAccount.appKey,
  session: defaultAccount.session,
  timestamp: formatChinaTime(Date.now()),
  format: 'json',
  v: '2.0',
  sign_method: 'hmac-sha256',
  param_top_leads_release_request: JSON.stringify(releaseFields(fields)),
  ...overrides,
});

export const sign = (parameters: Parameters, secret: string = defaultAccount.appSecret): Parameters => ({
  ...parameters,
  sign: computeSignature(new Map(Object.entries(parameters)), secret, parameters.sign_method ?? '') ?? '',
});

export const without = (parameters: Parameters, ...names: string[]): Parameters =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => !names.includes(name)));

/** Rejects when the connection is cut. */
export const post = (sandbox: Sandbox, parameters: Parameters): Promise<Response> =>
  fetch(sandbox.gatewayUrl, { method: 'POST', body: new URLSearchParams(parameters) });

type ErrorResponse = { code: number; msg: string; sub_code?: string; sub_msg?: string; request_id: string };

export type TopBody = {
  error_response?: ErrorResponse;
  alibaba_alsc_crm_sales_opportunity_process_unfollow_response?: { value: string; request_id: string };
};

export const postForBody = async (sandbox: Sandbox, parameters: Parameters): Promise<TopBody> =>
  (await (await post(sandbox, parameters)).json()) as TopBody;

/** A signed release → its answer. */
export const release = (sandbox: Sandbox, fields: ReleaseFields = {}): Promise<TopBody> =>
  postForBody(sandbox, sign(releaseParameters(fields)));
