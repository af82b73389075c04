import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';
import { waitUntil } from './wait-until.ts';

export type LedgerReport = ReturnType<Sandbox['ledger']>;

export type TestSandbox = Sandbox & {
  /** For the host permission: ports are no part of a match pattern. */
  originPattern: string;
  /** Waits until the gateway was asked at least `count` times (for one object, when named), then gives the ledger. */
  waitForRequests(count: number, filter?: { object?: string; key?: string }): Promise<LedgerReport>;
  /** One line for each request, for a report to a person. */
  ledgerLines(): string[];
  /**
   * Whether the gateway keeps connections open for the next request; false at first. On one that it used before,
   * Chromium sends a request that was cut once more by itself (`HttpNetworkTransaction::ShouldResendRequest`), and
   * whether there is such a connection is chance.
   */
  keepConnections(isOn: boolean): void;
  /** While it is not, connections are cut as they come, and those that are there at once, as by a pulled cable. */
  setReachable(isReachable: boolean): void;
};

type Exchange = { request: IncomingMessage; response: ServerResponse };

/** The stand-in platform and CRM, in this process; on a free port unless told. */
export async function startTestSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startSandbox(options);
  let isKeeping = false;
  const endConnection = (message: unknown) => {
    const { request, response } = message as Exchange;
    const isGateway = request.socket.localPort === sandbox.port && /^\/(router\/rest|api\/)/.test(request.url ?? '');
    if (isGateway && !isKeeping) response.shouldKeepAlive = false;
  };
  let isReachable = true;
  const sockets = new Set<Socket>();
  const keepSocket = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    if (socket.localPort !== sandbox.port) return;
    if (!isReachable) socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };
  subscribe('http.server.request.start', endConnection);
  subscribe('net.server.socket', keepSocket);
  return {
    ...sandbox,
    close() {
      unsubscribe('http.server.request.start', endConnection);
      unsubscribe('net.server.socket', keepSocket);
      return sandbox.close();
    },
    setReachable(isOn) {
      isReachable = isOn;
      if (!isOn) for (const socket of sockets) socket.destroy();
    },
    keepConnections(isOn) {
      isKeeping = isOn;
    },
    originPattern: 'http://127.0.0.1/*',
    waitForRequests: (count, filter) =>
      waitUntil(`${count} requests at the gateway`, () => {
        const report = sandbox.ledger(filter);
        return report.counts.all.requests >= count && report;
      }),
    ledgerLines: () =>
      sandbox.ledger().entries.map(({ at, method, key, objects, verdict, delivery, signMethod, signature }) => {
        const outcome = verdict.kind === 'refused' ? `refused ${verdict.code} ${verdict.subCode ?? ''}` : verdict.kind;
        return `${at} ${method} key=${key} objects=${objects.join(',')} sign=${signMethod} ${signature} ${outcome} ${delivery}`;
      }),
  };
}
