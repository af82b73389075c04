import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type AppearanceModel, createAppearanceModel } from '@/components/screens/appearance/appearance-model';
import { type ConnectionsModel, createConnectionsModel } from '@/components/screens/connections/connections-model';
import { createDataModel, type DataModel } from '@/components/screens/data/data-model';
import { createDefaultsModel, type DefaultsModel } from '@/components/screens/defaults/defaults-model';
import { createSecurityModel, type SecurityModel } from '@/components/screens/security/security-model';
import { createSitesModel, type SitesModel } from '@/components/screens/sites/sites-model';
import { createPreferencesModel, type PreferencesModel } from './preferences-model';
import { readSection, type Section } from './sections';

/** Every section's model, made once and kept as long as the page: what is typed in one survives a look at another. */
export interface OptionsModel {
  section: ReadonlySignal<Section>;
  /** Follows the address' hash. */
  show(hash: string): void;
  connections: ConnectionsModel;
  defaults: DefaultsModel;
  sites: SitesModel;
  appearance: AppearanceModel;
  security: SecurityModel;
  data: DataModel;
  preferences: PreferencesModel;
  /** The sections with something typed that is not saved. */
  unsaved: ReadonlySignal<readonly Section[]>;
}

export function createOptionsModel(app: App, hash: string): OptionsModel {
  const section = signal(readSection(hash));
  const preferences = createPreferencesModel(app);
  const connections = createConnectionsModel(app);
  const defaults = createDefaultsModel(app);
  const appearance = createAppearanceModel(preferences);
  return {
    section,
    show(next) {
      const nextSection = readSection(next);
      // Two sections tell of one action: what was done in one is not said in the other.
      if (nextSection !== section.value) preferences.forget();
      section.value = nextSection;
    },
    connections,
    defaults,
    sites: createSitesModel(app),
    appearance,
    security: createSecurityModel(app, preferences),
    data: createDataModel(app),
    preferences,
    unsaved: computed(() => {
      const dirty: Partial<Record<Section, boolean>> = {
        connections: connections.isDirty.value,
        defaults: defaults.isDirty.value,
        appearance: appearance.isDirty.value,
      };
      return (['connections', 'defaults', 'appearance'] as const).filter((name) => dirty[name]);
    }),
  };
}
