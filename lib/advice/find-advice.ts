import { updateOpportunity } from '@/lib/operations/update-opportunity';
import { followUpOperation } from '@/lib/opportunities/crm-job';
import type { Advice, AdviceFacts, AdviceSettings, EarlierJob } from './advice';
import { chinaDate, daysBetween } from './china-days';
import { isClosedStage } from './closed-stage';

type Rule = (facts: AdviceFacts, settings: AdviceSettings, now: number) => Advice | undefined;

/** In the order in which they are shown: what stands in the way first, then what is due, then what is good to know. */
const rules: readonly Rule[] = [awaitsApproval, wasDoneHere, signDatePassed, isUnfollowed, hasSibling];

/** What a person should know of the opportunity. It only points out: nothing is done because of it. */
export function findAdvice(facts: AdviceFacts, settings: AdviceSettings, now: number): Advice[] {
  return rules.flatMap((rule) => rule(facts, settings, now) ?? []);
}

function awaitsApproval({ approval }: AdviceFacts, { adviceApproval }: AdviceSettings): Advice | undefined {
  return adviceApproval && approval?.isPending ? { rule: 'approval', label: approval.label } : undefined;
}

/** What was called off, or has not left yet, changed nothing; a failure may still be why somebody is here. */
function wasDoneHere({ history }: AdviceFacts, settings: AdviceSettings, now: number): Advice | undefined {
  const job = history.find(
    ({ operation, state, at }) =>
      (operation === 'release-opportunity' || operation === updateOpportunity.id) &&
      (state === 'succeeded' || state === 'unknown' || state === 'failed') &&
      // A clock that was set back leaves jobs in the future: they are of today.
      Math.max(0, daysSince(at, now)) < settings.adviceEarlierJobDays,
  );
  return job && { rule: 'earlier-job', job };
}

function signDatePassed(facts: AdviceFacts, settings: AdviceSettings, now: number): Advice | undefined {
  const { signDate: date, stageLabel = '', approval } = facts;
  // Nothing of it can be changed until the approval has ended, which is said already.
  if (approval?.isPending) return undefined;
  const days = date === undefined ? undefined : daysBetween(date, chinaDate(now));
  if (date === undefined || days === undefined || isClosedStage(stageLabel)) return undefined;
  return isReached(days, settings.adviceSignDateDays) ? { rule: 'sign-date', date, days } : undefined;
}

function isUnfollowed(facts: AdviceFacts, settings: AdviceSettings, now: number): Advice | undefined {
  const { adviceUnfollowedDays: limit } = settings;
  const days = unfollowedDays(facts, now);
  if (days === undefined || isClosedStage(facts.stageLabel ?? '')) return undefined;
  return isReached(days, limit) ? { rule: 'unfollowed', days, limit } : undefined;
}

function hasSibling({ others = [] }: AdviceFacts, { adviceSameCustomer }: AdviceSettings): Advice | undefined {
  const open = others.filter(({ stageLabel }) => !isClosedStage(stageLabel));
  return adviceSameCustomer && open.length > 0 ? { rule: 'same-customer', others: open } : undefined;
}

/** By the CRM's words, grown older with what was read, unless a follow-up was written from here since. */
export function unfollowedDays({ unfollowed, history }: AdviceFacts, now: number): number | undefined {
  const said = /(\d{1,6})\s*(?:天|days?)/i.exec(unfollowed?.text ?? '')?.[1];
  if (!unfollowed || said === undefined) return undefined;
  const days = Number(said) + Math.max(0, daysSince(unfollowed.readAt, now));
  const ours = history.find(({ operation, state }) => operation === followUpOperation && state === 'succeeded');
  return ours ? Math.min(days, Math.max(0, daysSince(ours.at, now))) : days;
}

function isReached(days: number, limit: number): boolean {
  return limit > 0 && days >= limit;
}

function daysSince(at: EarlierJob['at'], now: number): number {
  return daysBetween(chinaDate(at), chinaDate(now)) ?? 0;
}
