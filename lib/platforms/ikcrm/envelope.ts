import { toErrorData } from '@/lib/errors/app-error';
import { parseTolerant } from '@/lib/json/parse-lossless';
import { isJsonObject, readText } from '@/lib/platforms/top/read-answer';
import { type IkcrmFieldMessage, readFieldMessages } from './field-messages';

/** The CRM's `{code, data, message}`; code `0` is success. */
export interface IkcrmEnvelope {
  code: string;
  data: unknown;
  message?: string | undefined;
  fields: IkcrmFieldMessage[];
}

export type IkcrmDecoded =
  | { kind: 'envelope'; envelope: IkcrmEnvelope }
  /** Words of a refusal that came without a code, if any; `reason` says why it is no envelope. */
  | { kind: 'other'; reason: string; message?: string | undefined; fields: IkcrmFieldMessage[] };

/** Reads an answer's text. The code may be a number or a text. */
export function decodeIkcrm(text: string): IkcrmDecoded {
  const shape = /^\s*</.test(text) ? 'html' : text.trim() === '' ? 'empty-answer' : undefined;
  if (shape) return { kind: 'other', reason: shape, fields: [] };
  const root = parse(text);
  if (root.reason !== undefined) return { kind: 'other', reason: root.reason, fields: [] };
  if (!isJsonObject(root.value)) return { kind: 'other', reason: 'not-an-ikcrm', fields: [] };
  const { value } = root;
  const fields = readFieldMessages(value);
  const message = readMessage(value) ?? (fields.map((field) => field.message).join(' ') || undefined);
  const code = typeof value.code === 'boolean' ? undefined : readText(value.code)?.trim();
  if (!code) return { kind: 'other', reason: 'not-an-ikcrm', message, fields };
  return { kind: 'envelope', envelope: { code, data: value.data, message, fields } };
}

function parse(text: string): { value?: unknown; reason?: string | undefined } {
  try {
    return { value: parseTolerant(text) };
  } catch (error) {
    const { reason = 'not-json' } = toErrorData(error).detail;
    // It began as JSON: most likely its end did not come.
    return { reason: reason === 'not-json' && /^\s*[{[]/.test(text) ? 'cut-off' : reason };
  }
}

function readMessage(root: Record<string, unknown>): string | undefined {
  for (const key of ['message', 'error', 'msg', 'errors']) {
    const value = root[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return undefined;
}
