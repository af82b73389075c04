import { describe, expect, it } from 'vitest';
import { caller, crm, reply, token } from './local-crm';
import { testIkcrmConnection } from './test-connection';

async function states(connection: { baseUrl: string; token: string }) {
  const checks = await testIkcrmConnection(caller(), connection);
  return Object.fromEntries(checks.map(({ part, state }) => [part, state]));
}

const allOk = { address: 'ok', token: 'ok', permission: 'ok' };
const addressWrong = { address: 'wrong', token: 'not-checked', permission: 'not-checked' };
const tokenWrong = { address: 'ok', token: 'wrong', permission: 'not-checked' };

describe('testing a connection', () => {
  it.each([
    ['a CRM that answers', reply({ code: 0, data: { opportunity: [] } }), allOk],
    ['another server', reply('<html>', 404), addressWrong],
    ['a web page', reply('<html>'), addressWrong],
    ['another API', reply({ ok: true }), addressWrong],
    ['a wrong token', reply({ code: 401 }, 401), tokenWrong],
    ['a session put out', reply({ code: '100401' }), tokenWrong],
    ['no permission', reply({ code: 100100 }), { address: 'ok', token: 'ok', permission: 'wrong' }],
    ['a forbidden read', reply('', 403), { address: 'ok', token: 'ok', permission: 'wrong' }],
    ['the limit', reply('', 429), { address: 'ok', token: 'not-checked', permission: 'not-checked' }],
    ['a server down', reply('', 503), { address: 'not-checked', token: 'not-checked', permission: 'not-checked' }],
    ['a cut connection', (response) => response.destroy(), addressWrong],
  ] satisfies [string, Parameters<typeof crm>[0], object][])(
    '%s is named by its part',
    async (_what, answer, expected) => {
      const { url, received } = await crm(answer);
      expect(await states({ baseUrl: url, token })).toEqual(expected);
      expect(received.map(({ method, url: path }) => `${method} ${path}`)).toEqual([
        'GET /api/v2/field_maps/opportunity',
      ]);
    },
  );

  it.each([
    [{ baseUrl: 'crm', token }, addressWrong],
    [{ baseUrl: 'https://127.0.0.1:1', token: '' }, tokenWrong],
    [{ baseUrl: 'https://127.0.0.1:1', token: 'a b' }, tokenWrong],
  ])('needs no call for what can be seen: %j', async (connection, expected) => {
    expect(await states(connection)).toEqual(expected);
  });
});
