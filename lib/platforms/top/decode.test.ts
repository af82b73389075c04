import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTop } from './decode';

describe('decodeTop', () => {
  it.each([
    ['the documented wrapper', '{"a_b_response":{"value":"1","request_id":"r"}}', { value: '1', request_id: 'r' }],
    ['a wrapper of another name', '{"something_else":{"value":"1"}}', { value: '1' }],
    ['a wrapper with company', '{"a_response":{"value":"1"},"extra":1}', { value: '1' }],
    ['an empty wrapper', '{"a_response":{}}', {}],
    ['a simplified answer', '{"value":"1","request_id":"r"}', { value: '1', request_id: 'r' }],
    [
      'a simplified answer that begins with a struct',
      '{"result":{"code":0},"request_id":"r"}',
      {
        result: { code: 0 },
        request_id: 'r',
      },
    ],
    ['ids beyond 2^53', '{"a_response":{"task_id":9007199254740993}}', { task_id: '9007199254740993' }],
    ['raw control characters', '{"a_response":{"memo":"一\n二"}}', { memo: '一 二' }],
  ])('takes the body of %s', (_what, text, body) => {
    expect(decodeTop(text)).toMatchObject({ kind: 'body', body });
  });

  it('takes the request id, also when it is a number too long', () => {
    expect(decodeTop('{"a_response":{"request_id":12345678901234567890}}')).toMatchObject({
      requestId: '12345678901234567890',
    });
  });

  it.each([
    '{"error_response":{"code":25,"msg":"m","sub_code":"isv.x","sub_msg":"s","request_id":"r"}}',
    '{"request_id":"0","error_response":{"code":"25","msg":"m","sub_code":"isv.x","sub_msg":"s","request_id":"r"}}',
  ])("takes the platform's error of %s", (text) => {
    expect(decodeTop(text)).toEqual({
      kind: 'error',
      error: { code: '25', subCode: 'isv.x', message: 'm', subMessage: 's', requestId: 'r' },
    });
  });

  it.each([
    ['<html>登录</html>', 'html'],
    ['\n<!DOCTYPE html><title>登录</title>', 'html'],
    ['<?xml version="1.0"?><error_response/>', 'not-json'],
    ['', 'not-json'],
    ['{"a_response":{"value":"2019', 'not-json'],
    ['[{"value":"1"}]', 'not-a-top-gateway'],
    ['"ok"', 'not-a-top-gateway'],
    ['null', 'not-a-top-gateway'],
    ['{}', 'not-a-top-gateway'],
    ['{"a_response":[{"value":"1"}]}', 'not-a-top-gateway'],
    ['{"a_response":null}', 'not-a-top-gateway'],
    ['{"a_response":"1"}', 'not-a-top-gateway'],
    ['{"error_response":{}}', 'not-a-top-gateway'],
    ['{"error_response":"no"}', 'not-a-top-gateway'],
  ])('calls %j unreadable (%s)', (text, reason) => {
    expect(() => decodeTop(text)).toThrow(expect.objectContaining({ code: 'unreadable-answer', detail: { reason } }));
  });

  it('reads any text or calls it unreadable, and fails in no other way', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        let code: unknown = 'none';
        try {
          decodeTop(text);
        } catch (error) {
          code = error instanceof Error && 'code' in error ? error.code : error;
        }
        expect(['none', 'unreadable-answer']).toContain(code);
      }),
    );
  });
});
