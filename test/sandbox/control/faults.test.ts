import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatChinaTime } from '../china-time.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { post, postForBody, release, releaseParameters, sign } from '../test-client.ts';
import { readFaults } from './read-faults.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const send = () => post(sandbox, sign(releaseParameters()));
const isReleased = () => sandbox.crm().opportunities.get('20191214888')?.release !== undefined;
const lastEntry = () => sandbox.ledger().entries.at(-1);
const rightBody = { alibaba_alsc_crm_sales_opportunity_process_unfollow_response: { value: '20191214888' } };

const untilHeld = async () => {
  while (sandbox.heldCount() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('before the service', () => {
  test('latency: the answer comes late and right', async () => {
    sandbox.addFaults([{ kind: 'latency', ms: 120 }]);
    const startedMs = performance.now();
    expect(await release(sandbox)).toMatchObject(rightBody);
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(115);
  });

  test('cut-before: the connection ends, and nothing was processed', async () => {
    sandbox.addFaults([{ kind: 'cut-before' }]);
    await expect(send()).rejects.toThrow();
    expect(isReleased()).toBe(false);
    expect(lastEntry()).toMatchObject({ verdict: { kind: 'cut' }, delivery: 'lost', faults: ['cut-before'] });
  });

  test('http-status: a gateway error with a page of HTML, nothing processed', async () => {
    sandbox.addFaults([{ kind: 'http-status', status: 503 }]);
    const answer = await send();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/html;charset=UTF-8']);
    expect(await answer.text()).toContain('503');
    expect(isReleased()).toBe(false);
    expect(lastEntry()?.verdict).toEqual({ kind: 'refused', code: 'http-503' });
  });

  test('html: 200 with a page, nothing processed', async () => {
    sandbox.addFaults([{ kind: 'html' }]);
    const answer = await send();
    expect([answer.status, (await answer.text()).startsWith('<!DOCTYPE html>')]).toEqual([200, true]);
    expect([isReleased(), lastEntry()?.verdict]).toEqual([false, { kind: 'refused', code: 'html' }]);
  });

  test('throttled: code 7 with a ban of so many seconds', async () => {
    sandbox.addFaults([{ kind: 'throttled', seconds: 42 }]);
    expect((await release(sandbox)).error_response).toMatchObject({
      code: 7,
      sub_code: 'accesscontrol.limited-by-api-access-count',
      sub_msg: 'This ban will last for 42 more seconds ',
    });
    expect(isReleased()).toBe(false);
  });

  test("quota-gone: code 7 with the day's sub_code and no ban time", async () => {
    sandbox.addFaults([{ kind: 'quota-gone' }]);
    const refused = (await release(sandbox)).error_response;
    expect(refused).toMatchObject({ code: 7, sub_code: 'accesscontrol.limited-by-app-access-count' });
    expect(refused?.sub_msg).not.toMatch(/last for \d+ more seconds/);
  });

  test('session-expired: 27 although the session is the right one', async () => {
    sandbox.addFaults([{ kind: 'session-expired' }]);
    expect((await release(sandbox)).error_response?.code).toBe(27);
    expect(lastEntry()).toMatchObject({ faults: ['session-expired'], delivery: 'answered' });
    expect(isReleased()).toBe(false);
  });

  test('clock-off: 31 until the caller follows the Date header, however often it asks', async () => {
    sandbox.addFaults([{ kind: 'clock-off', offsetMs: -7_200_000 }]);
    const first = await send();
    expect(((await first.json()) as { error_response: unknown }).error_response).toMatchObject({ code: 31 });
    const serverMs = Date.parse(first.headers.get('date') ?? '');
    expect(Math.abs(serverMs - (Date.now() - 7_200_000))).toBeLessThan(3000);
    const corrected = sign(releaseParameters({}, { timestamp: formatChinaTime(serverMs) }));
    expect(await postForBody(sandbox, corrected)).toMatchObject(rightBody);
  });

  test('replay-refused: the same sign twice is 31', async () => {
    sandbox.addFaults([{ kind: 'replay-refused' }]);
    const parameters = sign(releaseParameters());
    expect(await postForBody(sandbox, parameters)).toMatchObject(rightBody);
    expect((await postForBody(sandbox, parameters)).error_response?.code).toBe(31);
  });

  test('error: any code and sub_code, nothing processed', async () => {
    sandbox.addFaults([{ kind: 'error', code: 15, subCode: 'isp.http-read-timeout', subMsg: '超时' }]);
    expect((await release(sandbox)).error_response).toMatchObject({
      code: 15,
      sub_code: 'isp.http-read-timeout',
      sub_msg: '超时',
    });
    expect(isReleased()).toBe(false);
  });
});

describe('after the service', () => {
  const processed = { kind: 'accepted', processed: true };

  test('answer-lost: processed, and the caller never hears of it', async () => {
    sandbox.addFaults([{ kind: 'answer-lost' }]);
    await expect(send()).rejects.toThrow();
    expect(isReleased()).toBe(true);
    expect(lastEntry()).toMatchObject({ verdict: processed, delivery: 'lost', faults: ['answer-lost'] });
  });

  test.each([
    ['http-status', { status: 502, processed: true }],
    ['html', { processed: true }],
    ['error', { code: 15, subCode: 'isp.http-read-timeout', processed: true }],
    ['truncated', { bytes: 25 }],
    ['body', { text: '' }],
    ['body', { text: '{"x_response":[]}' }],
    ['wrong-value', { value: '1' }],
  ] as const)('%s %o: processed, and the answer does not say so', async (kind, options) => {
    sandbox.addFaults([{ kind, ...options }]);
    const text = await (await send()).text();
    expect(text).not.toContain('"value":"20191214888"');
    expect([isReleased(), lastEntry()?.verdict, lastEntry()?.delivery]).toEqual([true, processed, 'damaged']);
  });

  test('truncated with cut: the connection ends within the body', async () => {
    sandbox.addFaults([{ kind: 'truncated', cut: true }]);
    const answer = await send();
    await expect(answer.text()).rejects.toThrow();
    expect(isReleased()).toBe(true);
  });

  test('control-characters: JSON that a strict reader refuses and a tolerant one reads', async () => {
    sandbox.addFaults([{ kind: 'control-characters' }]);
    const text = await (await send()).text();
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(JSON.parse([...text].map((character) => (character < ' ' ? ' ' : character)).join(''))).toMatchObject(
      rightBody,
    );
  });

  test('oversize: more than the given number of bytes', async () => {
    sandbox.addFaults([{ kind: 'oversize', bytes: 200_000 }]);
    const text = await (await send()).text();
    expect(text.length).toBeGreaterThan(200_000);
    expect(JSON.parse(text)).toMatchObject(rightBody);
  });

  test('slow-body: the headers come at once, the body in pieces', async () => {
    sandbox.addFaults([{ kind: 'slow-body', ms: 150, pieces: 3 }]);
    const startedMs = performance.now();
    const answer = await send();
    const headersMs = performance.now() - startedMs;
    expect(await answer.json()).toMatchObject(rightBody);
    expect(performance.now() - startedMs - headersMs).toBeGreaterThanOrEqual(90);
  });

  test('hold: processed, waiting, answered when let go', async () => {
    sandbox.addFaults([{ kind: 'hold' }]);
    const answer = release(sandbox);
    await untilHeld();
    expect(lastEntry()).toMatchObject({ verdict: processed, delivery: 'pending' });
    expect(sandbox.releaseHeld()).toBe(1);
    expect(await answer).toMatchObject(rightBody);
  });

  test.each([true, false])('hold, then cut: the connection ends (processed: %s)', async (wasProcessed) => {
    sandbox.addFaults([{ kind: 'hold', processed: wasProcessed }]);
    const answer = expect(send()).rejects.toThrow();
    await untilHeld();
    expect(isReleased()).toBe(wasProcessed);
    sandbox.releaseHeld('cut');
    await answer;
    expect(lastEntry()?.verdict.kind).toBe(wasProcessed ? 'accepted' : 'cut');
  });

  test('a caller that is gone before its answer is seen to be gone', async () => {
    sandbox.addFaults([{ kind: 'hold' }]);
    const giveUp = new AbortController();
    const body = new URLSearchParams(sign(releaseParameters()));
    const answer = expect(fetch(sandbox.gatewayUrl, { method: 'POST', body, signal: giveUp.signal })).rejects.toThrow();
    await untilHeld();
    giveUp.abort();
    await answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
    sandbox.releaseHeld();
    await expect.poll(() => lastEntry()?.delivery).toBe('client-gone');
  });

  test('duplicate-key: a repeat gets the first answer and processes nothing', async () => {
    sandbox.addFaults([{ kind: 'duplicate-key', answer: 'success' }]);
    await release(sandbox);
    expect(await release(sandbox)).toMatchObject(rightBody);
    expect(sandbox.ledger().counts.byKey['6sfhw47qhop']).toMatchObject({ requests: 2, accepted: 2, processed: 1 });
    expect((await release(sandbox, { opportunity_id: '20191215000' })).error_response?.sub_code).toBe(
      'isv.duplicate-request',
    );
  });
});

describe('aim', () => {
  test('a fault strikes as often as it says, then no more', async () => {
    sandbox.addFaults([{ kind: 'error', times: 2 }]);
    const codes = [];
    for (let attempt = 0; attempt < 3; attempt += 1) codes.push((await release(sandbox)).error_response?.code);
    expect(codes).toEqual([15, 15, undefined]);
  });

  test.each([
    ['another object', { object: '1' }, false],
    ['this object', { object: '20191214888' }, true],
    ['another key', { key: 'x' }, false],
    ['this key', { key: '6sfhw47qhop' }, true],
    ['another method', { method: 'taobao.time.get' }, false],
    ['this method', { method: 'alibaba.alsc.crm.sales.opportunity.process.unfollow' }, true],
  ])('a fault meant for %s: %o strikes: %s', async (_what, match, strikes) => {
    sandbox.addFaults([{ kind: 'error', match }]);
    expect((await release(sandbox)).error_response !== undefined).toBe(strikes);
  });

  test.each([
    [{}, 'expected {"faults"'],
    [{ faults: [{ kind: 'earthquake' }] }, 'unknown kind "earthquake"'],
    [{ faults: [{ kind: 'toString' }] }, 'unknown kind'],
    [{ faults: [{ kind: 'latency', sec: 1 }] }, 'latency has no option sec'],
    [{ faults: [{ kind: 'latency', ms: '1' }] }, 'ms is a number'],
    [{ faults: [{ kind: 'latency', times: 0 }] }, 'times is a whole number'],
    [{ faults: [{ kind: 'latency', match: { id: '1' } }] }, 'match knows'],
    [{ faults: [{ kind: 'duplicate-key', answer: 'sucess' }] }, 'answer is one of'],
  ])('a fault that cannot be is refused with a sentence: %j', (body, sentence) => {
    expect(readFaults(body)).toContain(sentence);
  });
});
