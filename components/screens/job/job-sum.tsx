import { JobBar } from '@/components/screens/jobs/job-row';
import { formatCount } from '@/lib/i18n/format-number';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { JobSummary } from '@/lib/messages/app-state';
import styles from './job-sum.module.css';
import { rowTones } from './job-tone';

const states = ['succeeded', 'failed', 'unknown', 'cancelled', 'skipped', 'sending', 'waiting'] as const;

/** rows in = succeeded + failed + unknown + …, and whether it adds up. */
export function JobSum({ job }: { job: JobSummary }) {
  const { jobs } = messages.value;
  const count = (amount: number) => formatCount(language.value, amount);
  const shown = states.filter((state) => job.counts[state] > 0);
  const holds = shown.reduce((sum, state) => sum + job.counts[state], 0) === job.total;
  return (
    <div class={styles.sum}>
      {job.total > 1 && <JobBar job={job} />}
      <div class={styles.parts}>
        <span>
          {screenMessages.value.job.total} <b>{count(job.total)}</b>
        </span>
        {shown.map((state, index) => (
          <span key={state}>
            {index === 0 ? '= ' : '+ '}
            <b class={styles[rowTones[state]]}>{count(job.counts[state])}</b> {jobs.rowStates[state]}
          </span>
        ))}
      </div>
      {!holds && <div class={styles.bad}>{screenMessages.value.job.sumBroken}</div>}
    </div>
  );
}
