import { computed, type ReadonlySignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { Frame } from '@/components/app/frame';
import { useOnce, useStarted } from '@/components/app/use-model';
import type { FoundJob } from '@/components/screens/job/find-job';
import { aboutJob } from '@/components/screens/jobs/about-job';
import { operationName } from '@/components/screens/jobs/job-row';
import { PageHeader } from '@/components/ui/page-header';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatMoment } from '@/lib/i18n/format-time';
import { language, messages } from '@/lib/i18n/messages';
import type { JobSummary } from '@/lib/messages/app-state';
import { BulkJobFooter } from './bulk-job-footer';
import { createBulkJobModel } from './bulk-job-model';
import { BulkPresent } from './bulk-present';
import { BulkRows } from './bulk-rows';
import { type DraftPart, DraftScreen } from './draft-screen';
import { LinkedJobs } from './linked-jobs';
import { SumLine } from './sum-line';

export interface BulkJobProps {
  app: App;
  found: FoundJob;
  /** As it is found; it follows from there. */
  first: JobSummary;
  part: DraftPart;
}

/** A job of many rows, from its first imported row to what became of the last. */
export function BulkJob({ app, found, first, part }: BulkJobProps) {
  const summary = useOnce(() => computed(() => found.summary.value ?? first));
  const { id, state } = summary.value;
  // Going from one step of a draft to the other begins anew with what is stored.
  if (state === 'draft') return <DraftScreen app={app} jobId={id} part={part} />;
  return <ConfirmedJob app={app} summary={summary} />;
}

function ConfirmedJob({ app, summary }: { app: App; summary: ReadonlySignal<JobSummary> }) {
  const model = useStarted(() => createBulkJobModel(app, summary));
  const job = summary.value;
  const error = model.acting.error.value;
  const { job: words } = bulkMessages.value;
  return (
    <Frame
      app={app}
      tab="jobs"
      needsVault={job.pausedBy?.code === 'locked'}
      footer={<BulkJobFooter app={app} model={model} />}
    >
      <PageHeader
        title={`${operationName(job.operation)} · ${aboutJob(job)}`}
        back={{ label: messages.value.jobs.title, href: '#/jobs' }}
      >
        {words.origin(job.connection.name, formatMoment(language.value, job.createdAt, app.ports.clock()))}
      </PageHeader>
      <LinkedJobs job={job} app={app} />
      <BulkPresent app={app} model={model} />
      {job.state !== 'preparing' && <SumLine job={job} />}
      {error && <ErrorNotice app={app} error={error} />}
      {job.state !== 'preparing' && <BulkRows app={app} model={model} />}
    </Frame>
  );
}
