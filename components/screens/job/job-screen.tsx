import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { Frame } from '@/components/app/frame';
import { late } from '@/components/app/late';
import { Loading } from '@/components/app/loading';
import { useStarted } from '@/components/app/use-model';
import { isBatchOperation } from '@/components/screens/batch/batch-job';
import { LateBatchDetail } from '@/components/screens/batch/late-batch';
import type { BulkJobProps } from '@/components/screens/bulk/bulk-job-screen';
import { aboutJob } from '@/components/screens/jobs/about-job';
import { operationName } from '@/components/screens/jobs/job-row';
import { JournalRow } from '@/components/screens/journal/journal-row';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { List } from '@/components/ui/list';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Skeleton } from '@/components/ui/skeleton';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { JobSummary } from '@/lib/messages/app-state';
import type { JobDetail } from '@/lib/messages/extension-contract';
import { findJob, hasManyRows } from './find-job';
import { createJobModel, type JobModel } from './job-model';
import { JobProgress } from './job-progress';
import { JobSum } from './job-sum';
import { retryThrough } from './retry-through';
import { RowDetail } from './row-detail';

const LateBulkJob = late<BulkJobProps>(
  async () => (await import('@/components/screens/bulk/open-bulk')).openBulkJob(),
  ({ app, failure }) => <Loading app={app} failure={failure} tab="jobs" />,
);

/** A draft, a job of many rows or one of a single row: each has a screen of its own under the same address. */
export function JobScreen({ app, jobId, part }: { app: App; jobId: string; part?: 'columns' | undefined }) {
  const found = useStarted(() => findJob(app, jobId));
  const job = found.summary.value;
  const error = found.loadError.value;
  if (!job)
    return (
      <Frame app={app} tab="jobs">
        <Head job={undefined} />
        {error ? <ErrorNotice error={error} /> : <Skeleton label={messages.value.words.loading} lines={5} />}
      </Frame>
    );
  if (hasManyRows(job)) return <LateBulkJob app={app} found={found} first={job} part={part} />;
  return <OneJob app={app} jobId={jobId} />;
}

/** One job with everything that is known of it. */
function OneJob({ app, jobId }: { app: App; jobId: string }) {
  const model = useStarted(() => createJobModel(app, jobId, { withJournal: true }));
  const job = model.summary.value;
  const error = model.loadError.value;
  return (
    <Frame app={app} tab="jobs" needsVault={job?.pausedBy?.code === 'locked'}>
      <Head job={job} />
      {job && <JobProgress app={app} model={model} onRetry={retryThrough(app, model)} />}
      {job && <JobSum job={job} />}
      {job && <About job={job} now={app.ports.clock()} />}
      {model.detail.value && <Details detail={model.detail.value} />}
      <Journal app={app} model={model} />
      {error && <ErrorNotice error={error} />}
      {!job && !error && <Skeleton label={messages.value.words.loading} lines={5} />}
    </Frame>
  );
}

function Details({ detail }: { detail: JobDetail }) {
  if (isBatchOperation(detail.summary.operation)) return <LateBatchDetail detail={detail} />;
  return detail.rows.map((row) => <RowDetail key={row.index} row={row} />);
}

function Head({ job }: { job: JobSummary | undefined }) {
  const { jobs } = messages.value;
  const title = job ? `${operationName(job.operation)} · ${aboutJob(job)}` : jobs.title;
  return <PageHeader title={title} back={{ label: jobs.title, href: '#/jobs' }} />;
}

function About({ job, now }: { job: JobSummary; now: number }) {
  const { jobs } = messages.value;
  const moment = (at: number | undefined) => at !== undefined && formatMoment(language.value, at, now);
  return (
    <DescriptionList>
      <Description term={screenMessages.value.job.createdAt}>
        {moment(job.createdAt)} · {jobs.sources[job.source]}
      </Description>
      <Description term={screenMessages.value.job.finishedAt}>{moment(job.finishedAt) || undefined}</Description>
      <Description term={screenMessages.value.job.via}>
        {[job.connection.name, job.connection.appKey].filter(Boolean).join(' · ')}
      </Description>
    </DescriptionList>
  );
}

function Journal({ app, model }: { app: App; model: JobModel }) {
  const entries = model.entries.value;
  const { journal } = screenMessages.value;
  if (entries.length === 0) return null;
  return (
    <Section title={journal.title}>
      <List label={journal.title}>
        {entries.map((entry) => (
          <JournalRow key={entry.sequence} entry={entry} now={app.ports.clock()} />
        ))}
      </List>
    </Section>
  );
}
