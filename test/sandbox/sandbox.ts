import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { applyChange } from './control/apply-change.ts';
import type { WrittenChange } from './control/change-kinds.ts';
import { createControlEndpoints } from './control/control-endpoints.ts';
import { createFaults, type Fault } from './control/faults.ts';
import { createHeldRequests } from './control/held-requests.ts';
import { readChanges } from './control/read-changes.ts';
import { readControl } from './control/read-control.ts';
import { createShapes, type ShapeSettings } from './control/shapes.ts';
import type { CrmData } from './crm-data/crm-data.ts';
import { createCrmPages } from './crm-pages/crm-pages.ts';
import { deliver } from './gateway/deliver.ts';
import { createGateway, type GatewayAnswer } from './gateway/gateway.ts';
import { readBody, sendText } from './http-exchange.ts';
import { createLedger, type LedgerEntry, type LedgerFilter, type LedgerReport } from './ledger.ts';
import { toRestRequest } from './rest-crm/read-rest-request.ts';
import { createRestApi } from './rest-crm/rest-api.ts';
import { createSandboxData, type SandboxData } from './sandbox-data.ts';

export type SandboxOptions = {
  /** 0, the default: any free port. */
  port?: number;
  /** How many opportunities the CRM holds; 360 by default. */
  opportunities?: number;
  /** Epoch ms. */
  clock?: () => number;
  /** Told of every request to an API once its fate is known. */
  onEntry?: (entry: LedgerEntry) => void;
};

export type Sandbox = {
  /** `http://127.0.0.1:<port>`, without a slash at its end. Also the REST CRM's base address. */
  url: string;
  port: number;
  gatewayUrl: string;
  ledger: (filter?: LedgerFilter) => LedgerReport;
  /** As `POST /__sandbox/control`; throws an Error with the sentence when a fault is not known. */
  addFaults: (faults: (Partial<Fault> & { kind: Fault['kind'] } & Record<string, unknown>)[]) => void;
  /** Shapes stay. */
  clearFaults: () => void;
  setShapes: (shapes: ShapeSettings) => void;
  /** As `POST /__sandbox/data`; throws an Error with the sentence when a change cannot be. */
  changeData: (changes: WrittenChange[]) => void;
  releaseHeld: (how?: 'send' | 'cut') => number;
  heldCount: () => number;
  /** Fresh data, empty ledger, no faults, default shapes; what was held is cut. */
  reset: () => void;
  crm: () => CrmData;
  data: () => SandboxData;
  close: () => Promise<void>;
};

/** Loopback names only, so that no other site's name can be pointed at the sandbox; `*.localhost` lets the CRMs have hosts of their own. */
const isLoopbackHost = (host: string | undefined): boolean =>
  /^(127\.0\.0\.1|([a-z0-9-]+\.)*localhost)(:\d+)?$/.test(host ?? '');

const defaultOpportunityCount = 360;

/** The stand-in for platform, CRMs and pages: one HTTP server on loopback. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const clock = options.clock ?? Date.now;
  const newData = () => createSandboxData(options.opportunities ?? defaultOpportunityCount);
  let data = newData();
  const faults = createFaults();
  const shapes = createShapes();
  const held = createHeldRequests();
  const ledger = createLedger();
  const seenSigns = new Set<string>();
  const reset = () => {
    data = newData();
    faults.clear();
    shapes.clear();
    held.release('cut');
    ledger.clear();
    seenSigns.clear();
  };
  const changeData = (body: unknown): string | undefined => {
    const changes = readChanges(body);
    if (typeof changes === 'string') return changes;
    for (const change of changes) {
      const objection = applyChange(data, change, clock());
      if (objection !== undefined) return objection;
    }
    return undefined;
  };
  const parts = { clock, faults, held, ledger, data: () => data, shape: shapes.shape };
  const gateway = createGateway({ ...parts, seenSigns });
  const restApi = createRestApi(parts);
  const control = createControlEndpoints({ faults, shapes, held, ledger, changeData, reset });
  const pages = createCrmPages(() => data.crm);

  const serveApi = async (
    request: IncomingMessage,
    response: ServerResponse,
    answerWith: (httpMethod: string, body: Buffer) => Promise<GatewayAnswer>,
  ) => {
    const body = await readBody(request);
    if (body === undefined) {
      sendText(response, 413, 'text/plain', 'over 10 MB');
      return;
    }
    const answer = await answerWith(request.method ?? '', body);
    await deliver(response, answer);
    options.onEntry?.(answer.entry);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://sandbox.localhost');
    const { headers } = request;
    if (!isLoopbackHost(headers.host)) sendText(response, 421, 'text/plain', 'loopback names only');
    else if (url.pathname.startsWith('/__sandbox/')) await control(request, response, url);
    else if (url.pathname === '/router/rest') {
      await serveApi(request, response, (httpMethod, body) =>
        gateway({
          httpMethod,
          contentType: headers['content-type'] ?? '',
          ...(headers.origin === undefined ? {} : { origin: headers.origin }),
          query: url.search.slice(1),
          body,
        }),
      );
    } else if (url.pathname.startsWith('/api/')) {
      await serveApi(request, response, (httpMethod, body) => restApi(toRestRequest(httpMethod, url, headers, body)));
    } else pages(request, response, url);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A request that was cut while its body came in lands here too.
      if (!response.headersSent && !response.destroyed) sendText(response, 500, 'text/plain', String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const steer = (body: unknown) => {
    const read = readControl(body);
    if (typeof read === 'string') throw new Error(read);
    faults.add(read.faults);
    shapes.set(read.shapes);
  };

  return {
    url,
    port,
    gatewayUrl: `${url}/router/rest`,
    ledger: ledger.report,
    addFaults: (added) => steer({ faults: added }),
    clearFaults: faults.clear,
    setShapes: (added) => steer({ shapes: added }),
    changeData: (changes) => {
      const objection = changeData({ changes });
      if (objection !== undefined) throw new Error(objection);
    },
    releaseHeld: (how = 'send') => held.release(how),
    heldCount: held.count,
    reset,
    crm: () => data.crm,
    data: () => data,
    close: () => {
      held.release('cut');
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
};
