import type { IncomingMessage, ServerResponse } from 'node:http';

const longestBodyBytes = 10 * 1024 * 1024;

/** The request's body, or undefined when it is over 10 MB. */
export const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    // Read to its end even when it is too long: leaving the loop would destroy the connection before the refusal is sent.
    if (bytes <= longestBodyBytes) pieces.push(piece);
  }
  return bytes > longestBodyBytes ? undefined : Buffer.concat(pieces);
};

/** The whole of a small answer. No CORS header is ever set: an extension needs its host permission here, as at the platform. */
export const sendText = (
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(body);
};

export const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
  sendText(response, status, 'application/json;charset=UTF-8', JSON.stringify(value));
