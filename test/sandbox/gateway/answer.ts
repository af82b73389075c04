import { isJsonObject, type Json, JsonNumber, type JsonObject, writeJson } from '../json.ts';
import type { Refusal } from './refusal.ts';
import { type Reply, wholeReply } from './reply.ts';

/** `alibaba.a.b` → `alibaba_a_b_response`; the platform's own methods lose their `taobao.`. */
const responseName = (method: string): string => `${method.replace(/^taobao\./, '').replaceAll('.', '_')}_response`;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const writeXml = (name: string, value: Json): string => {
  if (Array.isArray(value)) return value.map((item) => writeXml(name, item)).join('');
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(([child, member]) => writeXml(child, member));
    return `<${name}>${members.join('')}</${name}>`;
  }
  return `<${name}>${escapeXml(value instanceof JsonNumber ? value.digits : String(value ?? ''))}</${name}>`;
};

const write = (format: string | undefined, name: string, content: JsonObject): Reply =>
  format === 'json'
    ? wholeReply('text/javascript;charset=UTF-8', writeJson({ [name]: content }))
    : wholeReply('text/xml;charset=UTF-8', `<?xml version="1.0" encoding="utf-8" ?>${writeXml(name, content)}`);

/** XML is the platform's default: only `format=json` gets JSON. */
export const writeAnswer = (
  format: string | undefined,
  method: string,
  content: JsonObject,
  requestId: string,
): Reply => write(format, responseName(method), { ...content, request_id: requestId });

export const writeRefusal = (format: string | undefined, refusal: Refusal, requestId: string): Reply =>
  write(format, 'error_response', {
    code: new JsonNumber(String(refusal.code)),
    msg: refusal.msg,
    ...(refusal.subCode === undefined ? {} : { sub_code: refusal.subCode }),
    ...(refusal.subMsg === undefined ? {} : { sub_msg: refusal.subMsg }),
    request_id: requestId,
  });
