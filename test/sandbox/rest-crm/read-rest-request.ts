import type { IncomingHttpHeaders } from 'node:http';
import { isJsonObject, type JsonObject, parseJson } from '../json.ts';
import type { RestRoute } from './rest-call.ts';

export type RestRequest = {
  httpMethod: string;
  path: string;
  query: URLSearchParams;
  contentType: string;
  authorization: string | undefined;
  origin: string | undefined;
  hasCookie: boolean;
  body: Buffer;
};

export const toRestRequest = (
  httpMethod: string,
  url: URL,
  headers: IncomingHttpHeaders,
  body: Buffer,
): RestRequest => ({
  httpMethod,
  path: url.pathname,
  query: url.searchParams,
  contentType: headers['content-type'] ?? '',
  authorization: headers.authorization,
  origin: headers.origin,
  hasCookie: headers.cookie !== undefined,
  body,
});

/** Undefined: not a JSON object in UTF-8, or not said to be JSON. */
export const readRestBody = ({ httpMethod, contentType, body }: RestRequest): JsonObject | undefined => {
  if (httpMethod === 'GET') return {};
  if (!/^application\/json\s*(;|$)/i.test(contentType)) return undefined;
  try {
    const value = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** What this CRM would let pass in silence. */
export const requestViolations = (request: RestRequest, route: RestRoute | undefined): string[] => {
  const violations: string[] = [];
  for (const name of request.query.keys()) {
    if (!route?.query.includes(name)) violations.push(`unknown-parameter:${name}`);
  }
  if (request.hasCookie) violations.push('cookie');
  if (request.httpMethod === 'GET' && request.body.length > 0) violations.push('body-of-get');
  if (route?.authorization === 'none' && request.authorization !== undefined)
    violations.push('authorization-at-sign-in');
  return violations;
};
