import type { JobSummary } from '@/lib/messages/app-state';

export interface Badge {
  text: string;
  /** CSS colour. */
  color: string;
}

const attention = '#6d43c4';
const atWork = '#2456d6';

/**
 * What the toolbar icon says: how many jobs need a decision, else how far the only one of many rows is, else how many
 * are at work.
 */
export function badgeFor(jobs: readonly JobSummary[]): Badge {
  const undecided = jobs.filter((job) => job.counts.unknown > 0 || job.state === 'paused').length;
  if (undecided > 0) return { text: String(undecided), color: attention };
  const open = jobs.filter(({ state }) => state !== 'finished' && state !== 'draft');
  const [only] = open;
  if (open.length === 1 && only?.state === 'running' && only.total > 1) return { text: shareOf(only), color: atWork };
  return { text: open.length > 0 ? String(open.length) : '', color: atWork };
}

/** Never 100% before the last row is done. */
function shareOf({ total, counts: { waiting, sending } }: JobSummary): string {
  return `${Math.floor((100 * (total - waiting - sending)) / total)}%`;
}
