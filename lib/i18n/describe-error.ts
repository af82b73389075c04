import type { Messages } from '@/assets/messages/zh-cn';
import type { ErrorSentence } from '@/assets/messages/zh-cn/errors';
import type { ScreenMessages } from '@/assets/messages/zh-cn-screens';
import type { ErrorData, PlatformError } from '@/lib/errors/app-error';
import { formatMoment } from './format-time';
import type { Language } from './language';

/** Everything a person is told about a failure, as plain text. */
export interface Description {
  /** What happened. */
  title: string;
  /** What to do about it. */
  next: string;
  /** The platform's own words and codes, joined; may echo the request, so never logged. */
  said?: string | undefined;
  /** The platform's id of the call, to copy for its support. */
  requestId?: string | undefined;
}

/** The sentences to choose from. Without the finer ones, which may not be loaded yet, those by code do. */
export interface ErrorSentences {
  errorCodes: Messages['errorCodes'];
  errorReasons: ScreenMessages['errorReasons'] | undefined;
}

export interface OutcomeSentences extends ErrorSentences {
  outcomes: ScreenMessages['outcomes'];
}

export type OutcomeState = keyof OutcomeSentences['outcomes'];

/** `reason` is a key of the catalogues, an error code, or absent. */
export interface Outcome {
  reason?: string | undefined;
  platform?: PlatformError | undefined;
}

/**
 * The sentence for `code/reason`, else `reason`, else the code: a new reason without a sentence still says something.
 * What left without an answer has one next step, whatever broke: to look before anything is sent again.
 */
export function describeError(messages: ErrorSentences, language: Language, error: ErrorData): Description {
  const { reason, path, until, platform } = error.detail;
  const byCode = messages.errorCodes[error.code];
  if (error.code === 'outcome-unknown') return describeUnknown(messages, reason, byCode, platform);
  const sentence = findReason(messages, error.code, reason) ?? byCode;
  return { ...phrase(sentence, language, path, until), ...platformWords(platform) };
}

/** What became of a row. */
export function describeOutcome(messages: OutcomeSentences, state: OutcomeState, outcome: Outcome = {}): Description {
  const { reason, platform } = outcome;
  const byState = messages.outcomes[state];
  if (state === 'unknown') return describeUnknown(messages, reason, byState, platform);
  const sentence = findReason(messages, state, reason) ?? lookUp(messages.errorCodes, reason) ?? byState;
  return { title: sentence.title, next: sentence.next, ...platformWords(platform) };
}

function describeUnknown(
  messages: ErrorSentences,
  reason: string | undefined,
  byState: ErrorSentence,
  platform: PlatformError | undefined,
): Description {
  const own = lookUp(messages.errorReasons, `unknown/${reason}`);
  const cause =
    own ??
    lookUp(messages.errorReasons, reason) ??
    lookUp(messages.errorReasons, `unreadable-answer/${reason}`) ??
    lookUp(messages.errorCodes, reason) ??
    byState;
  return { title: cause.title, next: (own ?? byState).next, ...platformWords(platform) };
}

function findReason(messages: ErrorSentences, context: string, reason: string | undefined): ErrorSentence | undefined {
  return lookUp(messages.errorReasons, `${context}/${reason}`) ?? lookUp(messages.errorReasons, reason);
}

function lookUp(
  sentences: Readonly<Record<string, ErrorSentence>> | undefined,
  key: string | undefined,
): ErrorSentence | undefined {
  return sentences && key !== undefined && Object.hasOwn(sentences, key) ? sentences[key] : undefined;
}

function phrase(sentence: ErrorSentence, language: Language, path?: string, until?: number): Description {
  return {
    title: path && sentence.titleAt ? sentence.titleAt(path) : sentence.title,
    next: until !== undefined && sentence.nextUntil ? sentence.nextUntil(formatMoment(language, until)) : sentence.next,
  };
}

function platformWords(platform: PlatformError | undefined): Pick<Description, 'said' | 'requestId'> {
  if (!platform) return {};
  const said = [platform.code, platform.subCode, platform.message].filter(Boolean).join(' · ');
  return { ...(said && { said }), ...(platform.requestId && { requestId: platform.requestId }) };
}
