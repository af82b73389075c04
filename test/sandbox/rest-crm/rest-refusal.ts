import type { FaultOptions } from '../control/faults.ts';
import type { Shape } from '../control/shapes.ts';
import { JsonNumber, type JsonObject } from '../json.ts';

/** A no of this CRM: many come as HTTP 200. `fields`: its words about each field. */
export type RestRefusal = { status: number; code: number; message: string; fields?: Record<string, string[]> };

const refusal = (status: number, code: number, message: string): RestRefusal => ({ status, code, message });

export const badRequest = (message: string): RestRefusal => refusal(400, 400, message);
export const unauthorized = (message: string): RestRefusal => refusal(401, 401, message);
export const forbidden = refusal(403, 403, '您没有权限使用开放接口');
export const wrongLogin = refusal(200, 100001, '账号或密码错误');
export const signedInElsewhere = refusal(200, 100401, '您的账号已在其他设备登录,请重新登录');
export const noPermission = refusal(200, 100100, '没有权限或数据不存在');
export const notFound = refusal(404, 404, '数据不存在');
export const tooManyCalls = refusal(429, 429, '请求过于频繁,请稍后再试');

export const unprocessable = (fields: Record<string, string[]>): RestRefusal => ({
  ...refusal(422, 422, Object.values(fields).flat().join(';')),
  fields,
});

/** The refusal that an `error` fault asks for. */
export const refusalOfFault = ({ code, msg, status, field }: FaultOptions): RestRefusal => ({
  ...refusal(status === undefined ? 200 : Number(status), Number(code), String(msg)),
  ...(field === undefined ? {} : { fields: { [String(field)]: [String(msg)] } }),
});

const writeCode = (code: number, shape: Shape) =>
  shape('rest-code') === 'number' ? new JsonNumber(String(code)) : String(code);

export const writeEnvelope = (data: JsonObject | null, shape: Shape): JsonObject => ({
  code: writeCode(0, shape),
  message: '',
  data,
});

/** Where the words about fields stand is not documented. */
export const writeRefusal = ({ code, message, fields }: RestRefusal, shape: Shape): JsonObject => {
  const place = shape('rest-errors');
  return {
    code: writeCode(code, shape),
    message,
    data: fields && place === 'data' ? { errors: fields } : null,
    ...(fields && place === 'root' ? { errors: fields } : {}),
  };
};
