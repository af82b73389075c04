import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpointChoiceOf, findEndpointIssue, officialEndpoints, originPattern } from './endpoints';

describe('an address', () => {
  it.each([
    ...Object.values(officialEndpoints),
    'https://relay.example.com:8443/top/router/rest',
    'http://127.0.0.1:4010/router/rest',
    'http://localhost/router/rest',
    'http://[::1]:4010/router/rest',
  ])('%s is taken', (endpoint) => expect(findEndpointIssue(endpoint)).toBeUndefined());

  it.each([
    ['', 'required'],
    ['eco.taobao.com/router/rest', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['https://*/router/rest', 'not-a-url'],
    ['https://*.taobao.com/router/rest', 'not-a-url'],
    ['https:\\\\eco.taobao.com', 'not-a-url'],
    ['https://eco.taobao.com/a b', 'not-a-url'],
    ['http://eco.taobao.com/router/rest', 'not-https'],
    ['http://localhost.example.com/', 'not-https'],
    ['http://127.0.0.1.example.com/', 'not-https'],
    ['https://user:password@eco.taobao.com/', 'endpoint-has-extras'],
    ['https://eco.taobao.com/router/rest?', 'endpoint-has-extras'],
    ['https://eco.taobao.com/router/rest#x', 'endpoint-has-extras'],
    [`https://eco.taobao.com/${'a'.repeat(500)}`, 'too-long'],
  ])('%s is refused as %s', (endpoint, issue) => expect(findEndpointIssue(endpoint)).toBe(issue));
});

describe('the host that is asked for', () => {
  it.each([
    ['https://eco.taobao.com/router/rest', 'https://eco.taobao.com/*'],
    ['https://relay.example.com:8443/top', 'https://relay.example.com/*'],
    ['http://127.0.0.1:4010/router/rest', 'http://127.0.0.1/*'],
  ])('for %s is %s, without port and path', (endpoint, pattern) => expect(originPattern(endpoint)).toBe(pattern));

  it('is one host and never a wider pattern, whatever address is taken', () => {
    const part = fc.constantFrom('*', '.', 'a', 'com', '@', ':', '8', '/', '?', '#', '[', ']', '\\', ' ', '%2a', '-');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const endpoint = `https://${parts.join('')}`;
        if (findEndpointIssue(endpoint) !== undefined) return;
        expect(originPattern(endpoint)).toMatch(/^https:\/\/[^*/]+\/\*$/);
      }),
    );
  });
});

it('an official address is chosen by its name, any other is one’s own', () => {
  expect(endpointChoiceOf('https://gw.api.taobao.com/router/rest')).toBe('domesticAlternative');
  expect(endpointChoiceOf('https://relay.example.com/')).toBe('custom');
});
