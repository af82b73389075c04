import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { Frame } from '@/components/app/frame';
import { goTo } from '@/components/app/route';
import { SetUpNotice } from '@/components/app/set-up-notice';
import { useStarted } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { FooterBar } from '@/components/ui/footer-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import { Found } from './found';
import { NotFound } from './not-found';
import { createOpportunityModel, type OpportunityModel } from './opportunity-model';
import { OtherJobs } from './other-jobs';
import { pressedOn } from './pressed-on';

/** What the page is about and what can be done with it. */
export function OpportunityScreen({ app }: { app: App }) {
  const model = useStarted(() => createOpportunityModel(app));
  return (
    <Frame app={app} tab="opportunity" needsVault footer={<Actions app={app} model={model} />}>
      {app.state.value.connections.length === 0 && <SetUpNotice app={app} />}
      <Reading app={app} model={model} />
      {app.surface === 'popup' && <OtherJobs app={app} model={model} />}
    </Frame>
  );
}

function Reading({ app, model }: { app: App; model: OpportunityModel }) {
  const { opportunity, words } = messages.value;
  const tab = model.tab.value;
  if (model.error.value)
    return (
      <>
        <PageHeader title={opportunity.title} />
        <ErrorNotice
          app={app}
          error={model.error.value}
          actions={<Button onClick={() => void model.read()}>{words.retry}</Button>}
        />
      </>
    );
  if (!tab) return <Skeleton label={opportunity.reading} lines={3} />;
  if (tab.state === 'found' && tab.context) return <Found app={app} model={model} tab={tab} context={tab.context} />;
  return <NotFound app={app} model={model} tab={tab} />;
}

/** Only what exists, and only where there is an opportunity to do it with. */
function Actions({ app, model }: { app: App; model: OpportunityModel }) {
  const { context, operations } = model.tab.value ?? {};
  const opportunityId = context?.opportunityId;
  if (opportunityId === undefined || model.openJob.value) return null;
  const applies = (id: string) => !operations || operations.some(({ operation }) => operation === id);
  const hasCrm = app.state.value.connections.some(({ platform }) => platform === 'ikcrm');
  const isEditable = hasCrm && applies('update-opportunity');
  const isReleasable = applies('release-opportunity');
  if (!isEditable && !isReleasable) return null;
  const open = (screen: 'edit' | 'release') => {
    pressedOn.value = opportunityId;
    goTo({ screen, opportunityId });
  };
  return (
    <FooterBar>
      {isEditable && <Button onClick={() => open('edit')}>{messages.value.opportunity.edit}</Button>}
      {isReleasable && (
        <Button kind="primary" wide onClick={() => open('release')}>
          {messages.value.opportunity.release}
        </Button>
      )}
    </FooterBar>
  );
}
