import { rowTones } from '@/components/screens/job/job-tone';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { JobSummary } from '@/lib/messages/app-state';
import styles from './sum-line.module.css';

export const countedStates = ['succeeded', 'failed', 'unknown', 'cancelled', 'skipped', 'sending', 'waiting'] as const;

/** 5,000 = 3,912 succeeded + 14 failed + …, and a word where it does not add up. */
export function SumLine({ job }: { job: JobSummary }) {
  const { rowStates } = messages.value.jobs;
  const count = (amount: number) => formatCount(language.value, amount);
  const shown = countedStates.filter((state) => job.counts[state] > 0);
  const holds = shown.reduce((sum, state) => sum + job.counts[state], 0) === job.total;
  return (
    <div>
      <div class={styles.sum}>
        <b>{count(job.total)}</b>
        {shown.map((state, index) => (
          <span key={state}>
            {index === 0 ? '=' : '+'} <b class={styles[rowTones[state]]}>{count(job.counts[state])}</b>{' '}
            <span class={styles[rowTones[state]]}>{rowStates[state]}</span>
          </span>
        ))}
      </div>
      {job.undoOf !== undefined && job.state === 'finished' && <UndoBuckets job={job} />}
      {!holds && <div class={styles.bad}>{screenMessages.value.job.sumBroken}</div>}
    </div>
  );
}

/** What became of a batch of edits that was taken back. */
function UndoBuckets({ job: { counts, noted } }: { job: JobSummary }) {
  const { undoBuckets } = bulkMessages.value.job;
  const count = (amount: number) => formatCount(language.value, amount);
  // The record is asked only of what was sent: what never went says nothing of it.
  const kept = noted?.kept ?? 0;
  const unsent = counts.skipped - kept + counts.cancelled;
  return (
    <ul class={styles.buckets}>
      <li>{undoBuckets.restored(count(counts.succeeded))}</li>
      <li>{undoBuckets.kept(count(kept))}</li>
      {unsent > 0 && <li>{undoBuckets.unsent(count(unsent))}</li>}
      <li>{undoBuckets.failed(count(counts.failed + counts.unknown))}</li>
    </ul>
  );
}
