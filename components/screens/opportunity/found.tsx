import type { App } from '@/components/app/app';
import { lateWithWords } from '@/components/app/late';
import { Selection } from '@/components/screens/selection/late-selection';
import { CopyButton } from '@/components/ui/copy-button';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { IdText } from '@/components/ui/id-text';
import { PageHeader } from '@/components/ui/page-header';
import { maskEmail, maskPhone } from '@/lib/i18n/mask';
import { messages } from '@/lib/i18n/messages';
import { maskWhereFound } from '@/lib/masking/mask-personal-data';
import type { PageContext, TabContext } from '@/lib/messages/page-context';
import { EnableSite } from './enable-site';
import type { HelpProps } from './help';
import type { OpportunityModel } from './opportunity-model';

const FollowedJob = lateWithWords<{ app: App; jobId: string }>(
  async () => (await import('@/components/app/late-screens')).FollowedJob,
);

/** The CRM's record, advice, copying, history: a popup opens before it. */
const Help = lateWithWords<HelpProps>(async () => (await import('@/components/app/late-screens')).openHelp());

export interface FoundProps {
  app: App;
  model: OpportunityModel;
  tab: TabContext;
  context: PageContext;
  /** Else it was asked for by its id, and no page says anything of it. */
  isOfPage: boolean;
}

/** An opportunity that the page is about. */
export function Found({ app, model, tab, context, isOfPage }: FoundProps) {
  const { opportunity, words } = messages.value;
  const { opportunityId, phone, email } = context;
  const [title, customer, stage, territory, owner] = (
    ['title', 'customer', 'stage', 'territory', 'owner'] as const
  ).map((name) => context[name] && maskWhereFound(context[name]));
  const jobId = model.shownJobId.value;
  return (
    <>
      <PageHeader
        title={title ?? customer ?? opportunity.title}
        origin={isOfPage && model.host.value && opportunity.fromPage(model.host.value)}
        back={isOfPage ? undefined : { label: opportunity.ofPage, href: '#/opportunity' }}
      >
        <span>{opportunity.id}</span>
        <IdText>{opportunityId}</IdText>
        <CopyButton
          text={opportunityId}
          label={opportunity.copyId}
          copiedLabel={words.copied}
          write={app.ports.copyText}
        />
      </PageHeader>
      <DescriptionList>
        <Description term={opportunity.customer}>{title === undefined ? undefined : customer}</Description>
        <Description term={opportunity.stage}>{stage}</Description>
        <Description term={opportunity.territory}>{territory}</Description>
        <Description term={opportunity.owner}>{owner}</Description>
        <Description term={opportunity.phone}>{phone && maskPhone(phone)}</Description>
        <Description term={opportunity.email}>{email && maskEmail(email)}</Description>
      </DescriptionList>
      {jobId !== undefined && <FollowedJob key={jobId} app={app} jobId={jobId} />}
      {tab.rows && <Selection app={app} />}
      {!tab.granted && <EnableSite model={model} />}
      <Help
        key={`${tab.origin} ${context.rule} ${opportunityId}`}
        app={app}
        model={model}
        tab={tab}
        context={context}
        isOfPage={isOfPage}
      />
    </>
  );
}
