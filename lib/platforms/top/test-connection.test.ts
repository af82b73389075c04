import { describe, expect, it } from 'vitest';
import { createTopCaller, type TopCall } from './call';
import { answer, answerError, type Reply, startLocalGateway } from './local-gateway';
import { testTopConnection } from './test-connection';

const time = answer('{"time_get_response":{"time":"2025-06-01 18:00:00","request_id":"r"}}');

async function test(replies: Reply[], overrides: Partial<TopCall['connection']> = {}) {
  const gateway = await startLocalGateway(...replies);
  try {
    const caller = createTopCaller({ fetch, clock: Date.now, timeoutSignal: () => AbortSignal.timeout(300) });
    const connection = {
      endpoint: gateway.url,
      appKey: '12345678',
      appSecret: 'secret-0123456789',
      session: 'session-0123456789',
      signMethod: 'hmac-sha256',
      ...overrides,
    } as const;
    const { checks, clockOffsetMs } = await testTopConnection(caller, connection);
    const states = checks.map(({ part, state }) => `${part} ${state}`).join(', ');
    return { checks, states, clockOffsetMs, received: gateway.received };
  } finally {
    await gateway.close();
  }
}

const allOk = 'endpoint ok, appKey ok, permission ok, clock ok, secret ok, session ok';

describe('testTopConnection', () => {
  it.each([
    [40, 'isv.missing-parameter'],
    [41, undefined],
    [50, 'isv.invalid-parameter'],
  ])('finds all well when only the missing arguments are refused (%i %s)', async (code, subCode) => {
    expect((await test([answerError(code, subCode)])).states).toBe(allOk);
  });

  it('sends nothing that could be processed', async () => {
    const { received } = await test([answerError(40)]);
    expect(received).toHaveLength(1);
    expect(Object.keys(received[0]?.form ?? {}).sort()).toEqual(
      ['app_key', 'format', 'method', 'session', 'sign', 'sign_method', 'timestamp', 'v'].sort(),
    );
  });

  it.each([
    [
      29,
      'endpoint ok, appKey wrong, permission not-checked, clock not-checked, secret not-checked, session not-checked',
    ],
    [25, 'endpoint ok, appKey ok, permission ok, clock ok, secret wrong, session not-checked'],
    [26, 'endpoint ok, appKey ok, permission ok, clock ok, secret ok, session wrong'],
    [27, 'endpoint ok, appKey ok, permission ok, clock ok, secret ok, session wrong'],
    [31, 'endpoint ok, appKey ok, permission ok, clock wrong, secret not-checked, session not-checked'],
  ])('reads from code %i which part is wrong', async (code, states) => {
    const tested = await test([answerError(code)]);
    expect(tested.states).toBe(states);
    const wrong = tested.checks.find(({ state }) => state === 'wrong');
    expect(wrong?.error?.detail.platform?.code).toBe(String(code));
  });

  it('proves key, clock and secret by another call when the permission is missing', async () => {
    const { states, received } = await test([answerError(11), time]);
    expect(states).toBe('endpoint ok, appKey ok, permission wrong, clock ok, secret ok, session not-checked');
    expect(received[1]?.form).toMatchObject({ method: 'taobao.time.get' });
    expect(received[1]?.form).not.toHaveProperty('session');
  });

  it('finds a wrong secret behind a missing permission', async () => {
    expect((await test([answerError(11), answerError(25)])).states).toBe(
      'endpoint ok, appKey ok, permission wrong, clock ok, secret wrong, session not-checked',
    );
  });

  it('says nothing of the key where the method is not known at all', async () => {
    expect((await test([answerError(22)])).states).toBe(
      'endpoint ok, appKey not-checked, permission wrong, clock not-checked, secret not-checked, session not-checked',
    );
  });

  it.each([
    ['a web page', answer('<html></html>')],
    ['another JSON service', answer('{"hello":"world"}')],
    ['another JSON service with a wrapper', answer('{"data":{"ok":true}}')],
    ['a server that is not found', (response) => response.writeHead(404).end()],
    ['a cut connection', (response) => response.destroy()],
    ['a silent server', () => {}],
  ] satisfies [string, Reply][])('calls the endpoint wrong when it is %s', async (_what, reply) => {
    expect((await test([reply])).states).toBe(
      'endpoint wrong, appKey not-checked, permission not-checked, clock not-checked, secret not-checked, session not-checked',
    );
  });

  it('calls the endpoint wrong when it is no address', async () => {
    const { checks } = await test([time], { endpoint: 'nowhere' });
    expect(checks[0]).toMatchObject({ part: 'endpoint', state: 'wrong', error: { detail: { reason: 'not-a-url' } } });
  });

  it('blames no part for a limit, and says that it was the limit', async () => {
    const { checks } = await test([answerError(7, 'accesscontrol.limited-by-app-access-count')]);
    expect(checks.filter(({ state }) => state === 'wrong')).toEqual([]);
    expect(checks[1]).toMatchObject({ part: 'appKey', state: 'not-checked', error: { code: 'quota-gone' } });
  });

  it('finds the clock right once it was corrected, and gives the offset back', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const { states, clockOffsetMs } = await test([answer('{"error_response":{"code":31}}', { date }), answerError(40)]);
    expect(states).toBe(allOk);
    expect(Math.round((clockOffsetMs ?? 0) / 60_000)).toBe(60);
  });
});
