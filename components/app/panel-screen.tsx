import type { App } from './app';
import { late, lateWithWords } from './late';
import { Loading } from './loading';
import type { Route } from './route';

/** The routes whose screens a popup does not open with. */
export type PanelRoute = Exclude<Route, { screen: 'opportunity' | 'release' | 'jobs' | 'job' }>;

const EditScreen = lateWithWords<{ app: App; opportunityId: string; part?: string | undefined }>(
  async () => (await import('@/components/screens/edit/edit-parts')).EditScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="opportunity" />,
);
const OutreachScreen = lateWithWords<{ app: App }>(
  async () => (await import('@/components/screens/batch/batch-screens')).OutreachScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="outreach" />,
);
const CardsScreen = lateWithWords<{ app: App }>(
  async () => (await import('@/components/screens/batch/batch-screens')).CardsScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="cards" />,
);

const ImSettingsScreen = lateWithWords<{ app: App }>(
  async () => (await import('@/components/screens/im-settings/im-settings-screen')).ImSettingsScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="im-settings" />,
);
const JournalScreen = lateWithWords<{ app: App }>(
  async () => (await import('@/components/screens/journal/journal-screen')).JournalScreen,
  ({ app, failure }) => <Loading app={app} failure={failure} tab="journal" />,
);

const BulkScreen = lateWithWords<{ app: App; operation: string }>(
  async () => (await import('@/components/screens/bulk/open-bulk')).openRowsIn(),
  ({ app, failure }) => <Loading app={app} failure={failure} tab="jobs" />,
);

const TeachScreen = late<{ app: App }>(
  async () => (await import('@/components/screens/teach/open-teach')).openTeach(),
  ({ app, failure }) => <Loading app={app} failure={failure} tab="opportunity" />,
);

/** The panel's screen that the address names. */
export function PanelScreen({ app, now }: { app: App; now: PanelRoute }) {
  switch (now.screen) {
    case 'edit':
      return <EditScreen app={app} opportunityId={now.opportunityId} part={now.part} />;
    case 'outreach':
      return <OutreachScreen app={app} />;
    case 'cards':
      return <CardsScreen app={app} />;
    case 'im-settings':
      return <ImSettingsScreen app={app} />;
    case 'bulk':
      return <BulkScreen app={app} operation={now.operation} />;
    case 'teach':
      return <TeachScreen app={app} />;
    case 'journal':
      return <JournalScreen app={app} />;
  }
}
