import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import { postRevisitLog } from '@/lib/platforms/ikcrm/calls';
import type { IkcrmRetry } from '@/lib/platforms/ikcrm/failures';
import type { IkcrmFieldMessage } from '@/lib/platforms/ikcrm/field-messages';
import { compareFields, type FieldResult } from './compare-after';
import type { Conflict } from './difference';
import { refuseEdit } from './editable';
import { isSameValue } from './field';
import type { FollowUp } from './follow-up';
import { knownValue, type Opportunity } from './opportunity';
import { type CallCrm, notRead, readRecord } from './read-record';
import { firstText } from './read-value';

/** What became of a follow-up. Each kind is one sentence of the interface. */
export type FollowUpOutcome =
  /** The CRM said yes. `stage` is what the record shows of the move that was asked in the same call. */
  | { kind: 'written'; logId?: string | undefined; stage?: FieldResult | undefined; now: Opportunity }
  /** Somebody moved the stage meanwhile; nothing was sent. */
  | { kind: 'stage-changed'; conflict: Conflict; now: Opportunity }
  /** Its stage cannot be moved now; nothing was sent. */
  | { kind: 'not-editable'; error: ErrorData; now: Opportunity }
  /** Refused for good: nothing was written. */
  | { kind: 'refused'; error: ErrorData; fields: readonly IkcrmFieldMessage[] }
  /** Turned away before anything was done: the same follow-up may go again. */
  | { kind: 'not-processed'; error: ErrorData; retry: IkcrmRetry; until?: number | undefined }
  /** It left, and whether it was written is not known. The record before and after is all there is to look at. */
  | { kind: 'unknown'; error: ErrorData; now: Opportunity; after?: Opportunity | undefined };

export interface FollowUpWriting {
  call: CallCrm;
  /** The record as the person saw it. */
  before: Opportunity;
  followUp: FollowUp;
  /** Awaited just before it leaves: the place to write that down. If it throws, nothing is sent. */
  beforeWrite(now: Opportunity): Promise<void>;
}

/** Writes a follow-up, once. A move of the stage is an edit: the record is read before, and again afterwards. It never throws. */
export async function writeFollowUp({
  call,
  before,
  followUp,
  beforeWrite,
}: FollowUpWriting): Promise<FollowUpOutcome> {
  const reading = followUp.stage ? await readRecord(call, before.id) : undefined;
  if (reading?.kind === 'not-read') return notRead(reading);
  const now = reading?.opportunity ?? before;
  const standing = reading && refuseMove(before, now, followUp.stage ?? '');
  if (standing) return standing;
  const isMoved = !!followUp.stage && !isSameValue('stage', knownValue(now, 'stage'), followUp.stage);
  const sent = isMoved ? followUp : { ...followUp, stage: undefined };
  try {
    await beforeWrite(now);
  } catch (thrown) {
    return { kind: 'not-processed', error: toErrorData(thrown), retry: 'no' };
  }
  const answer = await call(postRevisitLog({ opportunityId: now.id, ...sent }));
  if (answer.kind === 'answer') {
    const written = { kind: 'written', logId: firstText(answer.data, 'id'), now } as const;
    return isMoved ? { ...written, stage: await readStage(call, now, followUp.stage ?? '') } : written;
  }
  if (answer.outcome === 'unknown') return lookAfterFollowUp(call, now, answer.error);
  if (answer.outcome === 'failed') return { kind: 'refused', error: answer.error, fields: answer.fields };
  const again = answer.kind === 'refused' ? { retry: answer.retry, until: answer.until } : { retry: 'no' as const };
  return { kind: 'not-processed', error: answer.error, ...again };
}

function refuseMove(before: Opportunity, now: Opportunity, stage: string): FollowUpOutcome | undefined {
  const theirs = knownValue(now, 'stage');
  if (isSameValue('stage', theirs, stage)) return undefined;
  if (!isSameValue('stage', theirs, knownValue(before, 'stage'))) {
    const conflict = { field: 'stage', before: knownValue(before, 'stage'), theirs, yours: stage };
    return { kind: 'stage-changed', conflict, now };
  }
  const error = refuseEdit(now);
  return error && { kind: 'not-editable', error, now };
}

/**
 * After an answer that did not come. The CRM lists no follow-ups, so no reading settles it: what the record shows is
 * for a person to judge by. Nothing is sent again.
 */
export async function lookAfterFollowUp(call: CallCrm, now: Opportunity, error: ErrorData): Promise<FollowUpOutcome> {
  const reading = await readRecord(call, now.id);
  return { kind: 'unknown', error, now, ...(reading.kind === 'read' ? { after: reading.opportunity } : {}) };
}

/** What the record shows of a move that the CRM said yes to. */
export async function readStage(call: CallCrm, now: Opportunity, stage: string): Promise<FieldResult | undefined> {
  const change = { field: 'stage', from: knownValue(now, 'stage'), to: stage };
  const reading = await readRecord(call, now.id);
  if (reading.kind === 'read') return compareFields([change], reading.opportunity)[0];
  return { field: 'stage', from: change.from, wanted: stage, state: 'not-shown' };
}
