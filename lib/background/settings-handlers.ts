import type { Vault } from '@/lib/connections/vault';
import type { Sealer } from '@/lib/messages/sealer';
import { exportSettings } from '@/lib/settings/export-settings';
import { importSettings } from '@/lib/settings/import-settings';
import type { SettingsStore } from '@/lib/settings/settings-store';
import type { HandlersOf } from './handlers';

export function createSettingsHandlers({
  store,
  vault,
  sealer,
  changed,
}: {
  store: SettingsStore;
  vault: Vault;
  sealer: Sealer;
  changed(): void;
}): HandlersOf<'preferences'> & HandlersOf<'defaults'> & HandlersOf<'settings'> {
  return {
    async 'preferences.save'(preferences) {
      await store.update((current) => ({ ...current, preferences }));
      changed();
      return {};
    },
    async 'defaults.save'({ operator, defaults }) {
      await store.update((current) => ({ ...current, operator, defaults }));
      changed();
      return {};
    },
    async 'settings.import'({ file, mayLoosen }) {
      const counts = await importSettings(await sealer.open(file), { store, vault, mayLoosen });
      changed();
      return counts;
    },
    'settings.export': async () => ({ file: exportSettings(await store.read()) }),
  };
}
