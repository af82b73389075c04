import { type TopSignMethod, topSignMethods } from '@/lib/platforms/top/sign';
import { type EndpointReason, refuseEndpoint } from './endpoint';

/** A connection as it is stored: everything but its secrets. */
export interface Connection {
  id: string;
  platform: 'top';
  name: string;
  endpoint: string;
  appKey: string;
  signMethod: TopSignMethod;
}

export interface ConnectionIssue {
  path: keyof Connection;
  /** A key of the catalogues. */
  reason: EndpointReason | 'not-an-id' | 'bad-value' | 'platform-not-supported';
}

/** Whom the secrets of a connection belong to: the host they are sent to and the app they were issued for. */
export function placeOf({ endpoint, appKey }: Pick<Connection, 'endpoint' | 'appKey'>): string {
  return `${new URL(endpoint).origin} ${appKey}`;
}

const maximumNameLength = 80;

/**
 * Everything that is wrong with a connection, in the order of its fields; used by the form and the settings file alike.
 * The members may be any text: their shape has been checked, their meaning has not.
 */
export function validateConnection(
  input: { [field in keyof Connection]: string },
  allowedEndpoints: readonly string[] = [],
): ConnectionIssue[] {
  const issues: ConnectionIssue[] = [];
  const check = (path: keyof Connection, reason: ConnectionIssue['reason'] | undefined) => {
    if (reason) issues.push({ path, reason });
  };
  check('id', refuseText(input.id, /^[a-z\d][\w.-]*$/i, 64));
  check('platform', input.platform === 'top' ? undefined : 'platform-not-supported');
  check('name', refuseText(input.name.trim(), /^\P{Cc}*$/u, maximumNameLength));
  check('endpoint', refuseEndpoint(input.endpoint, allowedEndpoints));
  check('appKey', refuseText(input.appKey, /^\d+$/, 32));
  check('signMethod', topSignMethods.some((method) => method === input.signMethod) ? undefined : 'bad-value');
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
