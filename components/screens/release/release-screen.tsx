import type { App } from '@/components/app/app';
import { BulkDoor } from '@/components/app/bulk-door';
import { Frame } from '@/components/app/frame';
import { goTo } from '@/components/app/route';
import { useSavedOnHide, useStarted } from '@/components/app/use-model';
import { FollowedJob } from '@/components/screens/job/followed-job';
import { isOpen } from '@/components/screens/job/job-phase';
import { PageMoved } from '@/components/screens/opportunity/page-moved';
import { Button } from '@/components/ui/button';
import { Description, DescriptionList } from '@/components/ui/description-list';
import { FooterBar } from '@/components/ui/footer-bar';
import { IdText } from '@/components/ui/id-text';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { releaseOpportunity } from '@/lib/operations/release-opportunity';
import { ReleaseFields } from './release-fields';
import { ReleaseFooter } from './release-footer';
import { createReleaseModel, type ReleaseModel } from './release-model';

const formId = 'release-form';

/** The release form and, once it was confirmed, the job that it became: one screen from intention to outcome. */
export function ReleaseScreen({ app, opportunityId }: { app: App; opportunityId: string }) {
  const model = useStarted(() => createReleaseModel(app, opportunityId));
  useSavedOnHide(model.saveNow);
  const job = model.job.value;
  const footer = job ? <JobFooter jobId={job.jobId} /> : <ReleaseFooter model={model} formId={formId} />;
  return (
    <Frame app={app} tab="opportunity" needsVault footer={model.isReady.value && footer}>
      <Head app={app} model={model} />
      {!model.isReady.value && <Skeleton label={messages.value.words.loading} lines={5} />}
      {!job && <PageMoved app={app} formId={formId} screen="release" opportunityId={opportunityId} />}
      {model.isReady.value && !job && <ReleaseFields app={app} model={model} formId={formId} />}
      {job?.wasThere && isStillOpen(app, job.jobId) && (
        <Notice tone="info" title={screenMessages.value.release.sameIntent} role="status" />
      )}
      {job && <FollowedJob key={job.jobId} app={app} jobId={job.jobId} />}
      {job && !job.wasThere && <Submitted model={model} />}
    </Frame>
  );
}

function Head({ app, model }: { app: App; model: ReleaseModel }) {
  const { words } = messages.value;
  const { release } = screenMessages.value;
  const label = model.label.value;
  const isIdShown = model.isIdRead.value || model.job.value !== undefined;
  return (
    <PageHeader
      title={release.title}
      back={{ label: words.back, href: '#/opportunity' }}
      action={<BulkDoor app={app} operation={releaseOpportunity.id} />}
    >
      {(isIdShown || label) && (
        <>
          {isIdShown && <IdText>{model.form.fields.opportunity_id.value}</IdText>}
          {label && <span>{label}</span>}
        </>
      )}
    </PageHeader>
  );
}

function isStillOpen(app: App, jobId: string): boolean {
  return app.state.value.jobs.some((job) => job.id === jobId && isOpen(job));
}

/** What was confirmed, to be read again while it can still be called off. */
function Submitted({ model }: { model: ReleaseModel }) {
  const { labels } = screenMessages.value.fields;
  const { memo, territory_code, operator_id, operator_name, out_release_time, ext_info } = model.form.row.value;
  return (
    <DescriptionList>
      <Description term={labels.memo}>{memo}</Description>
      <Description term={labels.territory_code}>{territory_code}</Description>
      <Description term={screenMessages.value.release.operator}>{`${operator_name} · ${operator_id}`}</Description>
      <Description term={labels.out_release_time}>{out_release_time}</Description>
      <Description term={labels.ext_info}>{ext_info}</Description>
    </DescriptionList>
  );
}

function JobFooter({ jobId }: { jobId: string }) {
  const { release } = screenMessages.value;
  return (
    <FooterBar>
      <Button kind="ghost" onClick={() => goTo({ screen: 'job', jobId })}>
        {release.viewJob}
      </Button>
      <Button kind="primary" onClick={() => goTo({ screen: 'opportunity' })}>
        {release.done}
      </Button>
    </FooterBar>
  );
}
