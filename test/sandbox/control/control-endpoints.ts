import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http-exchange.ts';
import type { Ledger, LedgerFilter } from '../ledger.ts';
import type { Faults } from './faults.ts';
import type { HeldRequests } from './held-requests.ts';
import { readControl } from './read-control.ts';
import type { Shapes } from './shapes.ts';

export type ControlParts = {
  faults: Faults;
  shapes: Shapes;
  held: HeldRequests;
  ledger: Ledger;
  /** Undefined when all was done; a sentence otherwise. */
  changeData: (body: unknown) => string | undefined;
  reset: () => void;
};

/** A page may not steer the sandbox: browsers mark what a page sends with Origin or Sec-Fetch-Site. */
const comesFromPage = ({ headers }: IncomingMessage): boolean =>
  headers.origin !== undefined || !['none', undefined].includes(headers['sec-fetch-site'] as string | undefined);

const isControlHost = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? '');

const readJsonBody = async (request: IncomingMessage): Promise<unknown> => {
  const body = await readBody(request);
  try {
    return body === undefined || body.length === 0 ? undefined : JSON.parse(body.toString());
  } catch {
    return undefined;
  }
};

const readFilter = (query: URLSearchParams): LedgerFilter => {
  const filter: LedgerFilter = {};
  for (const name of ['method', 'key', 'object'] as const) {
    const value = query.get(name);
    if (value !== null) filter[name] = value;
  }
  const since = query.get('since');
  return since === null ? filter : { ...filter, since: Number(since) };
};

/** Everything under `/__sandbox/`: ledger, control, data, reset, release-held. */
export const createControlEndpoints = ({ faults, shapes, held, ledger, changeData, reset }: ControlParts) => {
  const state = () => ({ faults: faults.list(), shapes: shapes.list(), held: held.count() });
  const endpoints: Record<string, (request: IncomingMessage, url: URL) => Promise<unknown> | unknown> = {
    'GET /__sandbox/ledger': (_request, url) => ledger.report(readFilter(url.searchParams)),
    'DELETE /__sandbox/ledger': () => {
      ledger.clear();
      return ledger.report();
    },
    'GET /__sandbox/control': state,
    'POST /__sandbox/control': async (request) => {
      const read = readControl(await readJsonBody(request));
      if (typeof read === 'string') return { error: read };
      faults.add(read.faults);
      shapes.set(read.shapes);
      return state();
    },
    'DELETE /__sandbox/control': () => {
      faults.clear();
      shapes.clear();
      return state();
    },
    'POST /__sandbox/data': async (request) => {
      const error = changeData(await readJsonBody(request));
      return error === undefined ? state() : { error };
    },
    'POST /__sandbox/release-held': async (request) => {
      const body = await readJsonBody(request);
      const cut = typeof body === 'object' && body !== null && 'how' in body && body.how === 'cut';
      return { released: held.release(cut ? 'cut' : 'send') };
    },
    'POST /__sandbox/reset': () => {
      reset();
      return state();
    },
  };

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (!isControlHost(request.headers.host) || comesFromPage(request)) {
      sendJson(response, 403, { error: 'the sandbox is steered from 127.0.0.1 or localhost, and never by a page' });
      return;
    }
    const endpoint = endpoints[`${request.method} ${url.pathname}`];
    if (!endpoint) {
      sendJson(response, 404, { error: `there is: ${Object.keys(endpoints).join(', ')}` });
      return;
    }
    const answer = await endpoint(request, url);
    const failed = typeof answer === 'object' && answer !== null && 'error' in answer;
    sendJson(response, failed ? 400 : 200, answer);
  };
};
