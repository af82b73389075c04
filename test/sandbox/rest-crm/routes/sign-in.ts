import { restLogin } from '../../accounts.ts';
import { textAt } from '../../methods/read-values.ts';
import type { RestRoute } from '../rest-call.ts';
import { badRequest, wrongLogin } from '../rest-refusal.ts';

const known: readonly string[] = ['login', 'password', 'device', 'version_code', 'corp_id'];

/** A new sign-in puts the user's other sessions out: their tokens get 100401 from then on. */
export const signInRoute: RestRoute = {
  name: 'POST /api/v2/auth/login',
  authorization: 'none',
  query: [],
  perform: ({ body, data: { restCrm }, shape, violate }) => {
    for (const name of Object.keys(body)) if (!known.includes(name)) violate(`unknown-field:${name}`);
    if (textAt(body, 'device') !== 'open_api' || textAt(body, 'version_code') !== '9.9.9') {
      return { refusal: badRequest('device 或 version_code 错误') };
    }
    const corpId = textAt(body, 'corp_id') ?? '';
    const isRight =
      textAt(body, 'login') === restLogin.login &&
      textAt(body, 'password') === restLogin.password &&
      ['', restLogin.corpId].includes(corpId);
    if (!isRight) return { refusal: wrongLogin };
    if (shape('rest-sign-in') === 'replaces') {
      for (const [token, state] of restCrm.tokens) if (state === 'valid') restCrm.tokens.set(token, 'signed-elsewhere');
    }
    restCrm.signIns += 1;
    const token = `sandbox-signed-in-${String(restCrm.signIns).padStart(12, '0')}`;
    restCrm.tokens.set(token, 'valid');
    return { data: { user_token: token, name: '王五' }, processed: true };
  },
};
