import { OpportunityScreen } from '@/components/screens/opportunity/opportunity-screen';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import type { App } from './app';
import { Frame } from './frame';
import { late, lateWithWords } from './late';
import { type Route, route, visit } from './route';

const ReleaseScreen = lateWithWords<{ app: App; opportunityId: string }>(
  async () => (await import('@/components/screens/release/release-screen')).ReleaseScreen,
  ({ app }) => <Loading app={app} tab="opportunity" />,
);
const EditScreen = lateWithWords<{ app: App; opportunityId: string }>(
  async () => (await import('@/components/screens/edit/edit-screen')).EditScreen,
  ({ app }) => <Loading app={app} tab="opportunity" />,
);
const JobsScreen = late<{ app: App }>(
  async () => (await import('@/components/screens/jobs/jobs-screen')).JobsScreen,
  ({ app }) => <Loading app={app} tab="jobs" />,
);
const JobScreen = lateWithWords<{ app: App; jobId: string }>(
  async () => (await import('@/components/screens/job/job-screen')).JobScreen,
  ({ app }) => <Loading app={app} tab="jobs" />,
);
const JournalScreen = lateWithWords<{ app: App }>(
  async () => (await import('@/components/screens/journal/journal-screen')).JournalScreen,
  ({ app }) => <Loading app={app} tab="journal" />,
);

const OutreachScreen = lateWithWords<{ app: App }>(
  async () => (await import('@/components/screens/outreach/open-outreach')).openOutreach(),
  ({ app }) => <Loading app={app} tab="outreach" />,
);
const CardsScreen = lateWithWords<{ app: App }>(
  async () => (await import('@/components/screens/cards/open-cards')).openCards(),
  ({ app }) => <Loading app={app} tab="cards" />,
);

const ImSettingsScreen = lateWithWords<{ app: App }>(
  async () => (await import('@/components/screens/im-settings/open-im-settings')).openImSettings(),
  ({ app }) => <Loading app={app} tab="im-settings" />,
);

/** The screen that the address names. Each visit begins it anew. */
export function ScreenOutlet({ app }: { app: App }) {
  return <Current key={visit.value} app={app} now={route.value} />;
}

function Current({ app, now }: { app: App; now: Route }) {
  switch (now.screen) {
    case 'opportunity':
      return <OpportunityScreen app={app} />;
    case 'release':
      return <ReleaseScreen app={app} opportunityId={now.opportunityId} />;
    case 'edit':
      return <EditScreen app={app} opportunityId={now.opportunityId} />;
    case 'jobs':
      return <JobsScreen app={app} />;
    case 'job':
      return <JobScreen app={app} jobId={now.jobId} />;
    case 'outreach':
      return <OutreachScreen app={app} />;
    case 'cards':
      return <CardsScreen app={app} />;
    case 'im-settings':
      return <ImSettingsScreen app={app} />;
    case 'journal':
      return <JournalScreen app={app} />;
  }
}

function Loading({
  app,
  tab,
}: {
  app: App;
  tab: 'opportunity' | 'outreach' | 'cards' | 'im-settings' | 'jobs' | 'journal';
}) {
  return (
    <Frame app={app} tab={tab}>
      <Skeleton label={messages.value.words.loading} lines={5} />
    </Frame>
  );
}
