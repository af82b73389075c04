import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type InstantServer = {
  gatewayUrl: string;
  requests(): number;
  /** How long each answer is held back from now on, milliseconds. */
  setLatency(ms: number): void;
  close(): Promise<void>;
};

/**
 * A gateway that opens every card at once and checks nothing: what is measured is ours. Whatever else is asked goes on
 * to the sandbox's gateway.
 */
export async function startInstantServer(sandboxGatewayUrl: string): Promise<InstantServer> {
  let requests = 0;
  let latencyMs = 0;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString();
      response.setHeader('Content-Type', 'text/javascript;charset=UTF-8');
      if (!body.includes('card.batch.sell')) {
        passOn(sandboxGatewayUrl, body).then(
          (text) => response.end(text),
          () => response.destroy(),
        );
        return;
      }
      requests += 1;
      const answer = () => response.end(answerTo(body));
      if (latencyMs > 0) setTimeout(answer, latencyMs);
      else answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    gatewayUrl: `http://127.0.0.1:${port}/router/rest`,
    requests: () => requests,
    setLatency: (ms) => {
      latencyMs = ms;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function passOn(gatewayUrl: string, body: string): Promise<string> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded;charset=utf-8' };
  const response = await fetch(gatewayUrl, { method: 'POST', headers, body });
  return response.text();
}

function answerTo(body: string): string {
  const form = new URLSearchParams(body);
  const sale: { physical_card_ids?: string[] } = JSON.parse(form.get('param_batch_open_card_open_req') ?? '{}');
  const resultMap = JSON.stringify(Object.fromEntries((sale.physical_card_ids ?? []).map((id) => [id, 'SUCCESS'])));
  const result = { result_map: resultMap, all_success: 'true' };
  return JSON.stringify({
    alibaba_alsc_crm_card_batch_sell_response: {
      result: { result, biz_success: true, result_code: 'SUCCESS' },
      request_id: 'bench',
    },
  });
}
