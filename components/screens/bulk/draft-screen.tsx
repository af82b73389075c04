import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { Frame } from '@/components/app/frame';
import { routeHash } from '@/components/app/route';
import { useSavedOnHide, useStarted } from '@/components/app/use-model';
import { aboutJob } from '@/components/screens/jobs/about-job';
import { operationName } from '@/components/screens/jobs/job-row';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { formatCount } from '@/lib/i18n/format-number';
import { language, messages } from '@/lib/i18n/messages';
import styles from './bulk.module.css';
import { type BulkOperationId, isBulkOperation } from './bulk-operations';
import { ColumnsStep } from './columns-step';
import { DraftFooter } from './draft-footer';
import { createDraftModel, type Draft, type DraftModel } from './draft-model';
import { DraftReading } from './draft-reading';
import { GivenColumns } from './given-columns';
import { LinkedJobs } from './linked-jobs';
import { PreflightStep } from './preflight-step';

export type DraftPart = 'columns' | undefined;

/** A draft of many rows: which column is which, then what is wrong with the rows, until it runs. */
export function DraftScreen({ app, jobId, part }: { app: App; jobId: string; part: DraftPart }) {
  const model = useStarted(() => createDraftModel(app, jobId));
  const draft = model.draft.value;
  const error = model.loadError.value;
  useSavedOnHide(() => model.save());
  return (
    <Frame
      app={app}
      tab="jobs"
      needsVault={part === undefined}
      footer={draft && <DraftFooter model={model} draft={draft} part={part} />}
    >
      {draft && <Head draft={draft} jobId={jobId} part={part} />}
      {error && <ErrorNotice app={app} error={error} />}
      {draft && <Body app={app} model={model} draft={draft} part={part} />}
      {!draft && !error && <Skeleton label={messages.value.words.loading} lines={6} />}
    </Frame>
  );
}

function Head({ draft, jobId, part }: { draft: Draft; jobId: string; part: DraftPart }) {
  const { summary } = draft;
  const words = bulkMessages.value.draft;
  const isReading = draft.import.phase === 'reading';
  return (
    <>
      <PageHeader
        title={`${operationName(summary.operation)} · ${draft.import.fileName ?? aboutJob(summary)}`}
        back={{ label: messages.value.jobs.title, href: '#/jobs' }}
      >
        {words.state(formatCount(language.value, draft.import.total))}
      </PageHeader>
      <LinkedJobs job={summary} />
      {!isReading && (
        <nav class={styles.steps} aria-label={words.steps}>
          <Step jobId={jobId} part="columns" isHere={part === 'columns'} label={words.columns} />
          <Step jobId={jobId} isHere={part === undefined} label={words.check} />
        </nav>
      )}
    </>
  );
}

function Step({ jobId, part, isHere, label }: { jobId: string; part?: 'columns'; isHere: boolean; label: string }) {
  return (
    <a href={routeHash({ screen: 'job', jobId, ...(part && { part }) })} aria-current={isHere ? 'step' : undefined}>
      {label}
    </a>
  );
}

interface BodyProps {
  app: App;
  model: DraftModel;
  draft: Draft;
  part: DraftPart;
}

function Body({ app, model, draft, part }: BodyProps) {
  const { operation } = draft.summary;
  // A newer version's operation can be looked at nowhere here, and discarded.
  if (!isBulkOperation(operation)) return null;
  if (draft.import.phase === 'reading') return <DraftReading app={app} model={model} draft={draft} />;
  const props = { app, model, draft, operation: operation satisfies BulkOperationId };
  if (part === undefined) return <PreflightStep {...props} />;
  return draft.summary.undoOf === undefined ? <ColumnsStep {...props} /> : <GivenColumns {...props} />;
}
