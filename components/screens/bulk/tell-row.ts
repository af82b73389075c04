import type { ErrorData } from '@/lib/errors/app-error';
import { bulkMessages, fieldWords } from '@/lib/i18n/bulk-messages';
import type { Description, Outcome, OutcomeState } from '@/lib/i18n/describe-error';
import { describeCrmError, editMessages } from '@/lib/i18n/edit-messages';
import { language } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { tellError } from '@/lib/i18n/tell-error';
import { tellOutcome } from '@/lib/i18n/tell-outcome';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import { isBulkOperation } from './bulk-operations';
import { knownIssue } from './skipped-sentence';

/** What became of a row, in the terms of the system that it went to, and which fields that is about. */
export function tellRow(
  operation: string,
  state: OutcomeState,
  outcome: Outcome & { fields?: readonly string[] | undefined },
): Description {
  const general = tellOutcome(state, outcome);
  const { job } = bulkMessages.value;
  const own = operation === updateOpportunity.id ? ofCrm(state, outcome.reason) : undefined;
  const title = own?.title ?? general.title;
  const labels = (outcome.fields ?? []).map((field) => fieldWords(operation, field).label);
  return {
    ...general,
    title: labels.length > 0 ? job.about(title, new Intl.ListFormat(language.value).format(labels)) : title,
    next: state === 'unknown' ? unknownNext(operation, general.next) : (own?.next ?? general.next),
  };
}

function ofCrm(state: OutcomeState, reason = ''): Pick<Description, 'title' | 'next'> | undefined {
  const reasons: Readonly<Record<string, Pick<Description, 'title' | 'next'>>> = editMessages.value.reasons;
  if (Object.hasOwn(reasons, reason)) return reasons[reason];
  const issue = state === 'failed' ? knownIssue(reason) : undefined;
  return issue === undefined ? undefined : { title: issue, next: bulkMessages.value.job.retryNote };
}

/** Where to look what became of it: not everything that is written here stands in a CRM. */
function unknownNext(operation: string, general: string): string {
  const isGeneral = general === screenMessages.value.outcomes.unknown.next;
  return isGeneral && isBulkOperation(operation) ? bulkMessages.value[operation].unknownNext : general;
}

/** As `tellError`, likewise. */
export function tellFailure(operation: string, error: ErrorData): Description {
  const told = operation === updateOpportunity.id ? describeCrmError(error) : tellError(error);
  const isLost = error.code === 'outcome-unknown' || error.code === 'timed-out';
  return isLost && isBulkOperation(operation) ? { ...told, next: bulkMessages.value[operation].unknownNext } : told;
}
