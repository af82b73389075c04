import type { JobSummary } from '@/lib/messages/app-state';

export interface Badge {
  text: string;
  /** CSS colour. */
  color: string;
}

const attention = '#6d43c4';
const atWork = '#2456d6';

/** What the toolbar icon says: how many jobs need a decision, else how many are at work. */
export function badgeFor(jobs: readonly JobSummary[]): Badge {
  const undecided = jobs.filter((job) => job.counts.unknown > 0 || job.state === 'paused').length;
  if (undecided > 0) return { text: String(undecided), color: attention };
  const open = jobs.filter((job) => job.state !== 'finished').length;
  return { text: open > 0 ? String(open) : '', color: atWork };
}
