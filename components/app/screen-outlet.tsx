import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { OpportunityScreen } from '@/components/screens/opportunity/opportunity-screen';
import { ReleaseScreen } from '@/components/screens/release/release-screen';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import type { App } from './app';
import { Frame } from './frame';
import { type Route, route, visit } from './route';

type Screen = ComponentType<{ app: App; jobId: string }>;
type LateScreen = 'jobs' | 'job' | 'journal';

/** Screens that a popup rarely shows come when they are asked for. */
const lateScreens: Readonly<Record<LateScreen, () => Promise<Screen>>> = {
  jobs: async () => (await import('@/components/screens/jobs/jobs-screen')).JobsScreen,
  job: async () => (await import('@/components/screens/job/job-screen')).JobScreen,
  journal: async () => (await import('@/components/screens/journal/journal-screen')).JournalScreen,
};

/** The screen that the address names. Each visit begins it anew and puts focus on its title. */
export function ScreenOutlet({ app }: { app: App }) {
  const loaded = useSignal<Partial<Record<LateScreen, Screen>>>({});
  useSignalEffect(() => {
    const { screen } = route.value;
    if (isLate(screen) && !loaded.value[screen]) void load(screen, loaded);
  });
  const visited = visit.value;
  useEffect(() => {
    // The first screen takes no focus: nothing was left for it.
    if (visited > 0) document.querySelector('h1')?.focus();
  }, [visited]);
  return <Current key={visited} app={app} now={route.value} loaded={loaded.value} />;
}

interface CurrentProps {
  app: App;
  now: Route;
  loaded: Partial<Record<LateScreen, Screen>>;
}

function Current({ app, now, loaded }: CurrentProps) {
  if (now.screen === 'opportunity') return <OpportunityScreen app={app} />;
  if (now.screen === 'release') return <ReleaseScreen app={app} opportunityId={now.opportunityId} />;
  const Late = loaded[now.screen];
  if (Late) return <Late app={app} jobId={now.screen === 'job' ? now.jobId : ''} />;
  return (
    <Frame app={app} tab={now.screen === 'journal' ? 'journal' : 'jobs'}>
      <Skeleton label={messages.value.words.loading} lines={5} />
    </Frame>
  );
}

async function load(screen: LateScreen, loaded: Signal<Partial<Record<LateScreen, Screen>>>): Promise<void> {
  const Late = await lateScreens[screen]();
  loaded.value = { ...loaded.value, [screen]: Late };
}

function isLate(screen: Route['screen']): screen is LateScreen {
  return Object.hasOwn(lateScreens, screen);
}
