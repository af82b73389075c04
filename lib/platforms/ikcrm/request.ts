import { AppError } from '@/lib/errors/app-error';

export interface IkcrmConnection {
  /** The CRM's address, e.g. `https://lxcrm.weiwenjia.com`; a private deployment's may have a path. */
  baseUrl: string;
  /** The user's token, as signing in gave it; undefined only while signing in. */
  token?: string | undefined;
}

/** A value of a JSON body. Numbers are made by `rawNumber`, so that ids keep every digit. */
export type IkcrmValue = string | boolean | null | object;

/** One call as data: what is asked, not of whom. */
export interface IkcrmRequest {
  method: 'GET' | 'PUT' | 'POST';
  /** Below the base address, e.g. `/api/v2/opportunities/568587`; ids are digits, anything else is refused unsent. */
  path: string;
  query?: Readonly<Record<string, string>> | undefined;
  body?: Readonly<Record<string, IkcrmValue>> | undefined;
  /** Sign-in only: goes without the Authorization header. */
  isSignIn?: true | undefined;
  /** What must not appear in an error or a preview, beside the token. */
  secrets?: readonly string[] | undefined;
}

export interface IkcrmWire {
  url: string;
  method: IkcrmRequest['method'];
  headers: [name: string, value: string][];
  body?: string | undefined;
}

/** The CRM takes no other device and version from programs: other values cause errors there. */
export const ikcrmDevice = { device: 'open_api', version_code: '9.9.9' } as const;

/**
 * The request as it goes out. Throws `invalid-input` (reasons `not-a-url` at `baseUrl`, `not-a-token` at `token`,
 * `not-an-id` at `id`) or `sign-in-again` with reason `token-missing`: then nothing can be sent.
 */
export function ikcrmWire(connection: IkcrmConnection, request: IkcrmRequest): IkcrmWire {
  const headers: IkcrmWire['headers'] = [['Accept', 'application/json']];
  if (request.body) headers.push(['Content-Type', 'application/json; charset=utf-8']);
  if (!request.isSignIn) headers.push(['Authorization', authorization(connection.token ?? '')]);
  return {
    url: address(connection.baseUrl, request),
    method: request.method,
    headers,
    body: request.body && JSON.stringify(request.body),
  };
}

/** The same request for a dry run, by the same code, its token hidden. A sign-in shows no body. */
export function previewIkcrmRequest(connection: IkcrmConnection, request: IkcrmRequest): IkcrmWire {
  const { headers, body, ...wire } = ikcrmWire(connection, request);
  return {
    ...wire,
    headers: headers.map(([name, value]) => [name, name === 'Authorization' ? authorization('••••') : value]),
    body: request.secrets ? undefined : body,
  };
}

function authorization(token: string): string {
  if (token === '') throw new AppError('sign-in-again', { reason: 'token-missing' });
  // A comma, quote or space would end the token where the server reads it, and no such token is ever given out.
  if (!/^[^\s",;]+$/.test(token)) throw new AppError('invalid-input', { reason: 'not-a-token', path: 'token' });
  return `Token token=${token}, device=${ikcrmDevice.device}, version_code=${ikcrmDevice.version_code}`;
}

function address(baseUrl: string, { path, query }: IkcrmRequest): string {
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isUsable =
    base && /^https?:$/.test(base.protocol) && base.username === '' && base.password === '' && !/[?#]/.test(baseUrl);
  if (!isUsable) throw new AppError('invalid-input', { reason: 'not-a-url', path: 'baseUrl' });
  // No dot, slash or percent sign of an id may lead to another address.
  if (!/^(\/[a-z\d_]+)+$/.test(path)) throw new AppError('invalid-input', { reason: 'not-an-id', path: 'id' });
  const search = new URLSearchParams(query).toString();
  return `${base.origin}${base.pathname.replace(/\/+$/, '')}${path}${search && `?${search}`}`;
}
