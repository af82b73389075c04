import { toErrorData } from '@/lib/errors/app-error';
import type { IkcrmAnswer } from '@/lib/platforms/ikcrm/call';
import { putOpportunity } from '@/lib/platforms/ikcrm/calls';
import type { IkcrmRequest } from '@/lib/platforms/ikcrm/request';
import { type ChangeIssue, type CheckKnowledge, checkChanges } from './check-changes';
import { type Change, difference, findConflicts, type WantedValues } from './difference';
import type { EditOutcome } from './edit-outcome';
import { editValues } from './edit-values';
import { refuseEdit } from './editable';
import type { Opportunity } from './opportunity';
import { type CallCrm, notRead, readAnswered, readRecord } from './read-record';
import { type SentEdit, settleAnswered, settleEdit } from './settle-edit';

export interface Edit {
  call: CallCrm;
  /** The record as it was when the person began. */
  before: Opportunity;
  wanted: WantedValues;
  /** The company's options and own fields, once they are known; without them they are not checked. */
  knowledge?: CheckKnowledge | undefined;
  /** `undo` puts back what the record held, which need not pass the checks of what people type. */
  origin?: 'person' | 'undo' | undefined;
  /**
   * Awaited just before the edit leaves: the place to write down what will be sent and the before-image. If it
   * throws, nothing is sent.
   */
  beforeWrite?: ((sent: SentEdit & { request: IkcrmRequest }) => Promise<void>) | undefined;
}

/**
 * The whole of an edit: the record is read anew, checked for being editable and for what others changed meanwhile,
 * then written, read once more and compared. Whatever happens is in the outcome; it never throws.
 */
export async function editOpportunity(edit: Edit): Promise<EditOutcome> {
  const { call, before } = edit;
  const issues = checkEdit(edit);
  if (issues.length > 0) return { kind: 'invalid', issues };
  const reading = await readRecord(call, before.id);
  if (reading.kind === 'not-read') return notRead(reading);
  return editRead(edit, reading.opportunity);
}

/** What an edit of a record that nobody has looked at asks, now that it is read. */
export interface UnseenEdit extends Omit<Edit, 'call' | 'before'> {
  /** What stands against it beside what its values show: nothing is sent. */
  issues?: readonly ChangeIssue[] | undefined;
}

/**
 * As `editOpportunity`, for one of many: what the record holds when it is read is what it replaces. `prepare` says what
 * is wanted of it; nothing when nothing is.
 */
export async function editUnseen(
  call: CallCrm,
  id: string,
  prepare: (now: Opportunity) => Promise<UnseenEdit>,
): Promise<EditOutcome> {
  const reading = await readRecord(call, id);
  if (reading.kind === 'not-read') return notRead(reading);
  const now = reading.opportunity;
  const { issues: known = [], ...asked } = await prepare(now);
  const edit = { call, before: now, ...asked };
  const issues = [...known, ...checkEdit(edit)];
  return issues.length > 0 ? { kind: 'invalid', issues } : editRead(edit, now);
}

async function editRead(edit: Edit, now: Opportunity): Promise<EditOutcome> {
  const { before, wanted } = edit;
  const error = refuseEdit(now);
  if (error) return { kind: 'not-editable', error, now };
  const conflicts = findConflicts(before, now, wanted);
  if (conflicts.length > 0) return { kind: 'conflict', conflicts, now };
  const changes = stillWanted(before, now, wanted);
  if (changes.length === 0) return { kind: 'nothing-to-do', now };
  return write(edit, { changes, now });
}

async function write({ call, beforeWrite }: Edit, sent: SentEdit): Promise<EditOutcome> {
  const request = putOpportunity(sent.now.id, editValues(sent.now, sent.changes));
  try {
    await beforeWrite?.({ ...sent, request });
  } catch (error) {
    return { kind: 'not-processed', error: toErrorData(error), retry: 'no' };
  }
  const answer = await call(request);
  if (answer.kind === 'answer') return readBack(call, sent, answer.data);
  if (answer.outcome === 'unknown') {
    return answer.kind === 'refused' ? settleRefusal(call, sent, answer) : settleEdit(call, sent, answer.error);
  }
  if (answer.outcome === 'failed') return { kind: 'refused', error: answer.error, fields: answer.fields };
  const again = answer.kind === 'refused' ? { retry: answer.retry, until: answer.until } : { retry: 'no' as const };
  return { kind: 'not-processed', error: answer.error, ...again };
}

/** The CRM said yes; its own copy of the record in the answer stands in where it cannot be read again. */
async function readBack(call: CallCrm, sent: SentEdit, answered: unknown): Promise<EditOutcome> {
  const reading = await readRecord(call, sent.now.id);
  if (reading.kind === 'read') return settleAnswered(sent, reading.opportunity, 'answer');
  const copy = readAnswered(answered, sent.now.id);
  if (copy.kind === 'read') return settleAnswered(sent, copy.opportunity, 'answer');
  return { kind: 'unknown', error: reading.error, ...sent };
}

/** The CRM said no in a way that nobody has listed: the record tells whether it was done all the same. */
async function settleRefusal(
  call: CallCrm,
  sent: SentEdit,
  { error, fields }: Extract<IkcrmAnswer, { kind: 'refused' }>,
): Promise<EditOutcome> {
  const reading = await readRecord(call, sent.now.id);
  if (reading.kind === 'not-read') return { kind: 'unknown', error, ...sent };
  const outcome = settleAnswered(sent, reading.opportunity, 'reading', error);
  return outcome.kind === 'refused' ? { ...outcome, fields } : outcome;
}

/** Against the record as it is now, without what somebody has already set to the same. */
function stillWanted(before: Opportunity, now: Opportunity, wanted: WantedValues): Change[] {
  const asked = new Set(difference(before, wanted).map(({ field }) => field));
  return difference(now, wanted).filter(({ field }) => asked.has(field));
}

const checkedOnUndo: readonly ChangeIssue['reason'][] = ['required', 'unknown-field', 'hidden-field', 'not-offered'];

function checkEdit({ before, wanted, knowledge, origin }: Edit): ChangeIssue[] {
  const issues = checkChanges(before, difference(before, wanted), knowledge);
  return origin === 'undo' ? issues.filter(({ reason }) => checkedOnUndo.includes(reason)) : issues;
}
