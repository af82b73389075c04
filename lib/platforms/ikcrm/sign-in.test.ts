import { describe, expect, it } from 'vitest';
import { caller, crm, reply } from './local-crm';
import { signInIkcrm } from './sign-in';

const password = '我的口令-s3cret';

async function signIn(url: string, corpId?: string) {
  return signInIkcrm(caller(), { baseUrl: url, login: '13800000000', password, corpId });
}

describe('signing in', () => {
  it('asks once, without a header of a token, and gives the token', async () => {
    const { url, received } = await crm(reply({ code: 0, data: { user_token: 'abc123', user_id: 1 } }));
    expect(await signIn(url)).toEqual({ kind: 'signed-in', token: 'abc123' });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ method: 'POST', url: '/api/v2/auth/login' });
    expect(received[0]?.headers).not.toHaveProperty('authorization');
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      login: '13800000000',
      password,
      device: 'open_api',
      version_code: '9.9.9',
    });
  });

  it("carries the company's id where the edition asks for it", async () => {
    const { url, received } = await crm(reply({ code: 0, data: { user_token: 'abc123' } }));
    await signIn(url, 'corp-7');
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ corp_id: 'corp-7' });
  });

  it.each([
    ['401', 401, {}],
    ['403', 403, {}],
    ['422', 422, {}],
    ['100401', 200, { code: 100401 }],
    ['an unlisted code', 200, { code: 100001 }],
  ])('refused by %s says so, and never what was typed', async (_what, status, extra) => {
    const { url } = await crm(reply({ code: status, ...extra, message: `wrong password ${password}` }, status));
    const answer = await signIn(url);
    expect(answer).toMatchObject({
      kind: 'refused',
      outcome: 'failed',
      error: {
        code: 'rejected',
        detail: { reason: 'sign-in-refused', platform: { message: 'wrong password ••••' } },
      },
    });
    expect(JSON.stringify(answer)).not.toContain(password);
  });

  it.each([
    ['the limit', reply('', 429), 'throttled'],
    ['a server that is down', reply('', 502), 'offline'],
    ['a web page', reply('<html>'), 'unreadable-answer'],
    ['another server', reply('<html>', 404), 'not-found'],
    ['an answer without a token', reply({ code: 0, data: { user_token: null } }), 'unreadable-answer'],
    ['an answer without data', reply({ code: 0, data: null }), 'unreadable-answer'],
  ])('stopped by %s is not taken for a wrong password', async (_what, answer, code) => {
    const { url } = await crm(answer);
    expect(await signIn(url)).toMatchObject({ error: { code } });
  });

  it('to no address says which field is wrong', async () => {
    expect(await signIn('crm')).toMatchObject({ error: { code: 'invalid-input', detail: { path: 'baseUrl' } } });
  });
});
