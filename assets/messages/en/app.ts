import type { app as source } from '@/assets/messages/zh-cn/app';

export const app: typeof source = {
  navigation: 'Main navigation',
  tabs: {
    opportunity: 'Opportunity',
    imSettings: 'IM',
    outreach: 'Outreach',
    cards: 'Cards',
    jobs: 'Jobs',
    journal: 'Journal',
  },
  jobsOpen: (count: number) => (count === 1 ? '1 job not over' : `${count} jobs not over`),
  openPanel: 'Open the side panel',
  openSettings: 'Open settings',
  openSection: {
    connections: 'Open connection settings',
    security: 'Open security settings',
    sites: 'Open site settings',
  },
  lockNow: 'Lock now',
  unlock: 'Unlock',
  locked: 'Locked',
  workerSilent: 'The background is not responding',
  workerSilentNext: 'Reconnecting. Jobs already written down are safe.',
  partMissing: 'This part could not be loaded',
  partMissingNext: 'The extension may have been updated. Load this page again.',
  reload: 'Load again',
  setUpFirst: 'No connection yet',
  setUpFirstNext: 'Add a connection to the open platform before releasing opportunities.',
  setUp: 'Add one',
};
