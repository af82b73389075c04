import type { App } from '@/components/app/app';
import { routeHash } from '@/components/app/route';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import type { JobSummary } from '@/lib/messages/app-state';
import styles from './bulk.module.css';

/** Which job this one tries again or takes back, and, where the state is given, which ones do that to it. */
export function LinkedJobs({ job, app }: { job: JobSummary; app?: App }) {
  const { job: words } = bulkMessages.value;
  const others = app?.state.value.jobs ?? [];
  const links = [
    [words.retryOf, job.retryOf],
    [words.undoOf, job.undoOf],
    ...others.filter(({ retryOf }) => retryOf === job.id).map(({ id }) => [words.retriedBy, id] as const),
    ...others.filter(({ undoOf }) => undoOf === job.id).map(({ id }) => [words.undoneBy, id] as const),
  ] as const;
  const known = links.flatMap(([label, id]) => (id === undefined ? [] : [{ label, id }]));
  if (known.length === 0) return null;
  return (
    <div class={styles.line}>
      {known.map(({ label, id }) => (
        <span key={id} class={styles.faint}>
          {label} <a href={routeHash({ screen: 'job', jobId: id })}>{words.showJob}</a>
        </span>
      ))}
    </div>
  );
}
