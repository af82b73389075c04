import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createControlEndpoints } from './control/control-endpoints.ts';
import { createFaults, type Fault } from './control/faults.ts';
import { createHeldRequests } from './control/held-requests.ts';
import { readFaults } from './control/read-faults.ts';
import { type CrmData, createCrmData } from './crm-data/crm-data.ts';
import { createCrmPages } from './crm-pages/crm-pages.ts';
import { deliver } from './gateway/deliver.ts';
import { createGateway } from './gateway/gateway.ts';
import { readBody, sendText } from './http-exchange.ts';
import { createLedger, type LedgerEntry, type LedgerFilter, type LedgerReport } from './ledger.ts';

export type SandboxOptions = {
  /** 0, the default: any free port. */
  port?: number;
  /** How many opportunities the CRM holds; 360 by default. */
  opportunities?: number;
  /** Epoch ms. */
  clock?: () => number;
  /** Told of every gateway request once its fate is known. */
  onEntry?: (entry: LedgerEntry) => void;
};

export type Sandbox = {
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  url: string;
  port: number;
  gatewayUrl: string;
  ledger: (filter?: LedgerFilter) => LedgerReport;
  /** As `POST /__sandbox/control`; throws an Error with the sentence when a fault is not known. */
  addFaults: (faults: (Partial<Fault> & { kind: Fault['kind'] } & Record<string, unknown>)[]) => void;
  clearFaults: () => void;
  releaseHeld: (how?: 'send' | 'cut') => number;
  heldCount: () => number;
  /** Fresh data, empty ledger, no faults; what was held is cut. */
  reset: () => void;
  crm: () => CrmData;
  close: () => Promise<void>;
};

/** Loopback names only, so that no other site's name can be pointed at the sandbox; `*.localhost` lets the CRMs have hosts of their own. */
const isLoopbackHost = (host: string | undefined): boolean =>
  /^(127\.0\.0\.1|([a-z0-9-]+\.)*localhost)(:\d+)?$/.test(host ?? '');

const defaultOpportunityCount = 360;

/** The stand-in for platform, CRM and pages: one HTTP server on loopback. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const clock = options.clock ?? Date.now;
  const newCrm = () => createCrmData(options.opportunities ?? defaultOpportunityCount);
  let crm = newCrm();
  const faults = createFaults();
  const held = createHeldRequests();
  const ledger = createLedger();
  const seenSigns = new Set<string>();
  const reset = () => {
    crm = newCrm();
    faults.clear();
    held.release('cut');
    ledger.clear();
    seenSigns.clear();
  };
  const gateway = createGateway({ clock, faults, held, ledger, crm: () => crm, seenSigns });
  const control = createControlEndpoints({ faults, held, ledger, reset });
  const pages = createCrmPages(() => crm);

  const serveGateway = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const body = await readBody(request);
    if (body === undefined) {
      sendText(response, 413, 'text/plain', 'over 10 MB');
      return;
    }
    const { origin } = request.headers;
    const answer = await gateway({
      httpMethod: request.method ?? '',
      contentType: request.headers['content-type'] ?? '',
      ...(origin === undefined ? {} : { origin }),
      query: url.search.slice(1),
      body,
    });
    await deliver(response, answer);
    options.onEntry?.(answer.entry);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://sandbox.localhost');
    if (!isLoopbackHost(request.headers.host)) sendText(response, 421, 'text/plain', 'loopback names only');
    else if (url.pathname.startsWith('/__sandbox/')) await control(request, response, url);
    else if (url.pathname === '/router/rest') await serveGateway(request, response, url);
    else pages(request, response, url);
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

  return {
    url,
    port,
    gatewayUrl: `${url}/router/rest`,
    ledger: ledger.report,
    addFaults: (added) => {
      const read = readFaults({ faults: added });
      if (typeof read === 'string') throw new Error(read);
      faults.add(read);
    },
    clearFaults: faults.clear,
    releaseHeld: (how = 'send') => held.release(how),
    heldCount: held.count,
    reset,
    crm: () => crm,
    close: () => {
      held.release('cut');
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
};
