import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceLimits } from '@/lib/connections/pace';
import { AppError } from '@/lib/errors/app-error';
import { parseSettingsFile } from './parse-settings-file';

const connection = {
  id: 'top',
  platform: 'top',
  name: '淘宝开放平台',
  endpoint: 'https://eco.taobao.com/router/rest',
  appKey: '12345678',
  appSecret: 'the secret',
  session: 'the session',
  signMethod: 'hmac-sha256',
  pace: { calls: 20, concurrency: 4 },
};

const site = {
  id: 'partner-crm',
  name: '伙伴CRM',
  match: ['https://crm.example.com/*'],
  opportunity: { id: [{ from: 'path', after: ['opportunities'] }] },
};

const whole = {
  version: 1,
  connections: [connection],
  operator: { id: 'kyr13386', name: '王五' },
  defaults: {
    territoryCode: 'keruyun_POS_2019',
    imAccountId: '12345',
    releaseReasons: ['已用竞品'],
    rowsPerRequest: { 'sell-cards': 20 },
  },
  sites: [site],
  preferences: { language: 'zh-CN', theme: 'system', holdBackSeconds: 5, autoLockMinutes: 30 },
  policy: {
    allowedEndpoints: [],
    maxBatchRows: 0,
    disabledOperations: [],
    maxAutoLockMinutes: 0,
    requireDryRun: false,
  },
};

function refusalOf(text: string, allowed?: string[]): { reason?: string | undefined; path?: string | undefined } {
  try {
    parseSettingsFile(text, allowed);
  } catch (thrown) {
    const { code, detail } = thrown as AppError;
    expect(thrown).toBeInstanceOf(AppError);
    expect(code).toBe('invalid-input');
    return detail;
  }
  return expect.fail('it was taken');
}

