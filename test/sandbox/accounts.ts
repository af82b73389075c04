import { createHash } from 'node:crypto';

export type App = {
  appKey: string;
  secret: string;
  /** Methods the app may call; taobao.time.get is open to every app. */
  mayCall: 'everything' | 'nothing';
};

export type Session = { session: string; appKey: string; state: 'valid' | 'expired' };

/** The account that a set-up uses; the others exist to be refused. */
export const defaultAccount = {
  appKey: '12345678',
  appSecret: 'sandbox-secret-0123456789abcdef',
  session: 'sandbox-session-0123456789abcdef',
} as const;

export const appWithoutPermission = {
  appKey: '87654321',
  appSecret: 'sandbox-secret-without-permission',
  session: 'sandbox-session-without-permission',
} as const;

export const expiredSession = 'sandbox-session-expired-0123456789';

const apps: readonly App[] = [
  { appKey: defaultAccount.appKey, secret: defaultAccount.appSecret, mayCall: 'everything' },
  { appKey: appWithoutPermission.appKey, secret: appWithoutPermission.appSecret, mayCall: 'nothing' },
];

const sessions: readonly Session[] = [
  { session: defaultAccount.session, appKey: defaultAccount.appKey, state: 'valid' },
  { session: expiredSession, appKey: defaultAccount.appKey, state: 'expired' },
  { session: appWithoutPermission.session, appKey: appWithoutPermission.appKey, state: 'valid' },
];

export const findApp = (appKey: string): App | undefined => apps.find((app) => app.appKey === appKey);

export const findSession = (session: string): Session | undefined =>
  sessions.find((known) => known.session === session);

/** How a credential appears in the ledger, which gets printed: recognisable, not usable. */
export const digestCredential = (credential: string): string =>
  `sha256:${createHash('sha256').update(credential).digest('hex').slice(0, 16)}`;

/** The REST CRM's token that a user pastes, and the account that signs in instead. */
export const defaultRestToken = 'sandbox-token-0123456789abcdef';

export const restLogin = { login: 'wangwu', password: 'sandbox-password', corpId: 'sandbox-corp' } as const;

/** Tokens that exist to be refused. */
export const restTokens: readonly (readonly [token: string, state: 'signed-elsewhere' | 'invalid' | 'forbidden'])[] = [
  ['sandbox-token-signed-elsewhere', 'signed-elsewhere'],
  ['sandbox-token-invalid', 'invalid'],
  ['sandbox-token-forbidden', 'forbidden'],
];
