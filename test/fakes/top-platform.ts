import { createHmac } from 'node:crypto';

export interface PlatformRequest {
  endpoint: string;
  /** What `fetch` was given beside the address. */
  init: RequestInit;
  form: Record<string, string>;
  /** Whether the gateway took it: app key, time, sign and session were right. */
  isAccepted: boolean;
}

/** What becomes of one request. `lost`: done, and the answer never comes. `cut`: not even that. `hang`: no end. */
export type PlatformMove = 'release' | 'lost' | 'cut' | 'hang' | { error: Record<string, unknown> };

export interface TopPlatform {
  fetch: typeof fetch;
  requests: PlatformRequest[];
  /** The keys under which an opportunity was released. */
  released: Map<string, string[]>;
  /** What the next requests get; afterwards everything is released. */
  moves: PlatformMove[];
}

const parameter = 'param_top_leads_release_request';

/** The platform as `fetch`, with a signature check of its own; answers the release as documented. */
export function createTopPlatform(account: {
  appKey: string;
  appSecret: string;
  session: string;
  clock: () => number;
}): TopPlatform {
  const requests: PlatformRequest[] = [];
  const released = new Map<string, string[]>();
  const moves: PlatformMove[] = [];

  async function answer(endpoint: unknown, init: RequestInit = {}): Promise<Response> {
    const form = Object.fromEntries(init.body as URLSearchParams);
    const refusal = refuse(form, account);
    const request = { endpoint: String(endpoint), init, form, isAccepted: refusal === undefined };
    requests.push(request);
    const requestId = `request-${requests.length}`;
    const move = refusal ?? moves.shift() ?? 'release';
    if (move === 'hang') return new Promise(() => {});
    if (move === 'cut') throw new TypeError('Failed to fetch');
    if (typeof move === 'object') return respond({ error_response: { ...move.error, request_id: requestId } }, account);
    const { opportunity_id: id = '', req_id: key = '' } = readParameter(form);
    if (id === '') return respond({ error_response: { code: 40, msg: 'Missing required arguments' } }, account);
    released.set(id, [...(released.get(id) ?? []), key]);
    if (move === 'lost') throw new TypeError('Failed to fetch');
    const wrapper = `${form.method?.replaceAll('.', '_')}_response`;
    return respond({ [wrapper]: { value: id, request_id: requestId } }, account);
  }

  return { fetch: answer, requests, released, moves };
}

function refuse(
  form: Record<string, string>,
  account: { appKey: string; appSecret: string; session: string; clock: () => number },
): { error: Record<string, unknown> } | undefined {
  const time = Date.parse(`${form.timestamp?.replace(' ', 'T')}+08:00`);
  if (form.app_key !== account.appKey) return { error: { code: 29, msg: 'Invalid app Key' } };
  if (!(Math.abs(time - account.clock()) <= 600_000)) return { error: { code: 31, msg: 'Invalid timestamp' } };
  if (form.sign !== signForm(form, account.appSecret)) return { error: { code: 25, msg: 'Invalid signature' } };
  if (form.session !== account.session) return { error: { code: 27, msg: 'Invalid session' } };
  return undefined;
}

function signForm(form: Record<string, string>, secret: string): string {
  const names = Object.keys(form).filter((name) => name !== 'sign');
  const text = names.sort().reduce((all, name) => all + name + form[name], '');
  return createHmac('sha256', secret).update(text, 'utf8').digest('hex').toUpperCase();
}

function readParameter(form: Record<string, string>): Record<string, string> {
  return JSON.parse(form[parameter] ?? '{}') as Record<string, string>;
}

function respond(body: unknown, { clock }: { clock: () => number }): Response {
  const headers = { 'content-type': 'text/javascript;charset=UTF-8', date: new Date(clock()).toUTCString() };
  return new Response(JSON.stringify(body), { headers });
}
