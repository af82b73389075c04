import { expect, test } from 'vitest';
import { computeSignature } from './signature.ts';

const officialExample = {
  method: 'taobao.item.seller.get',
  app_key: '12345678',
  session: 'test',
  timestamp: '2016-01-01 12:00:00',
  format: 'json',
  v: '2.0',
  fields: 'num_iid,title,nick,price,num',
  num_iid: '11223344',
};
const serverTest = { v: '2.0', method: 'testMethod' };

type Vector = [source: string, secret: string, parameters: Record<string, string>, signMethod: string, sign: string];

const published: Vector[] = [
  ['official document 101617', 'helloworld', officialExample, 'md5', '66987CB115214E59E6EC978214934FB8'],
  ["the platform's own server test", 'test secret', serverTest, 'md5', 'BC4C39E03CA95879748C0961FF582648'],
  ["the platform's own server test", 'test secret', serverTest, 'hmac', 'A5D2BFD86D5B68E93941E094975BB173'],
];

const derived: Vector[] = [
  ['official example', 'helloworld', officialExample, 'hmac', 'D56D7858309C31B6251083A874D48273'],
  [
    'official example',
    'helloworld',
    officialExample,
    'hmac-sha256',
    '04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8',
  ],
];

const signOf = ([, secret, parameters, signMethod]: Vector) =>
  computeSignature(new Map(Object.entries({ ...parameters, sign_method: signMethod })), secret, signMethod);

test.each(published)('the published sign is reached: %s, %s %o %s', (...vector) => {
  expect(signOf(vector)).toBe(vector[4]);
});

// Nobody publishes one for these methods; reckoned by an implementation independent of this project.
test.each(derived)('the derived sign is reached: %s, %s %o %s', (...vector) => {
  expect(signOf(vector)).toBe(vector[4]);
});

test('text outside the basic plane and variation selectors is signed as UTF-8', () => {
  const parameters = new Map(Object.entries({ a: '1', b: '2', c: '\u2714\uFE0F' }));
  expect(computeSignature(parameters, 'sandbox01eff1e5ac77cf3d078982e6e', 'md5')).toBe(
    '3250EADEB3D5F9B453F4F0B95FA4B160',
  );
});

test.each(['sha256', 'MD5', '', 'constructor'])(
  'there is no sign for a method the platform does not know: %j',
  (name) => {
    expect(computeSignature(new Map([['a', '1']]), 'secret', name)).toBeUndefined();
  },
);
