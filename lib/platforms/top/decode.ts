import { AppError } from '@/lib/errors/app-error';
import { parseTolerant } from '@/lib/json/parse-lossless';
import type { TopErrorResponse } from './failures';
import { isJsonObject, readText } from './read-answer';

export type TopDecoded =
  | { kind: 'body'; body: Record<string, unknown>; requestId?: string | undefined }
  | { kind: 'error'; error: TopErrorResponse };

/**
 * Reads an answer's text: the body inside its wrapper, or the platform's error.
 * Throws `unreadable-answer` with reason `html`, `not-json`, `too-large` or `not-a-top-gateway`.
 */
export function decodeTop(text: string): TopDecoded {
  // XML is a platform's answer all the same, only not the one that was asked for.
  if (/^\s*<(?!\?xml)/.test(text)) throw new AppError('unreadable-answer', { reason: 'html' });
  const root = parseTolerant(text);
  if (!isJsonObject(root)) throw noTopAnswer();
  if (Object.hasOwn(root, 'error_response')) return { kind: 'error', error: readError(root.error_response) };
  const body = unwrap(root);
  return { kind: 'body', body, requestId: readText(body.request_id) };
}

/**
 * The root's first value, whatever its name, as the official parsers do: the wrapper's name is not always the
 * method's (`taobao.` is cut off). A simplified answer has no wrapper: there the root itself is the body.
 */
function unwrap(root: Record<string, unknown>): Record<string, unknown> {
  const [first, ...others] = Object.entries(root);
  if (!first) throw noTopAnswer();
  const [name, value] = first;
  const isWrapper = name.endsWith('_response') || (others.length === 0 && typeof value === 'object');
  if (!isWrapper) return root;
  if (!isJsonObject(value)) throw noTopAnswer();
  return value;
}

function readError(value: unknown): TopErrorResponse {
  const code = isJsonObject(value) ? readText(value.code) : undefined;
  if (!isJsonObject(value) || code === undefined) throw noTopAnswer();
  return {
    code,
    subCode: readText(value.sub_code),
    message: readText(value.msg),
    subMessage: readText(value.sub_msg),
    requestId: readText(value.request_id),
  };
}

function noTopAnswer(): AppError {
  return new AppError('unreadable-answer', { reason: 'not-a-top-gateway' });
}
