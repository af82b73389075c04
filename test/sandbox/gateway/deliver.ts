import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { sendText } from '../http-exchange.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { GatewayAnswer } from './gateway.ts';

/** Sends what the gateway decided, and writes into the ledger what became of it. */
export const deliver = async (response: ServerResponse, { reply, dateMs, entry }: GatewayAnswer): Promise<void> => {
  if (response.destroyed || !response.socket || response.socket.destroyed) {
    entry.delivery = 'client-gone';
    return;
  }
  if (reply === 'cut') {
    entry.delivery = 'lost';
    response.socket.destroy();
    return;
  }
  const { status, contentType, pace } = reply;
  const date = { Date: new Date(dateMs).toUTCString() };
  // In the ledger before the caller can know, so that nobody who has the answer finds the entry still pending.
  entry.delivery = isDamaged(entry) ? 'damaged' : 'answered';
  if (pace.kind === 'whole') {
    sendText(response, status, contentType, reply.body, date);
    return;
  }
  const body = Buffer.from(reply.body);
  response.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': pace.kind === 'cut-short' ? body.length + 100 : body.length,
    ...date,
  });
  if (pace.kind === 'cut-short') {
    response.write(body, () => response.socket?.destroy());
    return;
  }
  const pieceBytes = Math.ceil(body.length / pace.pieces);
  for (let from = 0; from < body.length; from += pieceBytes) {
    response.flushHeaders();
    await delay(pace.ms / pace.pieces);
    if (response.destroyed) {
      entry.delivery = 'client-gone';
      return;
    }
    response.write(body.subarray(from, from + pieceBytes));
  }
  response.end();
};

/** Faults whose answer is not the gateway's or the service's own. */
const damaging: readonly string[] = [
  'http-status',
  'html',
  'body',
  'truncated',
  'control-characters',
  'oversize',
  'wrong-value',
  'rows-missing',
  'rows-shuffled',
  'rows-duplicated',
  'extra-fields',
];

const isDamaged = ({ faults, verdict }: LedgerEntry): boolean =>
  faults.some((kind) => damaging.includes(kind) || (kind === 'error' && verdict.kind === 'accepted'));
