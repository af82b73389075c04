import { defaultPaces, type Pace, paceLimits } from '@/lib/connections/pace';
import type { ConnectionSummary } from '@/lib/messages/app-state';

/** How fast a connection is used, as it is typed. */
export type PaceTexts = Record<keyof Pace, string>;

type Platform = ConnectionSummary['platform'];

export function paceTexts(platform: Platform, pace: Pace | undefined): PaceTexts {
  const { calls, concurrency } = pace ?? defaultPaces[platform];
  return { calls: `${calls}`, concurrency: `${concurrency}` };
}

export function findPaceIssues(texts: PaceTexts): Partial<Record<keyof Pace, string>> {
  const isWrong = (name: keyof Pace) => {
    const text = texts[name].trim();
    return !/^\d+$/.test(text) || Number(text) < 1 || Number(text) > paceLimits[name];
  };
  return {
    ...(isWrong('calls') && { calls: 'not-calls' }),
    ...(isWrong('concurrency') && { concurrency: 'not-concurrency' }),
  };
}

/** Nothing where it is as it was: what follows the default goes on following it. */
export function paceInput(platform: Platform, stored: Pace | undefined, texts: PaceTexts): { pace?: Pace } {
  const before = paceTexts(platform, stored);
  const pace = { calls: Number(texts.calls), concurrency: Number(texts.concurrency) };
  return before.calls === `${pace.calls}` && before.concurrency === `${pace.concurrency}` ? {} : { pace };
}
