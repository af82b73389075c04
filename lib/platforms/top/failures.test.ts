import { describe, expect, it } from 'vitest';
import { parseChinaTime } from '@/lib/time/china-time';
import { banSeconds, classifyTopFailure } from './failures';

const now = Date.parse('2025-06-01T10:00:00Z');
const classify = (code: string, subCode?: string, message?: string) =>
  classifyTopFailure({ code, subCode, message }, now, 0);

describe('classifyTopFailure', () => {
  it.each([
    ['1 3 10', 'transient', 'offline', 'unknown', 'transient'],
    ['4 5 6 7 8', 'throttled', 'throttled', 'not-processed', 'wait'],
    ['9 20 21 22 23 24 32 33 34 45 46 47 48 51', 'our-bug', 'bug', 'failed', 'no'],
    ['25 11 12 13 28 29', 'configuration', 'not-allowed', 'not-processed', 'no'],
    ['26 27 42 44 53', 'sign-in-again', 'sign-in-again', 'not-processed', 'no'],
    ['30 31', 'clock', 'clock-off', 'not-processed', 'after-clock'],
    ['40 41 43', 'input', 'rejected', 'failed', 'no'],
    ['15 50 99 501 670 77 abc', 'service', 'outcome-unknown', 'unknown', 'no'],
  ])('reads the codes %s as %s', (codes, failureClass, errorCode, outcome, retry) => {
    for (const code of codes.split(' ')) {
      expect(classify(code)).toMatchObject({ class: failureClass, errorCode, outcome, retry });
    }
  });

  it.each([
    ['isp.http-read-timeout', 'transient', 'offline', 'unknown', 'transient'],
    ['isp.remote-service-error', 'transient', 'offline', 'unknown', 'transient'],
    ['isp.null-pointer-exception', 'service', 'outcome-unknown', 'unknown', 'no'],
    ['isp.top-parse-error', 'service', 'outcome-unknown', 'unknown', 'no'],
    ['isp.top-mapping-parse-error', 'service', 'outcome-unknown', 'unknown', 'no'],
    ['isv.invalid-parameter', 'service', 'rejected', 'failed', 'no'],
    ['isv.opportunity-not-exist', 'service', 'not-found', 'failed', 'no'],
    ['isv.opportunity-not-exist:opportunity_id', 'service', 'not-found', 'failed', 'no'],
    ['isv.duplicate-request', 'service', 'conflict', 'unknown', 'no'],
    ['something-else', 'service', 'outcome-unknown', 'unknown', 'no'],
  ])("reads the service's sub_code %s", (subCode, failureClass, errorCode, outcome, retry) => {
    for (const code of ['15', '50', '99', '501']) {
      expect(classify(code, subCode)).toMatchObject({ class: failureClass, errorCode, outcome, retry });
    }
  });

  it('never takes a platform code for something else because of its sub_code', () => {
    expect(classify('25', 'isp.unknown-error').class).toBe('configuration');
    expect(classify('41', 'isv.missing-parameter:x').class).toBe('input');
  });

  it.each([
    ['25', 'wrong-secret'],
    ['29', 'unknown-app'],
    ['28', 'unknown-app'],
    ['11', 'no-permission'],
    ['26', 'session-missing'],
    ['27', 'session-expired'],
    ['53', 'session-too-weak'],
    ['42', undefined],
  ])('names the cause of code %s: %s', (code, reason) => {
    expect(classify(code).reason).toBe(reason);
  });

  it('tells an address that is not on the allow-list from a missing permission', () => {
    expect(classify('11', 'isv.permission-ip-whitelist-limit').reason).toBe('ip-not-allowed');
  });

  it("says that the day's quota is back at midnight in China, by the platform's clock", () => {
    const subCode = 'accesscontrol.limited-by-app-access-count';
    expect(classify('7', subCode)).toMatchObject({
      class: 'quota',
      errorCode: 'quota-gone',
      until: parseChinaTime('2025-06-02 00:00:00'),
    });
    const sevenHoursMs = 7 * 3_600_000;
    expect(classifyTopFailure({ code: '7', subCode }, now, sevenHoursMs).until).toBe(
      (parseChinaTime('2025-06-03 00:00:00') ?? 0) - sevenHoursMs,
    );
  });

  it('waits one second longer than the ban', () => {
    const subCode = 'accesscontrol.limited-by-api-access-count';
    const message = 'This ban will last for 59 more seconds ';
    expect(classify('7', subCode, message)).toMatchObject({ class: 'throttled', until: now + 60_000 });
    expect(classify('7', subCode)).not.toHaveProperty('until');
    expect(classify('25', undefined, message)).not.toHaveProperty('until');
  });

  it.each([
    ['This ban will last for 1 more seconds ', 1],
    ['this BAN will LAST FOR 300 MORE SECONDS', 300],
    ['last for ever', undefined],
    ['', undefined],
  ])('reads the ban of %j', (text, seconds) => {
    expect(banSeconds({ code: '7', message: text })).toBe(seconds);
    expect(banSeconds({ code: '7', message: 'App Call Limited', subMessage: text })).toBe(seconds);
  });
});
