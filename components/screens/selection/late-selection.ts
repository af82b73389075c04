import type { App } from '@/components/app/app';
import { late } from '@/components/app/late';

/** The rows of the list in the tab; it comes with its words, so that a popup does not open with them. */
export const Selection = late<{ app: App }>(async () =>
  (await import('@/components/screens/teach/open-teach')).openSelection(),
);
