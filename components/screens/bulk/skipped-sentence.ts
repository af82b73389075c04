import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { screenMessages } from '@/lib/i18n/screen-messages';

/** Why a row was not sent: it was faulty, or a person took it out. */
export function skippedSentence(reason: string): string {
  const { check, job } = bulkMessages.value;
  const known: Readonly<Record<string, string>> = {
    ...screenMessages.value.fields.issues,
    ...check.reasons,
    ...job.skipped,
  };
  return (Object.hasOwn(known, reason) ? known[reason] : undefined) ?? check.reasons.unknown;
}
