import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { AppError } from '@/lib/errors/app-error';
import type { AppState } from '@/lib/messages/app-state';

type Site = AppState['sites'][number];

export interface SitesModel {
  sites: ReadonlySignal<readonly Site[]>;
  isManaged: ReadonlySignal<boolean>;
  /** The site whose removal is to be confirmed. */
  removing: ReadonlySignal<Site | undefined>;
  action: Action;
  /** Asks the browser again for a site that it no longer lets us read; call it first thing in a click. */
  granting: Action;
  grant(site: Site): Promise<boolean>;
  askToRemove(origin: string | undefined): void;
  remove(): Promise<boolean>;
}

export function createSitesModel(app: App): SitesModel {
  const removingOrigin = signal<string | undefined>(undefined);
  const action = createAction();
  const granting = createAction();
  return {
    sites: computed(() => app.state.value.sites),
    isManaged: computed(() => app.state.value.managed),
    removing: computed(() => app.state.value.sites.find(({ origin }) => origin === removingOrigin.value)),
    action,
    granting,
    grant: ({ origin, name }) =>
      granting.run(async () => {
        if (!(await app.ports.requestOrigins([`${origin}/*`])))
          throw new AppError('not-allowed', { reason: 'host-permission-refused' });
        await app.client.call('site.enable', { origin, name });
        await app.refresh();
      }),
    askToRemove(origin) {
      action.forget();
      removingOrigin.value = origin;
    },
    async remove() {
      const origin = removingOrigin.value;
      if (origin === undefined) return false;
      const isRemoved = await action.run(async () => {
        await app.client.call('site.disable', { origin });
        await app.refresh();
      });
      if (isRemoved) removingOrigin.value = undefined;
      return isRemoved;
    },
  };
}
