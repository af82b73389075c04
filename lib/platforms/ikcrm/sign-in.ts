import { isJsonObject, readText } from '@/lib/platforms/top/read-answer';
import type { IkcrmAnswer, IkcrmCaller } from './call';
import { type IkcrmCredentials, postSignIn } from './calls';

export type IkcrmSignIn = { kind: 'signed-in'; token: string } | Exclude<IkcrmAnswer, { kind: 'answer' }>;

/** What the CRM may answer to a wrong name or password: nothing about it is documented. */
const refusals: readonly string[] = ['sign-in-again', 'not-allowed', 'invalid-input', 'rejected'];

/**
 * Exchanges a login for a token. Only ever on a person's click: a new sign-in can put their other session out (100401).
 * The password is in the one request and nowhere else; keep the token, never the password.
 */
export async function signInIkcrm(
  caller: IkcrmCaller,
  { baseUrl, signal, ...credentials }: IkcrmCredentials & { baseUrl: string; signal?: AbortSignal | undefined },
): Promise<IkcrmSignIn> {
  const answer = await caller({ connection: { baseUrl }, request: postSignIn(credentials), signal });
  if (answer.kind === 'answer') return readToken(answer.data);
  const { code, detail } = answer.error;
  const isRefusal = answer.kind === 'refused' && detail.platform !== undefined && refusals.includes(code);
  if (!isRefusal) return answer;
  const error = { code: 'rejected' as const, detail: { reason: 'sign-in-refused', platform: detail.platform } };
  return { ...answer, error, outcome: 'failed', retry: 'no' };
}

function readToken(data: unknown): IkcrmSignIn {
  const token = isJsonObject(data) ? readText(data.user_token)?.trim() : undefined;
  if (token) return { kind: 'signed-in', token };
  const error = { code: 'unreadable-answer' as const, detail: { reason: 'answer-without-token' } };
  return { kind: 'lost', reason: 'unreadable', error, outcome: 'unknown' };
}
