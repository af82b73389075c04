import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { Frame } from '@/components/app/frame';
import { useStarted } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Chips } from '@/components/ui/chips';
import { EmptyState } from '@/components/ui/empty-state';
import { List } from '@/components/ui/list';
import { PageHeader } from '@/components/ui/page-header';
import { inbox } from '@/components/ui/screen-icons';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { JobRow } from './job-row';
import { createJobsModel, type JobsModel } from './jobs-model';

/** Every job, newest first. */
export function JobsScreen({ app }: { app: App }) {
  const model = useStarted(() => createJobsModel(app));
  const { jobs, words } = messages.value;
  const error = model.loading.error.value;
  const back = app.surface === 'popup' ? { label: words.back, href: '#/opportunity' } : undefined;
  return (
    <Frame app={app} tab="jobs">
      <PageHeader title={jobs.title} back={back} />
      {model.jobs.value.length > 0 && <Filter model={model} />}
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

function Filter({ model }: { model: JobsModel }) {
  return (
    <Chips
      id="job-filter"
      label={screenMessages.value.job.filter}
      value={model.filter.value}
      choices={[
        { value: 'all', label: screenMessages.value.job.filterAll },
        { value: 'open', label: messages.value.jobs.filterOpen },
        { value: 'attention', label: screenMessages.value.job.filterAttention },
      ]}
      onValue={(filter) => {
        model.filter.value = filter;
      }}
    />
  );
}

function Shown({ app, model }: { app: App; model: JobsModel }) {
  const { jobs, words } = messages.value;
  const shown = model.shown.value;
  if (shown.length > 0)
    return (
      <List label={jobs.title}>
        {shown.map((job) => (
          <JobRow key={job.id} job={job} now={app.ports.clock()} />
        ))}
      </List>
    );
  if (model.jobs.value.length > 0) return <EmptyState icon={inbox} title={screenMessages.value.job.nothingMatches} />;
  if (model.isLoaded.value)
    return (
      <EmptyState icon={inbox} title={screenMessages.value.job.empty}>
        {screenMessages.value.job.emptyNext}
      </EmptyState>
    );
  return model.loading.isBusy.value ? <Skeleton label={words.loading} lines={4} /> : null;
}
