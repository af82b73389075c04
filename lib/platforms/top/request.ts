import { AppError } from '@/lib/errors/app-error';
import { formatChinaTime } from '@/lib/time/china-time';
import { signTop, type TopSignMethod } from './sign';

export interface TopConnection {
  /** Absolute http(s) URL of the gateway. */
  endpoint: string;
  appKey: string;
  appSecret: string;
  /** The OAuth access token, where the connection has one. */
  session?: string | undefined;
  signMethod: TopSignMethod;
}

/** A parameter's name and its raw value. */
export type TopLine = [name: string, value: string];

interface UnsignedRequest {
  connection: Omit<TopConnection, 'appSecret'>;
  /** The API's name. */
  method: string;
  /** The business parameters, serialised. */
  params: Readonly<Record<string, string>>;
  /** The platform's time, epoch milliseconds. */
  serverTimeMs: number;
}

export interface TopRequest extends UnsignedRequest {
  connection: TopConnection;
}

/** `simplify` changes the answer's shape; the last four are the gateway's own or its old browser ways. */
const neverBusiness = new Set(
  'method app_key session timestamp format v sign_method sign simplify callback style app_ip api_key'.split(' '),
);

const hidden = '••••••••';

/** Every parameter of the form, `sign` last. Throws `bug` for a business parameter under a name that is not its. */
export function signedTopLines(request: TopRequest): TopLine[] {
  const lines = unsignedLines(request);
  const { appSecret: secret, signMethod: method } = request.connection;
  return [...lines, ['sign', signTop({ params: Object.fromEntries(lines), secret, method })]];
}

/** What `signedTopLines` would send, with session and sign hidden. Needs no secret; any text stands for the session. */
export function previewTopRequest(request: UnsignedRequest): { endpoint: string; lines: TopLine[] } {
  const lines = unsignedLines(request).map(([name, value]): TopLine => [name, name === 'session' ? hidden : value]);
  return { endpoint: request.connection.endpoint, lines: [...lines, ['sign', hidden]] };
}

function unsignedLines({ connection, method, params, serverTimeMs }: UnsignedRequest): TopLine[] {
  const business = Object.entries(params);
  const misplaced = business.find(([name]) => neverBusiness.has(name));
  if (misplaced) throw new AppError('bug', { reason: 'misplaced-parameter', path: misplaced[0] });
  const lines: TopLine[] = [
    ['method', method],
    ['app_key', connection.appKey],
    ['session', connection.session ?? ''],
    ['timestamp', formatChinaTime(serverTimeMs)],
    ['format', 'json'],
    ['v', '2.0'],
    ['sign_method', connection.signMethod],
    ...business,
  ];
  return lines.filter(([, value]) => value !== '');
}
