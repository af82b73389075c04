import type { ErrorData, PlatformError } from '@/lib/errors/app-error';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { SendResult } from './send-result';

/** Their objects are numbers that look like phones and are none; nobody's phone is sent. */
const withoutPeople = new Set(['release-opportunity', 'sell-cards']);

/** The platform's words may repeat whom it was to reach: they are kept, shown and exported without. */
export function maskResult(result: SendResult, operation: string): SendResult {
  if (withoutPeople.has(operation)) return result;
  if (result.kind !== 'answered') return { ...result, error: maskError(result.error) };
  const outcomes = result.outcomes.map((outcome) =>
    outcome.platform ? { ...outcome, platform: maskWords(outcome.platform) } : outcome,
  );
  return { ...result, outcomes };
}

/** The same, of one error. */
export function maskError(error: ErrorData): ErrorData {
  const { platform } = error.detail;
  return platform ? { ...error, detail: { ...error.detail, platform: maskWords(platform) } } : error;
}

function maskWords(platform: PlatformError): PlatformError {
  return platform.message === undefined ? platform : { ...platform, message: maskWhereFound(platform.message) };
}
