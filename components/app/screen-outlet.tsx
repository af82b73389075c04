import type { ComponentChildren } from 'preact';
import { OpportunityScreen } from '@/components/screens/opportunity/opportunity-screen';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import type { App } from './app';
import { Frame, type FrameProps } from './frame';
import { late, lateWithWords } from './late';
import { type Route, route, visit } from './route';

const ReleaseScreen = lateWithWords<{ app: App; opportunityId: string }>(
  async () => (await import('@/components/screens/release/release-screen')).ReleaseScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="opportunity" />,
);
const JobsScreen = late<{ app: App }>(
  async () => (await import('@/components/screens/jobs/jobs-screen')).JobsScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="jobs" />,
);
const JobScreen = lateWithWords<{ app: App; jobId: string }>(
  async () => (await import('@/components/screens/job/job-screen')).JobScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="jobs" />,
);
const JournalScreen = lateWithWords<{ app: App }>(
  async () => (await import('@/components/screens/journal/journal-screen')).JournalScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="journal" />,
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
    case 'jobs':
      return <JobsScreen app={app} />;
    case 'job':
      return <JobScreen app={app} jobId={now.jobId} />;
    case 'journal':
      return <JournalScreen app={app} />;
  }
}

interface LoadingProps extends Pick<FrameProps, 'app' | 'tab'> {
  failure: ComponentChildren;
}

function Loading({ app, tab, failure }: LoadingProps) {
  return (
    <Frame app={app} tab={tab}>
      {failure ?? <Skeleton label={messages.value.words.loading} lines={5} />}
    </Frame>
  );
}
