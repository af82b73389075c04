import type { App } from '@/components/app/app';
import { Frame } from '@/components/app/frame';
import { SetUpNotice } from '@/components/app/set-up-notice';
import { useStarted } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { IdText } from '@/components/ui/id-text';
import { PageHeader } from '@/components/ui/page-header';
import { inbox, refresh } from '@/components/ui/screen-icons';
import { Skeleton } from '@/components/ui/skeleton';
import { formatMoment, formatRelative } from '@/lib/i18n/format-time';
import { imMessages } from '@/lib/i18n/im-messages';
import { language, messages } from '@/lib/i18n/messages';
import type { ImView } from '@/lib/messages/im-contract';
import { AccountActions } from './account-actions';
import { AccountList } from './account-list';
import { AccountPicker } from './account-picker';
import { settingValue } from './change-sentence';
import { HealthList } from './health-list';
import { HistorySection } from './history-section';
import { ImErrorNotice } from './im-error-notice';
import { createImSettingsModel, type ImSettingsModel } from './im-settings-model';
import { UpdateSettings } from './update-settings';

/** Who of an account's people receives inquiries, whether that is as it should be, and what has changed. */
export function ImSettingsScreen({ app }: { app: App }) {
  const model = useStarted(() => createImSettingsModel(app));
  const view = model.view.value;
  const error = model.error.value;
  const words = imMessages.value;
  const back = app.surface === 'popup' ? { label: messages.value.words.back, href: '#/opportunity' } : undefined;
  const hasConnection = model.connections.value.length > 0;
  return (
    <Frame app={app} tab="im-settings" needsVault={error?.code === 'locked'}>
      <PageHeader title={words.title} back={back} action={view && <RefreshButton model={model} />}>
        {view && <About app={app} accountId={model.accountId.value} view={view} />}
      </PageHeader>
      <SetUpNotice app={app} />
      {error && <ImErrorNotice app={app} error={error} hasView={view !== undefined} />}
      {view && <Kept key={model.accountId.value} app={app} model={model} view={view} />}
      {!view && hasConnection && <NothingKept model={model} />}
      {hasConnection && model.isLoaded.value && <AccountPicker key={model.connectionId.value} model={model} />}
      {view && <UpdateSettings app={app} />}
      {view && <AccountActions model={model} />}
    </Frame>
  );
}

function RefreshButton({ model }: { model: ImSettingsModel }) {
  const words = imMessages.value;
  const isBusy = model.refreshing.isBusy.value;
  return (
    <Button icon={refresh} busy={isBusy} onClick={() => void model.refresh()}>
      {isBusy ? words.refreshing : words.refresh}
    </Button>
  );
}

function About({ app, accountId, view }: { app: App; accountId: string; view: ImView }) {
  const words = imMessages.value;
  // Under a second it would say “now”, and then count seconds nobody asked for.
  const now = Math.max(app.now.value, view.checkedAt);
  return (
    <>
      <span>
        <IdText>{words.account(accountId)}</IdText> ·
      </span>
      <span title={words.ageLabel(formatMoment(language.value, view.checkedAt))}>
        {formatRelative(language.value, view.checkedAt, now)} · {words.cached}
      </span>
    </>
  );
}

function Kept({ app, model, view }: { app: App; model: ImSettingsModel; view: ImView }) {
  const words = imMessages.value;
  const { settings } = view;
  return (
    <>
      <DescriptionList>
        <Description term={words.rule}>{settingValue(words, 'assignRuleType', settings.assignRuleType)}</Description>
        <Description term={words.customerFirst}>
          {settingValue(words, 'customerFirst', settings.customerFirst)}
        </Description>
        <Description term={words.rotation}>
          {settingValue(words, 'adminAutoDistribute', settings.adminAutoDistribute)}
        </Description>
      </DescriptionList>
      <HealthList view={view} />
      <HistorySection app={app} model={model} view={view} />
      <AccountList app={app} settings={settings} owner={model.accountId.value} />
    </>
  );
}

function NothingKept({ model }: { model: ImSettingsModel }) {
  const words = imMessages.value;
  if (!model.isLoaded.value || model.refreshing.isBusy.value)
    return <Skeleton label={messages.value.words.loading} lines={6} />;
  const accountId = model.accountId.value;
  return (
    <EmptyState icon={inbox} title={accountId === '' ? words.noAccount : words.noAnswer(accountId)}>
      {words.noAccountNext}
    </EmptyState>
  );
}
