import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { editMessages } from '@/lib/i18n/edit-messages';
import { screenMessages } from '@/lib/i18n/screen-messages';

/** Why a row was not sent: it was faulty, or a person took it out. */
export function skippedSentence(reason: string): string {
  return knownIssue(reason) ?? bulkMessages.value.check.reasons.unknown;
}

/** The sentence of something that is wrong with a row's content, or why it was left out. */
export function knownIssue(reason: string): string | undefined {
  const { check, job } = bulkMessages.value;
  const known: Readonly<Record<string, string>> = {
    ...editMessages.value.issues,
    ...screenMessages.value.fields.issues,
    ...check.reasons,
    ...job.skipped,
  };
  return Object.hasOwn(known, reason) ? known[reason] : undefined;
}
