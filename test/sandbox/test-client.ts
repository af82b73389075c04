import { defaultAccount, defaultRestToken } from './accounts.ts';
import { formatChinaTime } from './china-time.ts';
import { computeSignature } from './gateway/signature.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from './json.ts';
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

/** Every parameter of a call to any method but its sign. */
export const callParameters = (method: string, business: Parameters): Parameters => ({
  method,
  app_key: defaultAccount.appKey,
  session: defaultAccount.session,
  timestamp: formatChinaTime(Date.now()),
  format: 'json',
  v: '2.0',
  sign_method: 'hmac-sha256',
  ...business,
});

/** Every parameter of a release but its sign. */
export const releaseParameters = (fields: ReleaseFields = {}, overrides: Parameters = {}): Parameters => ({
  ...callParameters('alibaba.alsc.crm.sales.opportunity.process.unfollow', {
    param_top_leads_release_request: JSON.stringify(releaseFields(fields)),
  }),
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

/** A signed call → its answer, its numbers as they were written. */
export const call = async (sandbox: Sandbox, method: string, business: Parameters): Promise<JsonObject> => {
  const answer = parseJson(await (await post(sandbox, sign(callParameters(method, business)))).text());
  return isJsonObject(answer) ? answer : {};
};

/** What stands at a path of names in an answer; undefined when nothing does. */
export const at = (value: Json | undefined, ...names: (string | number)[]): Json | undefined => {
  let found = value;
  for (const name of names) {
    if (Array.isArray(found) && typeof name === 'number') found = found[name];
    else found = isJsonObject(found) && typeof name === 'string' ? found[name] : undefined;
  }
  return found;
};

type RestOptions = { token?: string; headers?: Record<string, string>; body?: unknown; text?: string };

/** A call to the REST CRM; `text` in a body's place is sent as it stands. */
export const askRest = (sandbox: Sandbox, route: string, options: RestOptions = {}): Promise<Response> => {
  const [method = '', path = ''] = route.split(' ');
  const body = options.text ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  return fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      Authorization: `Token token=${options.token ?? defaultRestToken}, device=open_api, version_code=9.9.9`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
      ...options.headers,
    },
    ...(body === undefined ? {} : { body }),
  });
};

/** The answer's status and body, its numbers as they were written. */
export const rest = async (sandbox: Sandbox, route: string, options: RestOptions = {}) => {
  const answer = await askRest(sandbox, route, options);
  const body = parseJson(await answer.text());
  return { status: answer.status, body, data: at(body, 'data') };
};
