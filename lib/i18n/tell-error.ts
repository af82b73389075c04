import type { ErrorData } from '@/lib/errors/app-error';
import { type Description, describeError } from './describe-error';
import { language, messages } from './messages';
import { errorReasons } from './screen-messages';

/** As `describeError`, in the language on the screen; by the code alone until the finer sentences are loaded. */
export function tellError(error: ErrorData): Description {
  const { errorCodes } = messages.value;
  return describeError({ errorCodes, errorReasons: errorReasons.value }, language.value, error);
}
