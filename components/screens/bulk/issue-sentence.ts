import { bulkMessages, fieldWords } from '@/lib/i18n/bulk-messages';
import { language } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { RowIssue } from '@/lib/messages/draft-row';
import { type BulkOperationId, bulkOperation } from './bulk-operations';

/** What is wrong with a field, in words. */
export function issueSentence(id: BulkOperationId, issue: RowIssue, now: number): string {
  const { check } = bulkMessages.value;
  const { fields: text } = screenMessages.value;
  const { reason, field, others = [], earlier, atWork } = issue;
  const labels = (names: readonly string[]) =>
    new Intl.ListFormat(language.value).format(names.map((name) => fieldWords(id, name).label));
  if (reason === 'person-repeated') return check.reasons[reason];
  if (reason === 'person-earlier' && earlier) return check.personEarlier(dayOf(earlier.at, now));
  if (earlier) return check.doneEarlier[id](dayOf(earlier.at, now));
  if (atWork) return check.atWork(dayOf(atWork.at, now));
  if (reason === 'one-of-required') return check.oneOf(labels(others));
  if (reason === 'required-together') return check.together(labels([field, ...others]));
  const { fields, shared } = bulkOperation(id).declaration;
  if (reason === 'too-long') return text.tooLong((fields[field] ?? shared[field])?.maxLength ?? 0);
  const known: Readonly<Record<string, string>> = { ...text.issues, ...check.reasons };
  return (Object.hasOwn(known, reason) ? known[reason] : undefined) ?? check.reasons.unknown;
}

/** A day for a sentence: 11月14日, 14 Nov; with its year unless it is this one. */
function dayOf(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(language.value, {
    month: language.value === 'en' ? 'short' : 'long',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
}
