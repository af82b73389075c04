import { AppError } from '@/lib/errors/app-error';

declare const rawNumberBrand: unique symbol;

/** Digits that `JSON.stringify` writes as a bare number, however many they are. Made last, just before writing: it does not survive cloning. */
export interface RawNumber {
  readonly rawJSON: string;
  readonly [rawNumberBrand]: true;
}

interface JsonWithRaw {
  rawJSON(text: string): RawNumber;
  isRawJSON(value: unknown): boolean;
}

/** The proposal (Chrome 114, Firefox 135, Node 22) is not in TypeScript's library yet. */
const jsonWithRaw = JSON as unknown as JsonWithRaw;

/** `digits` is a JSON number, e.g. `9007199254740993`; anything else throws `invalid-input` with reason `not-a-number`. */
export function rawNumber(digits: string): RawNumber {
  if (!isJsonNumber(digits)) throw new AppError('invalid-input', { reason: 'not-a-number' });
  return jsonWithRaw.rawJSON(digits);
}

export function isRawNumber(value: unknown): value is RawNumber {
  return jsonWithRaw.isRawJSON(value);
}

export function isJsonNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}
