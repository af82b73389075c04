import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { Frame } from '@/components/app/frame';
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
import { whatApplies } from './what-applies';

/** What the page is about and what can be done with it. */
export function OpportunityScreen({ app, opportunityId }: { app: App; opportunityId?: string | undefined }) {
  const model = useStarted(() => createOpportunityModel(app, opportunityId));
  const isOfPage = opportunityId === undefined;
  return (
    <Frame app={app} tab="opportunity" needsVault footer={<Actions app={app} model={model} isOfPage={isOfPage} />}>
      {app.state.value.connections.length === 0 && <SetUpNotice app={app} />}
      <Reading app={app} model={model} isOfPage={isOfPage} />
      {app.surface === 'popup' && <OtherJobs app={app} model={model} />}
    </Frame>
  );
}

interface Props {
  app: App;
  model: OpportunityModel;
  isOfPage: boolean;
}

function Reading({ app, model, isOfPage }: Props) {
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
  if (tab.state === 'found' && tab.context)
    return <Found app={app} model={model} tab={tab} context={tab.context} isOfPage={isOfPage} />;
  return <NotFound app={app} model={model} tab={tab} />;
}

/** Only what exists, and only where there is an opportunity to do it with. */
function Actions({ app, model, isOfPage }: Props) {
  const tab = model.tab.value;
  if (!tab || model.openJob.value) return null;
  const { edit, release } = whatApplies(app, tab, isOfPage);
  if (!edit && !release) return null;
  return (
    <FooterBar>
      {edit && <Button onClick={() => edit()}>{messages.value.opportunity.edit}</Button>}
      {release && (
        <Button kind="primary" wide onClick={release}>
          {messages.value.opportunity.release}
        </Button>
      )}
    </FooterBar>
  );
}
