import type { App } from '@/components/app/app';
import { BulkDoor } from '@/components/app/bulk-door';
import { ErrorNotice } from '@/components/app/error-notice';
import { Frame } from '@/components/app/frame';
import { useStarted } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { List } from '@/components/ui/list';
import { PageHeader } from '@/components/ui/page-header';
import { inbox } from '@/components/ui/screen-icons';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { Drafts } from './drafts';
import { JobFilters } from './job-filters';
import { JobRow } from './job-row';
import { createJobsModel, type JobsModel } from './jobs-model';

/** Every job, newest first, and the drafts that are to become some. */
export function JobsScreen({ app }: { app: App }) {
  const model = useStarted(() => createJobsModel(app));
  const { jobs, words } = messages.value;
  const error = model.loading.error.value;
  const back = app.surface === 'popup' ? { label: words.back, href: '#/opportunity' } : undefined;
  return (
    <Frame app={app} tab="jobs">
      <PageHeader title={jobs.title} back={back} action={<BulkDoor app={app} />} />
      {(model.jobs.value.length > 0 || model.search.value !== '') && <JobFilters model={model} />}
      <Drafts app={app} model={model} />
      <Shown app={app} model={model} />
      {error && (
        <ErrorNotice error={error} actions={<Button onClick={() => void model.loadMore()}>{words.retry}</Button>} />
      )}
      {model.hasMore.value && (
        <Button busy={model.loading.isBusy.value} onClick={() => void model.loadMore()}>
          {words.showMore}
        </Button>
      )}
    </Frame>
  );
}

function Shown({ app, model }: { app: App; model: JobsModel }) {
  const { jobs, words } = messages.value;
  const { job: text } = screenMessages.value;
  const shown = model.shown.value;
  if (shown.length > 0)
    return (
      <List label={jobs.title}>
        {shown.map((job) => (
          <JobRow key={job.id} job={job} now={app.ports.clock()} />
        ))}
      </List>
    );
  if (model.drafts.value.length > 0) return null;
  if (model.jobs.value.length > 0 || model.search.value.trim() !== '')
    return (
      <EmptyState icon={inbox} title={text.nothingMatches}>
        {text.nothingMatchesNext}
      </EmptyState>
    );
  if (model.isLoaded.value)
    return (
      <EmptyState icon={inbox} title={text.empty}>
        {text.emptyNext}
      </EmptyState>
    );
  return model.loading.isBusy.value ? <Skeleton label={words.loading} lines={4} /> : null;
}
