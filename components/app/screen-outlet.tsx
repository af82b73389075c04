import { OpportunityScreen } from '@/components/screens/opportunity/opportunity-screen';
import type { App } from './app';
import type { FrameProps } from './frame';
import { lateWithWords } from './late';
import { Loading } from './loading';
import type { PanelRoute } from './panel-screen';
import { type Route, route, visit } from './route';

const ReleaseScreen = lateWithWords<{ app: App; opportunityId: string }>(
  async () => (await import('./late-screens')).ReleaseScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="opportunity" />,
);
const JobsScreen = lateWithWords<{ app: App }>(
  async () => (await import('./late-screens')).JobsScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="jobs" />,
);
const JobScreen = lateWithWords<{ app: App; jobId: string; part?: 'columns' | undefined }>(
  async () => (await import('./late-screens')).JobScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="jobs" />,
);
/** What only a panel has room for; its doors come together, so that a popup does not carry them. */
const PanelScreen = lateWithWords<{ app: App; now: PanelRoute }>(
  async () => (await import('./late-screens')).PanelScreen,
  ({ app, now, failure }) => <Loading app={app} failure={failure} tab={tabOf(now)} />,
);

function tabOf({ screen }: PanelRoute): FrameProps['tab'] {
  if (screen === 'edit' || screen === 'teach') return 'opportunity';
  return screen === 'bulk' ? 'jobs' : screen;
}

/** The screen that the address names. Each visit begins it anew. */
export function ScreenOutlet({ app }: { app: App }) {
  return <Current key={visit.value} app={app} now={route.value} />;
}

function Current({ app, now }: { app: App; now: Route }) {
  switch (now.screen) {
    case 'opportunity':
      return <OpportunityScreen app={app} opportunityId={now.opportunityId} />;
    case 'release':
      return <ReleaseScreen app={app} opportunityId={now.opportunityId} />;
    case 'jobs':
      return <JobsScreen app={app} />;
    case 'job':
      return <JobScreen app={app} jobId={now.jobId} part={now.part} />;
    default:
      return <PanelScreen app={app} now={now} />;
  }
}
