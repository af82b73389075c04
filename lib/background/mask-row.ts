import type { ErrorData } from '@/lib/errors/app-error';
import { maskEmail, maskPhone } from '@/lib/i18n/mask';
import { maskError } from '@/lib/jobs/mask-result';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { Fields, RowValues } from '@/lib/operations/field';
import type { StoredOutcome } from '@/lib/storage/schema';

const masks = { phone: maskPhone, email: maskEmail };

/** A row as it may be looked at: personal data are whole in the request alone. */
export function maskValues(fields: Fields, values: RowValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const mask = Object.hasOwn(fields, name) ? fields[name]?.mask : undefined;
      return [name, mask ? masks[mask](value) : value];
    }),
  );
}

/** The platform may repeat in its words what it was sent, of this row or of another in the same request. */
export function maskOutcome(fields: Fields, values: RowValues, outcome: StoredOutcome): StoredOutcome {
  const { platform } = outcome;
  if (!platform?.message) return outcome;
  const masked = maskValues(fields, values);
  const message = Object.keys(values).reduce((text, name) => {
    const [whole = '', shown = ''] = [values[name], masked[name]];
    return whole === shown ? text : text.replaceAll(whole, shown);
  }, platform.message);
  return { ...outcome, platform: { ...platform, message: maskWhereFound(message) } };
}

/** An attempt's error is that of all rows of its request. */
export function maskAttempts<One extends { error?: ErrorData | undefined }>(attempts: readonly One[]): One[] {
  return attempts.map((attempt) => ({ ...attempt, ...(attempt.error && { error: maskError(attempt.error) }) }));
}

/** A job's failures are shown where its rows are not. */
export function maskFailures<One extends { lastFailure?: ErrorData | undefined; pausedBy?: ErrorData | undefined }>(
  job: One,
): One {
  const { lastFailure, pausedBy } = job;
  return {
    ...job,
    ...(lastFailure && { lastFailure: maskError(lastFailure) }),
    ...(pausedBy && { pausedBy: maskError(pausedBy) }),
  };
}
