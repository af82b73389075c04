import { expect, test } from 'vitest';
import { isMatchPattern, matchesPattern, plainPattern } from './match-pattern';

test.each([
  ['*://*/*', 'https://crm.example.com/a?b#c', true],
  ['*://*/*', 'ftp://crm.example.com/', false],
  ['*://*/*', 'chrome://extensions/', false],
  ['https://crm.example.com/*', 'https://crm.example.com/', true],
  ['https://crm.example.com/*', 'http://crm.example.com/', false],
  ['https://crm.example.com/*', 'https://crm.example.com.evil.org/', false],
  ['https://*.example.com/*', 'https://example.com/', true],
  ['https://*.example.com/*', 'https://a.b.example.com/', true],
  ['https://*.example.com/*', 'https://evilexample.com/', false],
  ['http://127.0.0.1:8080/*', 'http://127.0.0.1:8080/crm', true],
  ['http://127.0.0.1:8080/*', 'http://127.0.0.1:9090/crm', false],
  ['http://127.0.0.1/*', 'http://127.0.0.1:9090/crm', true],
  ['*://*/*opportunit*/x', 'https://a.org/crm/opportunities/1/x', true],
  ['*://*/*opportunit*/x', 'https://a.org/crm/opportunities/1/y', false],
  ['*://*/ab*ba', 'https://a.org/aba', false],
  ['*://*/a', 'https://a.org/ab', false],
  ['https://crm.example.com', 'https://crm.example.com/', false],
])('%s and %s: %s', (pattern, url, matches) => {
  expect(matchesPattern(pattern, new URL(url))).toBe(matches);
});

test.each([
  '',
  '*',
  '<all_urls>',
  'https://',
  'https://a',
  'javascript://*/*',
  'file:///*',
  'https://*a.org/*',
  'https://a b/*',
  'https://a.org?b/*',
  'https://a@b.org/*',
  'https://A.org/*',
  'https://[::1]/*',
  `https://a/${'*'.repeat(400)}`,
])('is no match pattern of the web: %s', (pattern) => {
  expect(isMatchPattern(pattern)).toBe(false);
});

test.each([
  ['https://CRM.Example.com/Deals/*', 'https://crm.example.com/Deals/*'],
  ['*://*.客户.中国:8080/商机/*', '*://*.xn--ubt06m.xn--fiqs8s:8080/商机/*'],
  ['http://127.1/*', 'http://127.0.0.1/*'],
  ['https://*/*', 'https://*/*'],
  ['https://a.org?B/*', 'https://a.org?B/*'],
  ['https://A B/*', 'https://A B/*'],
])('the host of %s is written as addresses have it: %s', (pattern, plain) => {
  expect(plainPattern(pattern)).toBe(plain);
});
