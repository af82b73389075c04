import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signTop, type TopSignMethod, topSignMethods } from './sign';

const documentParams = {
  method: 'taobao.item.seller.get',
  app_key: '12345678',
  session: 'test',
  timestamp: '2016-01-01 12:00:00',
  format: 'json',
  v: '2.0',
  fields: 'num_iid,title,nick,price,num',
  num_iid: '11223344',
};
const serverParams = { v: '2.0', method: 'testMethod' };

interface Vector {
  source: string;
  secret: string;
  params: Record<string, string>;
  method: TopSignMethod;
  sign: string;
}

const vectors: Vector[] = [
  {
    source: 'official document 101617',
    secret: 'helloworld',
    params: { ...documentParams, sign_method: 'md5' },
    method: 'md5',
    sign: '66987CB115214E59E6EC978214934FB8',
  },
  {
    source: "the platform's own server test",
    secret: 'test secret',
    params: { ...serverParams, sign_method: 'md5' },
    method: 'md5',
    sign: 'BC4C39E03CA95879748C0961FF582648',
  },
  {
    source: "the platform's own server test",
    secret: 'test secret',
    params: { ...serverParams, sign_method: 'hmac' },
    method: 'hmac',
    sign: 'A5D2BFD86D5B68E93941E094975BB173',
  },
  {
    source: "node-topsdk's test",
    secret: 'sandbox01eff1e5ac77cf3d078982e6e',
    params: { a: '1', b: '2', c: '\u2714\uFE0F' },
    method: 'md5',
    sign: '3250EADEB3D5F9B453F4F0B95FA4B160',
  },
  {
    source: 'derived, not published',
    secret: 'helloworld',
    params: { ...documentParams, sign_method: 'hmac' },
    method: 'hmac',
    sign: 'D56D7858309C31B6251083A874D48273',
  },
  {
    source: 'derived, not published',
    secret: 'helloworld',
    params: { ...documentParams, sign_method: 'hmac-sha256' },
    method: 'hmac-sha256',
    sign: '04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8',
  },
];

/** A second reading of the document, on another implementation of the hashes. */
function signWithNode(params: Record<string, string>, secret: string, method: TopSignMethod): string {
  let text = '';
  for (const name of Object.keys(params).sort()) {
    if (name === 'sign' || params[name] === '') continue;
    text += name + params[name];
  }
  const hash =
    method === 'md5'
      ? createHash('md5').update(secret + text + secret, 'utf8')
      : createHmac(method === 'hmac' ? 'md5' : 'sha256', secret).update(text, 'utf8');
  return hash.digest('hex').toUpperCase();
}

describe('signTop', () => {
  it.each(vectors)('signs as $source says ($method)', ({ params, secret, method, sign }) => {
    expect(signTop({ params, secret, method })).toBe(sign);
  });

  it('agrees with another implementation on any text', () => {
    const anyText = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), anyText),
        anyText,
        fc.constantFrom(...topSignMethods),
        (params, secret, method) => {
          expect(signTop({ params, secret, method })).toBe(signWithNode(params, secret, method));
        },
      ),
    );
  });

  it('sorts by code unit, so that capitals and underscores stand where the platform expects them', () => {
    const params = { app_key: '1', appKey: '2', B: '3', a: '4' };
    expect(signTop({ params, secret: 's', method: 'md5' })).toBe(
      createHash('md5').update('sB3a4appKey2app_key1s').digest('hex').toUpperCase(),
    );
  });

  it('signs neither empty values nor a sign that is already there', () => {
    const sign = signTop({ params: { a: '1' }, secret: 's', method: 'hmac-sha256' });
    expect(signTop({ params: { a: '1', b: '', sign: 'x' }, secret: 's', method: 'hmac-sha256' })).toBe(sign);
  });

  it('keeps white space: what is sent is what is signed', () => {
    const signOf = (a: string) => signTop({ params: { a }, secret: 's', method: 'hmac' });
    expect(signOf(' 1')).not.toBe(signOf('1'));
  });
});
