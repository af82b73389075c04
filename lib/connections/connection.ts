import { type TopSignMethod, topSignMethods } from '@/lib/platforms/top/sign';
import { type EndpointReason, normaliseEndpoint, refuseEndpoint } from './endpoint';
import type { Pace } from './pace';

/** A connection to the open platform as it is stored: everything but its secrets. */
export interface StoredTop {
  id: string;
  platform: 'top';
  name: string;
  endpoint: string;
  appKey: string;
  signMethod: TopSignMethod;
  pace?: Pace | undefined;
}

/** A connection to a REST CRM as it is stored: everything but its token. */
export interface StoredIkcrm {
  id: string;
  platform: 'ikcrm';
  name: string;
  baseUrl: string;
  pace?: Pace | undefined;
}

export type Connection = StoredTop | StoredIkcrm;

export interface ConnectionIssue {
  path: keyof TextsOf<StoredTop> | keyof TextsOf<StoredIkcrm>;
  /** A key of the catalogues. */
  reason: EndpointReason | 'not-an-id' | 'bad-value' | 'platform-not-supported';
}

type Place = Pick<StoredTop, 'platform' | 'endpoint' | 'appKey'> | Pick<StoredIkcrm, 'platform' | 'baseUrl'>;

/** Whom the secrets of a connection belong to: the host they are sent to and the app or company they were issued for. */
export function placeOf(place: Place): string {
  const { origin, pathname } = new URL(addressOf(place));
  // One host may serve several companies' CRMs, each below a path of its own.
  return place.platform === 'top' ? `${origin} ${place.appKey}` : `${origin}${pathname.replace(/\/+$/, '')}`;
}

/** Where a connection's requests go. */
export function addressOf(place: Pick<StoredTop, 'platform' | 'endpoint'> | Pick<StoredIkcrm, 'platform' | 'baseUrl'>) {
  return place.platform === 'top' ? place.endpoint : place.baseUrl;
}

/** Its address in the one way to write it. */
export function normaliseConnection(connection: Connection): Connection {
  if (connection.platform === 'top') return { ...connection, endpoint: normaliseEndpoint(connection.endpoint) };
  return { ...connection, baseUrl: normaliseEndpoint(connection.baseUrl) };
}

const maximumNameLength = 80;

type TextsOf<T> = { [field in Exclude<keyof T, 'pace'>]: string };

/**
 * Everything that is wrong with a connection, in the order of its fields; used by the form and the settings file alike.
 * The members may be any text: their shape has been checked, their meaning has not.
 */
export function validateConnection(
  input: TextsOf<StoredTop> | TextsOf<StoredIkcrm>,
  allowedEndpoints: readonly string[] = [],
): ConnectionIssue[] {
  const issues: ConnectionIssue[] = [];
  const check = (path: ConnectionIssue['path'], reason: ConnectionIssue['reason'] | undefined) => {
    if (reason) issues.push({ path, reason });
  };
  check('id', refuseText(input.id, /^[a-z\d][\w.-]*$/i, 64));
  check('platform', input.platform === ('endpoint' in input ? 'top' : 'ikcrm') ? undefined : 'platform-not-supported');
  check('name', refuseText(input.name.trim(), /^[^\p{Cc}\p{Bidi_Control}]*$/u, maximumNameLength));
  if ('endpoint' in input) {
    check('endpoint', refuseEndpoint(input.endpoint, allowedEndpoints));
    check('appKey', refuseText(input.appKey, /^\d+$/, 32));
    check('signMethod', topSignMethods.some((method) => method === input.signMethod) ? undefined : 'bad-value');
  } else check('baseUrl', refuseEndpoint(input.baseUrl, allowedEndpoints));
  return issues;
}

function refuseText(
  text: string,
  shape: RegExp,
  maximumLength: number,
): 'required' | 'too-long' | 'not-an-id' | undefined {
  if (text === '') return 'required';
  if (text.length > maximumLength) return 'too-long';
  return shape.test(text) ? undefined : 'not-an-id';
}
