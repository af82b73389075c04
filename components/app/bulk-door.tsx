import { screenMessages } from '@/lib/i18n/screen-messages';
import type { App } from './app';
import { routeHash } from './route';

/** Leads to the same for many rows. In the panel alone: a popup closes when a file is chosen. */
export function BulkDoor({ app, operation = '' }: { app: App; operation?: string }) {
  if (app.surface !== 'panel') return null;
  return <a href={routeHash({ screen: 'bulk', operation })}>{screenMessages.value.job.bulk}</a>;
}
