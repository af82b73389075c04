import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  form: Record<string, string>;
  /** The body, unread. */
  body: string;
}

export type Reply = (response: ServerResponse, received: Received) => void;

/** A real HTTP server on loopback for client tests: answers by the replies given, the last one again and again. */
export async function startLocalGateway(...replies: Reply[]) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const form = Object.fromEntries(new URLSearchParams(body));
      const { method = '', url = '', headers } = request;
      const entry = { method, url, headers, form, body };
      received.push(entry);
      replies[Math.min(received.length, replies.length) - 1]?.(response, entry);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/router/rest`,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers 200 with this text, as the platform does for errors too. */
export function answer(text: string, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/javascript;charset=UTF-8', ...headers });
    response.end(text);
  };
}

export function answerError(code: number, subCode?: string, message = 'refused'): Reply {
  return answer(JSON.stringify({ error_response: { code, msg: message, sub_code: subCode, request_id: `r${code}` } }));
}
