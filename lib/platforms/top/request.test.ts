import { describe, expect, it } from 'vitest';
import { previewTopRequest, signedTopLines, type TopRequest } from './request';
import { signTop } from './sign';

const request: TopRequest = {
  connection: {
    endpoint: 'https://eco.taobao.com/router/rest',
    appKey: '12345678',
    appSecret: 'helloworld',
    session: 'test',
    signMethod: 'md5',
  },
  method: 'taobao.item.seller.get',
  params: { fields: 'num_iid,title,nick,price,num', num_iid: '11223344', empty: '' },
  serverTimeMs: Date.parse('2016-01-01T04:00:00Z'),
};

describe('a request', () => {
  it('has every common parameter, no empty one, and the sign of the official document', () => {
    expect(signedTopLines(request)).toEqual([
      ['method', 'taobao.item.seller.get'],
      ['app_key', '12345678'],
      ['session', 'test'],
      ['timestamp', '2016-01-01 12:00:00'],
      ['format', 'json'],
      ['v', '2.0'],
      ['sign_method', 'md5'],
      ['fields', 'num_iid,title,nick,price,num'],
      ['num_iid', '11223344'],
      ['sign', '66987CB115214E59E6EC978214934FB8'],
    ]);
  });

  it('has no session line when the connection has no session', () => {
    const lines = signedTopLines({ ...request, connection: { ...request.connection, session: '' } });
    expect(lines.map(([name]) => name)).not.toContain('session');
  });

  it.each(['callback', 'style', 'app_ip', 'api_key', 'simplify', 'sign', 'session', 'timestamp'])(
    'never takes %s for a business parameter',
    (name) => {
      expect(() => signedTopLines({ ...request, params: { [name]: 'x' } })).toThrow(
        expect.objectContaining({ code: 'bug', detail: { reason: 'misplaced-parameter', path: name } }),
      );
    },
  );

  it('signs what is sent, whatever a parameter is called', () => {
    const lines = signedTopLines({ ...request, params: Object.fromEntries([['__proto__', 'x']]) });
    const sent = Object.fromEntries(lines);
    expect(sent.sign).toBe(signTop({ params: sent, secret: 'helloworld', method: 'md5' }));
    expect(lines.map(([name]) => name)).toContain('__proto__');
  });
});

describe('previewTopRequest', () => {
  it('shows the same lines in the same order, session and sign hidden', () => {
    const preview = previewTopRequest(request);
    const sent = signedTopLines(request);
    expect(preview.endpoint).toBe('https://eco.taobao.com/router/rest');
    expect(preview.lines.map(([name]) => name)).toEqual(sent.map(([name]) => name));
    expect(preview.lines.filter((line, index) => line[1] !== sent[index]?.[1])).toEqual([
      ['session', '••••••••'],
      ['sign', '••••••••'],
    ]);
    expect(JSON.stringify(preview)).not.toMatch(/helloworld|"test"/);
  });
});
