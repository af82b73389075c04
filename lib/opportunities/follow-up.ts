import { checkFormat } from '@/lib/operations/field-formats';
import type { RevisitLog } from '@/lib/platforms/ikcrm/calls';
import type { FieldOption } from './field-options';

/** Times are `YYYY-MM-DD HH:mm`, China's; `stage` moves the opportunity in the same call. What is empty is not sent. */
export type FollowUp = Omit<RevisitLog, 'opportunityId'>;

export interface FollowUpIssue {
  field: keyof FollowUp;
  reason: 'required' | 'too-long' | 'not-a-minute' | 'not-an-option' | 'stage-twice';
}

/** Ours: the vendor tells no limit, and what is not sent whole is not sent. */
const longest = { content: 4000, category: 64 } as const;

/** `stages` as they are offered, once they are known; `isStageEdited` when an edit of the same record moves it already. */
export interface FollowUpContext {
  stages?: readonly FieldOption[] | undefined;
  isStageEdited?: boolean | undefined;
}

/** Checks a follow-up; an empty list means that it may be sent. */
export function checkFollowUp(followUp: FollowUp, { stages = [], isStageEdited }: FollowUpContext = {}) {
  const { content, category = '', stage, realRevisitAt, remindAt } = followUp;
  const issues: FollowUpIssue[] = [];
  if (content.trim() === '') issues.push({ field: 'content', reason: 'required' });
  if (content.length > longest.content) issues.push({ field: 'content', reason: 'too-long' });
  if (stage && isStageEdited) issues.push({ field: 'stage', reason: 'stage-twice' });
  if (stage && stages.length > 0 && !stages.some(({ value }) => value === stage))
    issues.push({ field: 'stage', reason: 'not-an-option' });
  if (!isMinute(realRevisitAt)) issues.push({ field: 'realRevisitAt', reason: 'not-a-minute' });
  if (!isMinute(remindAt)) issues.push({ field: 'remindAt', reason: 'not-a-minute' });
  if (category.length > longest.category) issues.push({ field: 'category', reason: 'too-long' });
  return issues;
}

function isMinute(text: string | undefined): boolean {
  return !text || checkFormat('china-time', `${text}:00`) === undefined;
}
