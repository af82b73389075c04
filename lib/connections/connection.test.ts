import { expect, it } from 'vitest';
import { type Connection, validateConnection } from './connection';

const connection: Connection = {
  id: 'top',
  platform: 'top',
  name: '淘宝开放平台',
  endpoint: 'https://eco.taobao.com/router/rest',
  appKey: '12345678',
  signMethod: 'hmac-sha256',
};

it('finds nothing wrong with a right connection', () => {
  expect(validateConnection(connection)).toEqual([]);
});

it.each([
  [{ id: '' }, 'id', 'required'],
  [{ id: 'a b' }, 'id', 'not-an-id'],
  [{ id: '__proto__' }, 'id', 'not-an-id'],
  [{ id: 'x'.repeat(65) }, 'id', 'too-long'],
  [{ platform: 'ikcrm' }, 'platform', 'platform-not-supported'],
  [{ name: ' ' }, 'name', 'required'],
  [{ name: '名'.repeat(81) }, 'name', 'too-long'],
  [{ name: '名\u202e称' }, 'name', 'not-an-id'],
  [{ name: '名\u2066称' }, 'name', 'not-an-id'],
  [{ endpoint: 'http://eco.taobao.com/router/rest' }, 'endpoint', 'not-https'],
  [{ appKey: '' }, 'appKey', 'required'],
  [{ appKey: '1234 5678' }, 'appKey', 'not-an-id'],
  [{ appKey: '１２３' }, 'appKey', 'not-an-id'],
  [{ appKey: '1'.repeat(33) }, 'appKey', 'too-long'],
  [{ signMethod: 'sha256' }, 'signMethod', 'bad-value'],
])('with %j it names %s as %s', (change, path, reason) => {
  expect(validateConnection({ ...connection, ...change })).toEqual([{ path, reason }]);
});

it('names every fault at once, for a form', () => {
  const issues = validateConnection({ ...connection, name: '', endpoint: 'x', appKey: 'x' });
  expect(issues.map(({ path }) => path)).toEqual(['name', 'endpoint', 'appKey']);
});

it('keeps to an administrator’s list', () => {
  expect(validateConnection(connection, ['https://relay.example.com'])).toEqual([
    { path: 'endpoint', reason: 'endpoint-not-allowed' },
  ]);
});