describe('parseSettingsFile', () => {
  it('takes a pace as fast as the form does, and none that is faster', () => {
    const withPace = (pace: object) => JSON.stringify({ connections: [{ ...connection, pace }] });
    expect(() => parseSettingsFile(withPace(paceLimits))).not.toThrow();
    for (const name of ['calls', 'concurrency'] as const) {
      const path = `connections[0].pace.${name}`;
      expect(refusalOf(withPace({ ...paceLimits, [name]: paceLimits[name] + 1 })).path).toBe(path);
      expect(refusalOf(withPace({ ...paceLimits, [name]: 0 })).path).toBe(path);
    }
  });

  it('takes a whole file, and any part of it', () => {
    expect(parseSettingsFile(JSON.stringify(whole))).toEqual(whole);
    expect(parseSettingsFile('{}')).toEqual({});
    for (const [key, value] of Object.entries(whole)) {
      expect(parseSettingsFile(JSON.stringify({ [key]: value }))).toEqual({ [key]: value });
    }
  });

  it('takes a file that begins with a byte order mark', () => {
    expect(parseSettingsFile('\uFEFF{"version":1}')).toEqual({ version: 1 });
  });

  it.each([
    ['', 'not-json', '1:1'],
    ['{\n  "version": 1,\n}', 'not-json', '3:1'],
    ['[]', 'bad-value', undefined],
    ['null', 'bad-value', undefined],
    ['"settings"', 'bad-value', undefined],
    ['{"__proto__":{"version":1}}', 'unknown-key', '__proto__'],
    ['{"a b":1}', 'unknown-key', '["a b"]'],
    [`"${'x'.repeat(1_000_001)}"`, 'file-too-large', undefined],
  ])('refuses %.40j as %s at %s', (text, reason, path) => {
    expect(refusalOf(text)).toEqual(path === undefined ? { reason } : { reason, path });
  });

  it.each([
    [{ version: 2 }, 'wrong-version', 'version'],
    [{ version: '1' }, 'wrong-version', 'version'],
    [{ version: 2, colour: 'red' }, 'wrong-version', 'version'],
    [{ colour: 'red' }, 'unknown-key', 'colour'],
    [{ preferences: { theme: 'system', colour: 'red' } }, 'unknown-key', 'preferences.colour'],
    [{ preferences: { language: 'fr' } }, 'bad-value', 'preferences.language'],
    [{ preferences: { holdBackSeconds: 2 } }, 'bad-value', 'preferences.holdBackSeconds'],
    [{ preferences: { holdBackSeconds: '5' } }, 'bad-value', 'preferences.holdBackSeconds'],
    [{ preferences: null }, 'bad-value', 'preferences'],
    [{ policy: { allowedEndpoints: ['no address'] } }, 'bad-value', 'policy.allowedEndpoints[0]'],
    [{ operator: { id: 7 } }, 'bad-value', 'operator.id'],
    [{ operator: { name: '王'.repeat(65) } }, 'too-long', 'operator.name'],
    [{ defaults: { releaseReasons: ['a', ''] } }, 'bad-value', 'defaults.releaseReasons[1]'],
    [{ defaults: { imAccountId: '12a' } }, 'bad-value', 'defaults.imAccountId'],
    [{ defaults: { rowsPerRequest: { 'sell-cards': 501 } } }, 'bad-value', 'defaults.rowsPerRequest.sell-cards'],
    [
      { defaults: { rowsPerRequest: { 'submit-outreach': 0 } } },
      'bad-value',
      'defaults.rowsPerRequest.submit-outreach',
    ],
    [
      { defaults: { rowsPerRequest: { 'submit-outreach': 1.5 } } },
      'bad-value',
      'defaults.rowsPerRequest.submit-outreach',
    ],
    [{ defaults: { rowsPerRequest: { release: 1 } } }, 'unknown-key', 'defaults.rowsPerRequest.release'],
    [{ connections: {} }, 'bad-value', 'connections'],
    [{ connections: [null] }, 'bad-value', 'connections[0]'],
    [{ sites: [site, site] }, 'duplicate-id', 'sites[1].id'],
    [{ sites: [{ ...site, match: ['everywhere'] }] }, 'bad-value', 'sites[0].match[0]'],
    [{ sites: [{ ...site, script: 'x' }] }, 'unknown-key', 'sites[0].script'],
  ])('refuses %j as %s at %s', (file, reason, path) => {
    expect(refusalOf(JSON.stringify(file))).toEqual({ reason, path });
  });

  it.each([
    [{ endpoint: 'http://eco.taobao.com/router/rest' }, 'not-https', 'endpoint'],
    [{ endpoint: 'https://eco.taobao.com/router/rest?session=1' }, 'endpoint-has-extras', 'endpoint'],
    [{ endpoint: undefined }, 'required', 'endpoint'],
    [{ appKey: 12345678 }, 'bad-value', 'appKey'],
    [{ appKey: 'x1' }, 'not-an-id', 'appKey'],
    [{ signMethod: 'sha256' }, 'bad-value', 'signMethod'],
    [{ appSecret: '' }, 'bad-value', 'appSecret'],
    [{ appsecret: 'x' }, 'unknown-key', 'appsecret'],
    [{ id: 'top' }, 'duplicate-id', 'id'],
    [
      { platform: 'dingtalk', baseUrl: 'https://lxcrm.weiwenjia.com', token: 'x' },
      'platform-not-supported',
      'platform',
    ],
    [{ platform: undefined }, 'required', 'platform'],
  ])('refuses a second connection with %j as %s', (change, reason, field) => {
    const file = { connections: [connection, { ...connection, id: 'second', ...change }] };
    expect(refusalOf(JSON.stringify(file))).toEqual({ reason, path: `connections[1].${field}` });
  });

  it('keeps to the policy in force and to the file’s own', () => {
    const path = 'connections[0].endpoint';
    expect(refusalOf(JSON.stringify(whole), ['https://relay.example.com'])).toEqual({
      reason: 'endpoint-not-allowed',
      path,
    });
    const strict = { ...whole, policy: { allowedEndpoints: ['https://relay.example.com'] } };
    expect(refusalOf(JSON.stringify(strict))).toEqual({ reason: 'endpoint-not-allowed', path });
    expect(parseSettingsFile(JSON.stringify(whole), ['https://eco.taobao.com'])).toEqual(whole);
  });

  it('says no word of the file’s content beyond the place, whatever is wrong', () => {
    const text = JSON.stringify(whole);
    for (let end = 1; end < text.length; end += 7) {
      expect(JSON.stringify(refusalOf(text.slice(0, end)))).not.toContain('the se');
    }
  });

  it('takes or refuses with invalid-input, and nothing else, whatever comes', () => {
    const places = ['version', 'connections', 'operator', 'defaults', 'sites', 'preferences', 'policy', '__proto__'];
    const part = fc.oneof(
      fc.jsonValue(),
      fc.array(fc.record({ ...constants(connection), id: fc.jsonValue() }, { requiredKeys: [] })),
      fc.array(fc.record({ ...constants(site), opportunity: fc.jsonValue() }, { requiredKeys: [] })),
      fc.array(fc.dictionary(fc.constantFrom(...Object.keys(connection), 'x'), fc.jsonValue())),
    );
    const file = fc
      .dictionary(fc.oneof(fc.constantFrom(...places), fc.string()), part)
      .map((value) => JSON.stringify(value));
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(file, fc.string(), fc.json()), (text) => {
        try {
          parseSettingsFile(text);
          taken += 1;
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'invalid-input', detail: { reason: expect.any(String) } });
        }
      }),
      { numRuns: 1500 },
    );
    expect(taken).toBeGreaterThan(0);
  });
});

function constants<T extends object>(object: T): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, fc.constant(value)]));
}
