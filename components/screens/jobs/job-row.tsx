import { rowTones } from '@/components/screens/job/job-tone';
import { ListRow } from '@/components/ui/list';
import { ProgressBar, type Segment } from '@/components/ui/progress-bar';
import { Stack } from '@/components/ui/stack';
import { Tag } from '@/components/ui/tag';
import type { ErrorData } from '@/lib/errors/app-error';
import { formatCount } from '@/lib/i18n/format-number';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import { tellError } from '@/lib/i18n/tell-error';
import type { JobSummary } from '@/lib/messages/app-state';
import { aboutJob } from './about-job';

const countedStates = ['succeeded', 'failed', 'unknown', 'cancelled', 'skipped', 'sending', 'waiting'] as const;

/** One job in a list: what, when, where it stands, and its counts. */
export function JobRow({ job, now }: { job: JobSummary; now: number }) {
  const { jobs } = messages.value;
  const operation = operationName(job.operation);
  const about = aboutJob(job);
  return (
    <ListRow
      href={`#/jobs/${encodeURIComponent(job.id)}`}
      title={`${operation} · ${about}`}
      note={[
        about !== job.subject && job.total === 1 && job.subject,
        formatMoment(language.value, job.createdAt, now),
        jobs.sources[job.source],
      ]
        .filter(Boolean)
        .join(' · ')}
      end={job.total === 1 && <JobTags job={job} />}
      below={
        job.total > 1 && (
          <>
            <Stack along="row">
              <JobTags job={job} />
            </Stack>
            {job.state !== 'draft' && <JobBar job={job} />}
            {job.pausedBy && job.state === 'paused' && <div>{whyPaused(job.pausedBy)}</div>}
          </>
        )
      }
    />
  );
}

/** Where it stands, or, once it is over, what became of its rows. */
export function JobTags({ job }: { job: JobSummary }) {
  const { jobs } = messages.value;
  const isShown = (state: (typeof countedStates)[number]) =>
    job.counts[state] > 0 && (state !== 'waiting' || job.total > 1) && job.state !== 'draft';
  const shown = countedStates.filter(isShown);
  const isWaiting = job.state !== 'finished';
  return (
    <>
      {isWaiting && <Tag tone={job.state === 'paused' ? 'warn' : 'info'}>{jobs.jobStates[job.state]}</Tag>}
      {shown.map((state) => (
        <Tag key={state} tone={rowTones[state]}>
          {job.total > 1 && `${formatCount(language.value, job.counts[state])} `}
          {jobs.rowStates[state]}
        </Tag>
      ))}
    </>
  );
}

/** What a person would ask first: why, and until when it goes on by itself if it does. */
function whyPaused(error: ErrorData): string {
  const { title, next } = tellError(error);
  return error.detail.until === undefined ? title : `${title} · ${next}`;
}

export function JobBar({ job }: { job: JobSummary }) {
  const { jobs } = messages.value;
  const segments: Segment[] = (['succeeded', 'failed', 'unknown', 'cancelled'] as const).map((state) => ({
    tone: rowTones[state],
    amount: job.counts[state],
  }));
  const label = countedStates
    .filter((state) => job.counts[state] > 0)
    .map((state) => `${job.counts[state]} ${jobs.rowStates[state]}`)
    .join(' · ');
  return <ProgressBar label={label} segments={segments} total={job.total} thin />;
}

/** An operation's name; its id where a newer version's operation has none here. */
export function operationName(id: string): string {
  const names: Readonly<Record<string, string>> = messages.value.jobs.operations;
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}
