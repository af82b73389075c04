import { describe, expect, it } from 'vitest';
import { postSignIn, putOpportunity } from './calls';
import { ikcrmWire, previewIkcrmRequest } from './request';

const connection = { baseUrl: 'https://lxcrm.weiwenjia.com', token: 'secret-token' };

describe('a dry run', () => {
  it('shows the very request, its token hidden', () => {
    const request = putOpportunity('568587', { title: '甲', customer_id: '9007199254740993' });
    const preview = previewIkcrmRequest(connection, request);
    const wire = ikcrmWire(connection, request);
    expect(preview).toEqual({
      ...wire,
      headers: wire.headers.map(([name, value]) => [name, value.replace('secret-token', '••••')]),
    });
    expect(preview.body).toContain('9007199254740993');
    expect(JSON.stringify(preview)).not.toContain('secret-token');
  });

  it('of a sign-in shows no password', () => {
    const preview = previewIkcrmRequest(connection, postSignIn({ login: 'a', password: 'my-password' }));
    expect(JSON.stringify(preview)).not.toContain('my-password');
  });
});
