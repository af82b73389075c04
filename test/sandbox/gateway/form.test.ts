import { expect, test } from 'vitest';
import { readForm } from './form.ts';

const multipart = (...parts: string[]) =>
  Buffer.from(`${parts.map((part) => `--cut\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--cut--\r\n`);

test('a urlencoded form is read with plus, percent and Chinese text', () => {
  const body = Buffer.from('a=1+2&b=%E7%8E%8B%E4%BA%94&c=&d&e=x%3Dy=z');
  expect(readForm('application/x-www-form-urlencoded;charset=utf-8', body)).toEqual({
    fields: new Map([
      ['a', '1 2'],
      ['b', '王五'],
      ['c', ''],
      ['d', ''],
      ['e', 'x=y=z'],
    ]),
    violations: [],
  });
});

test('a multipart form gives its fields; a file is noted and not a field', () => {
  const body = multipart('name="memo"\r\n\r\n老板\r\n不接受', 'name="photo"; filename="a.png"\r\n\r\nbinary');
  expect(readForm('multipart/form-data; boundary=cut', body)).toEqual({
    fields: new Map([['memo', '老板\r\n不接受']]),
    violations: ['file-parameter:photo'],
  });
});

test('of two fields with one name the first counts and the other is a violation', () => {
  const body = Buffer.from('a=1&a=2');
  expect(readForm('application/x-www-form-urlencoded', body)).toEqual({
    fields: new Map([['a', '1']]),
    violations: ['repeated-parameter:a'],
  });
});

test.each([
  ['percent signs that are none', 'application/x-www-form-urlencoded', Buffer.from('a=%zz')],
  ['GBK in percent form', 'application/x-www-form-urlencoded', Buffer.from('a=%C0%CF')],
  [
    'GBK in a multipart field',
    'multipart/form-data; boundary=cut',
    Buffer.concat([
      Buffer.from('--cut\r\nContent-Disposition: form-data; name="a"\r\n\r\n'),
      Buffer.from([0xc0, 0xcf]),
      Buffer.from('\r\n--cut--'),
    ]),
  ],
])('what is not UTF-8 is an encoding fault: %s', (_what, contentType, body) => {
  expect(readForm(contentType, body)).toBe('encoding');
});

test('any other content type is no form', () => {
  expect(readForm('application/json', Buffer.from('{}'))).toBe('content-type');
});
