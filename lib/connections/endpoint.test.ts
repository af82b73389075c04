import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseEndpoint, originPattern, refuseEndpoint } from './endpoint';

describe('refuseEndpoint', () => {
  it.each([
    'https://eco.taobao.com/router/rest',
    'https://relay.example.com:8443/top/rest/',
    'https://relay_1.intranet/rest',
    'https://例子.测试/rest',
    'https://10.0.0.7/rest',
    'https://eco.taobao.com',
    'HTTPS://ECO.taobao.com/router/rest',
    'http://127.0.0.1:8765/router/rest',
    'http://localhost/router/rest',
    'http://[::1]:8765/router/rest',
  ])('takes %s', (endpoint) => {
    expect(refuseEndpoint(endpoint)).toBeUndefined();
  });

  it.each([
    ['', 'required'],
    [`https://a.example/${'x'.repeat(500)}`, 'too-long'],
    ['eco.taobao.com/router/rest', 'not-a-url'],
    ['https:/eco.taobao.com/rest', 'not-a-url'],
    ['https:eco.taobao.com/rest', 'not-a-url'],
    [' https://eco.taobao.com/rest', 'not-a-url'],
    ['https://eco.taobao.com/rest ', 'not-a-url'],
    ['https://eco.taobao.com/re\tst', 'not-a-url'],
    ['https://eco.taobao.com\\@evil.example/rest', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['https://*/rest', 'not-a-url'],
    ['https://*.taobao.com/rest', 'not-a-url'],
    ['https://eco.taobao.com:99999/rest', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['http://eco.taobao.com/router/rest', 'not-https'],
    ['http://127.0.0.1.evil.example/rest', 'not-https'],
    ['http://localhost.evil.example/rest', 'not-https'],
    ['http://192.168.0.1/rest', 'not-https'],
    ['ftp://eco.taobao.com/rest', 'not-https'],
    ['file:///etc/passwd', 'not-a-url'],
    ['https://user:password@eco.taobao.com/rest', 'endpoint-has-extras'],
    ['https://@eco.taobao.com/rest', 'endpoint-has-extras'],
    ['https://eco.taobao.com/rest?session=1', 'endpoint-has-extras'],
    ['https://eco.taobao.com/rest?', 'endpoint-has-extras'],
    ['https://eco.taobao.com/rest#', 'endpoint-has-extras'],
    ['https://eco.taobao.com?x', 'endpoint-has-extras'],
  ])('refuses %j as %s', (endpoint, reason) => {
    expect(refuseEndpoint(endpoint)).toBe(reason);
  });

  it('keeps to an administrator’s list of addresses and origins', () => {
    const allowed = ['https://relay.example.com/rest', 'https://eco.taobao.com', 'no address'];
    expect(refuseEndpoint('https://relay.example.com/rest', allowed)).toBeUndefined();
    expect(refuseEndpoint('https://eco.taobao.com/router/rest', allowed)).toBeUndefined();
    for (const other of [
      'https://relay.example.com/other',
      'https://eco.taobao.com:444/router/rest',
      'https://eco.taobao.com.evil.example/router/rest',
    ]) {
      expect(refuseEndpoint(other, allowed)).toBe('endpoint-not-allowed');
    }
  });

  it('lets nothing pass whose pattern names more than its one host', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (text) => {
        if (refuseEndpoint(text) !== undefined) return;
        const pattern = originPattern(text);
        expect(pattern.endsWith('/*')).toBe(true);
        expect(pattern.slice(0, -2)).not.toContain('*');
        expect(new URL(pattern.slice(0, -1)).hostname).toBe(new URL(text).hostname);
        expect(refuseEndpoint(normaliseEndpoint(text))).toBeUndefined();
      }),
    );
  });
});

describe('originPattern', () => {
  it.each([
    ['https://eco.taobao.com/router/rest', 'https://eco.taobao.com/*'],
    ['http://127.0.0.1:8765/router/rest', 'http://127.0.0.1/*'],
    ['http://[::1]:8765/rest', 'http://[::1]/*'],
    ['https://ECO.taobao.com:443', 'https://eco.taobao.com/*'],
  ])('asks for the host of %s', (endpoint, pattern) => {
    expect(originPattern(endpoint)).toBe(pattern);
  });
});
