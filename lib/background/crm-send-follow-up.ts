import type { ErrorData } from '@/lib/errors/app-error';
import type { ClaimedRequest } from '@/lib/jobs/claim-request';
import type { SendResult } from '@/lib/jobs/send-result';
import type { CrmFollowUp } from '@/lib/messages/crm-contract';
import { followUpOutcomeSchema, opportunitySchema } from '@/lib/messages/crm-records';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import type { CallCrm } from '@/lib/opportunities/read-record';
import { type FollowUpOutcome, lookAfterFollowUp, readStage, writeFollowUp } from '@/lib/opportunities/write-follow-up';
import type { Database } from '@/lib/storage/open-database';
import { readCrmFollowUp, writeCrmEdit } from './crm-edits';
import { readFollowUpResult, triedOf } from './crm-send-result';
import { maskCrmWords } from './mask-crm-words';

export const editMissing: ErrorData = { code: 'bug', detail: { reason: 'edit-missing' } };
export const interrupted: ErrorData = { code: 'outcome-unknown', detail: { reason: 'interrupted' } };

/**
 * Writes the follow-up, once: that it leaves is on disk before it does, and one that stands there as left is never
 * sent again, whoever asks. The CRM absorbs no repeat and lists none, so what is looked at is for a person to judge by.
 */
export async function sendFollowUp(
  { database, clock }: { database: Database; clock: () => number },
  call: CallCrm,
  { job, request }: ClaimedRequest,
): Promise<SendResult> {
  const written = await readCrmFollowUp(database, job.id);
  if (!written) return { kind: 'paused', error: editMissing };
  const { sent, ...asked } = written;
  const outcome = sent
    ? await look(call, written, sent.now)
    : await writeFollowUp({
        call,
        before: asked.before,
        followUp: asked.followUp,
        beforeWrite: (now) => writeCrmEdit(database, job.id, { ...asked, sent: { now: opportunitySchema.parse(now) } }),
      });
  const left = sent ?? (await readCrmFollowUp(database, job.id))?.sent;
  await writeCrmEdit(database, job.id, {
    ...asked,
    // Turned away, nothing of it is on its way: the next attempt writes it.
    ...(outcome.kind === 'not-processed' ? {} : { sent: left }),
    outcome: followUpOutcomeSchema.parse(maskCrmWords(outcome)),
  });
  return readFollowUpResult(outcome, triedOf(request), clock());
}

/** At what it left behind: for good where the CRM said yes already and only the stage is in doubt. */
async function look(call: CallCrm, { outcome, followUp }: CrmFollowUp, now: Opportunity): Promise<FollowUpOutcome> {
  if (outcome?.kind === 'written' && followUp.stage)
    return { ...outcome, stage: await readStage(call, now, followUp.stage) };
  return lookAfterFollowUp(call, now, outcome?.kind === 'unknown' ? outcome.error : interrupted);
}
