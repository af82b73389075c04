import type { App } from '@/components/app/app';
import type { Action } from '@/components/app/create-action';
import { ErrorNotice } from '@/components/app/error-notice';
import { Frame } from '@/components/app/frame';
import { useStarted } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { List } from '@/components/ui/list';
import { PageHeader } from '@/components/ui/page-header';
import { inbox, shieldCheck } from '@/components/ui/screen-icons';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { ExportButton, ExportNews } from './export';
import { noFilter } from './filter-fields';
import { Found } from './found';
import { JournalFilterFields } from './journal-filter';
import { createJournalModel, type JournalModel } from './journal-model';
import { JournalRow } from './journal-row';
import { Verification } from './verification';

/** What was asked, sent and answered, newest first, and whether the record is whole. */
export function JournalScreen({ app }: { app: App }) {
  const model = useStarted(() => createJournalModel(app));
  const { words } = messages.value;
  const { journal } = screenMessages.value;
  const back = app.surface === 'popup' ? { label: words.back, href: '#/opportunity' } : undefined;
  const isEmpty = model.isLoaded.value && model.total.value === 0;
  return (
    <Frame app={app} tab="journal">
      <PageHeader title={journal.title} back={back} action={<VerifyButton model={model} />} />
      <Verification model={model.verifying} />
      <Failure action={model.verifying.action} retry={model.verifying.verify} />
      {!isEmpty && <JournalFilterFields model={model} />}
      {!isEmpty && <Found model={model} end={<ExportButton model={model} />} />}
      <ExportNews model={model.exporting} />
      <Failure action={model.exporting.action} retry={model.exporting.retry} />
      <Failure action={model.loading} retry={model.retry} />
      <Entries app={app} model={model} />
      {model.hasMore.value && model.isLoaded.value && (
        <Button busy={model.loading.isBusy.value} onClick={() => void model.loadOlder()}>
          {journal.loadOlder}
        </Button>
      )}
    </Frame>
  );
}

function Failure({ action, retry }: { action: Action; retry: () => Promise<boolean> }) {
  const error = action.error.value;
  if (!error) return null;
  return (
    <ErrorNotice
      error={error}
      actions={
        <Button kind="link" onClick={() => void retry()}>
          {messages.value.words.retry}
        </Button>
      }
    />
  );
}

function VerifyButton({ model }: { model: JournalModel }) {
  const { journal } = screenMessages.value;
  const { action, verify } = model.verifying;
  const isBusy = action.isBusy.value;
  return (
    <Button icon={shieldCheck} busy={isBusy} onClick={() => void verify()}>
      {isBusy ? journal.verifying : journal.verify}
    </Button>
  );
}

function Entries({ app, model }: { app: App; model: JournalModel }) {
  const { words } = messages.value;
  const { journal } = screenMessages.value;
  const entries = model.entries.value;
  if (entries.length > 0)
    return (
      <List label={journal.title}>
        {entries.map((entry) => (
          <JournalRow
            key={entry.sequence}
            entry={entry}
            now={app.ports.clock()}
            search={model.filter.value?.search ?? ''}
          />
        ))}
      </List>
    );
  if (!model.isLoaded.value) return model.loading.isBusy.value ? <Skeleton label={words.loading} lines={4} /> : null;
  if (model.total.value === 0)
    return (
      <EmptyState icon={inbox} title={journal.empty}>
        {journal.emptyNext}
      </EmptyState>
    );
  const clear = (
    <Button kind="link" onClick={() => void model.change(noFilter)}>
      {journal.clear}
    </Button>
  );
  return (
    <EmptyState icon={inbox} title={journal.noMatch} action={clear}>
      {journal.noMatchNext}
    </EmptyState>
  );
}
