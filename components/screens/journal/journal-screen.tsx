import type { App } from '@/components/app/app';
import type { Action } from '@/components/app/create-action';
import { ErrorNotice } from '@/components/app/error-notice';
import { Frame } from '@/components/app/frame';
import { useStarted } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { List } from '@/components/ui/list';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { inbox, shieldCheck } from '@/components/ui/screen-icons';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { createJournalModel, type JournalModel } from './journal-model';
import { JournalRow } from './journal-row';

/** What was asked, sent and answered, newest first, and whether the record is whole. */
export function JournalScreen({ app }: { app: App }) {
  const model = useStarted(() => createJournalModel(app));
  const { words } = messages.value;
  const { journal } = screenMessages.value;
  const back = app.surface === 'popup' ? { label: words.back, href: '#/opportunity' } : undefined;
  return (
    <Frame app={app} tab="journal">
      <PageHeader title={journal.title} back={back} action={<VerifyButton model={model} />} />
      <div aria-live="polite">
        <Verification model={model} />
      </div>
      <Failure action={model.loading} retry={model.retry} />
      <Failure action={model.verifying} retry={model.verify} />
      <Entries app={app} model={model} />
      {model.hasMore.value && (
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
  const isBusy = model.verifying.isBusy.value;
  return (
    <Button icon={shieldCheck} busy={isBusy} onClick={() => void model.verify()}>
      {isBusy ? journal.verifying : journal.verify}
    </Button>
  );
}

function Verification({ model }: { model: JournalModel }) {
  const { journal } = screenMessages.value;
  const result = model.verification.value;
  if (!result) return null;
  if (result.brokenAt === undefined) return <Notice tone="ok" title={journal.verified(result.entries)} />;
  return (
    <Notice tone="bad" title={journal.broken(result.brokenAt)}>
      {journal.brokenNext}
    </Notice>
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
          <JournalRow key={entry.sequence} entry={entry} now={app.ports.clock()} />
        ))}
      </List>
    );
  if (model.isLoaded.value)
    return (
      <EmptyState icon={inbox} title={journal.empty}>
        {journal.emptyNext}
      </EmptyState>
    );
  return model.loading.isBusy.value ? <Skeleton label={words.loading} lines={4} /> : null;
}
