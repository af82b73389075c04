import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import type { Preferences } from '@/lib/messages/app-state';

/** Settings that take effect as they are chosen: language, theme, seconds, minutes. */
export interface PreferencesModel {
  /** As chosen, before the worker has confirmed it. */
  preferences: ReadonlySignal<Preferences>;
  isManaged: ReadonlySignal<boolean>;
  action: Action;
  choose(change: Partial<Preferences>): Promise<boolean>;
  /** Says no more of what was chosen so far, even where it is only just being stored; a failure to come is still told. */
  forget(): void;
}

export function createPreferencesModel(app: App): PreferencesModel {
  const chosen = signal<Partial<Preferences>>({});
  const action = createAction();
  const preferences = computed(() => ({ ...app.state.value.preferences, ...chosen.value }));
  // In turn, each with all that was chosen so far: two quick choices never undo each other.
  let last: Promise<unknown> = Promise.resolve();

  let forgotten = 0;

  async function store(): Promise<void> {
    const saved = chosen.value;
    try {
      await app.client.call('preferences.save', preferences.value);
      await app.refresh();
    } finally {
      if (chosen.value === saved) chosen.value = {};
    }
  }

  return {
    preferences,
    isManaged: computed(() => app.state.value.managed),
    action,
    choose(change) {
      chosen.value = { ...chosen.value, ...change };
      const before = forgotten;
      const turn = last.then(async () => {
        const isStored = await action.run(store);
        if (isStored && before !== forgotten) action.forget();
        return isStored;
      });
      last = turn;
      return turn;
    },
    forget() {
      forgotten += 1;
      action.forget();
    },
  };
}
