import { parseChinaTime } from '@/lib/time/china-time';

export interface FollowUp {
  content: string;
  /** `YYYY-MM-DD HH:mm`, China's time. */
  remindAt?: string | undefined;
  realRevisitAt?: string | undefined;
  category?: string | undefined;
  stage?: string | undefined;
}

export interface FollowUpIssue {
  field: keyof FollowUp;
  reason: 'required' | 'too-long' | 'not-a-minute';
}

const longestContent = 10_000;

/** Checks a follow-up; an empty list means that it may be sent. What is left empty is not sent. */
export function checkFollowUp({ content, remindAt, realRevisitAt }: FollowUp): FollowUpIssue[] {
  const issues: FollowUpIssue[] = [];
  if (content.trim() === '') issues.push({ field: 'content', reason: 'required' });
  if (content.length > longestContent) issues.push({ field: 'content', reason: 'too-long' });
  if (!isMinute(remindAt)) issues.push({ field: 'remindAt', reason: 'not-a-minute' });
  if (!isMinute(realRevisitAt)) issues.push({ field: 'realRevisitAt', reason: 'not-a-minute' });
  return issues;
}

function isMinute(text: string | undefined): boolean {
  return !text || parseChinaTime(`${text}:00`) !== undefined;
}
