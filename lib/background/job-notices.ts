import * as z from 'zod/mini';
import type { StorageArea } from '@/lib/connections/storage-area';
import { formatCount } from '@/lib/i18n/format-number';
import { jobNoticeWords } from '@/lib/i18n/job-notice-words';
import type { AppState, JobSummary } from '@/lib/messages/app-state';
import type { Notice } from './notify';

const notedItem = 'job-stages';
const notedSchema = z.record(z.string(), z.string());

/** Where a job stands as far as a notification goes: at work, or why somebody may want to look. */
type Stage = 'open' | 'ended' | `paused ${string}`;

export interface JobNoticesParts {
  session: StorageArea;
  notify(notice: Notice): Promise<void>;
}

/** `job-` and its id. */
export function jobOfNotice(noticeId: string): string | undefined {
  return /^job-(.+)$/.exec(noticeId)?.[1];
}

/**
 * Tells of jobs of many rows that ended, or that stand still until a person or another day comes. What was seen at work
 * is noted for as long as the browser runs, so that no worker tells twice and none tells of what was long over.
 */
export function createJobNotices({ session, notify }: JobNoticesParts): (state: AppState) => Promise<void> {
  return async ({ jobs, preferences }) => {
    const noted = notedSchema.safeParse((await session.get(notedItem))[notedItem]).data ?? {};
    const many = jobs.filter(({ total, state }) => total > 1 && state !== 'draft');
    const stages = Object.fromEntries(many.map((job) => [job.id, stageOf(job)]));
    if (JSON.stringify(stages) === JSON.stringify(noted)) return;
    await session.set({ [notedItem]: stages });
    for (const job of many) {
      const [before, now] = [noted[job.id], stages[job.id]];
      if (before !== undefined && before !== now && now !== 'open') await notify(noticeOf(job, preferences));
    }
  };
}

/** Waits that end by themselves within minutes, and what a person has just done, are no news. */
function stageOf({ state, pausedBy }: JobSummary): Stage {
  if (state === 'finished') return 'ended';
  if (state !== 'paused' || !pausedBy) return 'open';
  const { code, detail } = pausedBy;
  const isBrief = detail.until !== undefined && code !== 'quota-gone';
  return isBrief || detail.reason === 'paused-by-person' ? 'open' : `paused ${code}`;
}

const told = ['succeeded', 'failed', 'unknown', 'cancelled', 'skipped', 'waiting', 'sending'] as const;

function noticeOf(job: JobSummary, { language }: AppState['preferences']): Notice {
  const words = jobNoticeWords[language];
  const { id, operation, state, pausedBy, total, counts } = job;
  const name = wordFor(words.operations, operation) ?? operation;
  const count = (amount: number) => formatCount(language, amount);
  const parts = told
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${words.rowStates[kind]} ${count(counts[kind])}`);
  const sum = words.sum(count(total), parts.join(words.comma));
  if (state === 'paused') {
    const why = wordFor(words.why, pausedBy?.code ?? '') ?? words.look;
    return { id: `job-${id}`, title: words.paused(name), message: `${why}\n${sum}` };
  }
  return { id: `job-${id}`, title: counts.unknown > 0 ? words.undecided(name) : words.ended(name), message: sum };
}

function wordFor(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
