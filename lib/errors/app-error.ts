/** What went wrong, named by what a person can do about it. The list is closed: a new code needs its sentence in every catalogue. */
export const errorCodes = [
  'invalid-input',
  'locked',
  'sign-in-again',
  'not-allowed',
  'throttled',
  'quota-gone',
  'rejected',
  'not-found',
  'conflict',
  'offline',
  'timed-out',
  'outcome-unknown',
  'clock-off',
  'unreadable-answer',
  'storage-full',
  'bug',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What the platform itself said; shown to people as plain text, never interpreted beyond `code` and `subCode`. */
export interface PlatformError {
  code?: string | undefined;
  subCode?: string | undefined;
  message?: string | undefined;
  /** The platform's own id of the call, to quote to its support. */
  requestId?: string | undefined;
}

export interface ErrorDetail {
  /** A finer cause within the code, e.g. `wrong-passphrase`; a key of the catalogues, kebab-case. */
  reason?: string | undefined;
  /** The place in the input, e.g. `opportunity_id` or `connections[0].endpoint`. */
  path?: string | undefined;
  platform?: PlatformError | undefined;
  /** When it may work again, epoch milliseconds. */
  until?: number | undefined;
  /** The rows, by their place in what was asked for, that another job has. */
  overlap?: { jobId: string; rows: number[] } | undefined;
}

/** The form in which an error crosses contexts and is stored. */
export interface ErrorData {
  code: ErrorCode;
  detail: ErrorDetail;
}

/** An expected failure. Match on `code`, never on the class: it does not survive messaging. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}, cause?: unknown) {
    super(detail.reason ? `${code}: ${detail.reason}` : code, { cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}

/** Anything thrown, as data. What is not an AppError is a bug of ours; its text stays here, since it may quote input. */
export function toErrorData(thrown: unknown): ErrorData {
  if (isErrorData(thrown)) return { code: thrown.code, detail: thrown.detail };
  return { code: 'bug', detail: { reason: thrown instanceof Error ? thrown.name : typeof thrown } };
}

export function isErrorData(value: unknown): value is ErrorData {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('detail' in value)) return false;
  return errorCodes.some((code) => code === value.code) && typeof value.detail === 'object' && value.detail !== null;
}
