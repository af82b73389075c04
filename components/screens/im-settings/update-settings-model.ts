import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';

type Name = 'imCacheMinutes' | 'imCheckMinutes';

/** The least and the most minutes of each. */
export const minuteLimits: Readonly<Record<Name, readonly [number, number]>> = {
  imCacheMinutes: [1, 1440],
  imCheckMinutes: [0, 1440],
};

/** How long an answer counts as fresh, and how often is looked regularly. */
export interface UpdateSettingsModel {
  texts: Readonly<Record<Name, ReadonlySignal<string>>>;
  wrong: ReadonlySignal<readonly Name[]>;
  isSaved: ReadonlySignal<boolean>;
  /** The browser was asked for notifications and did not allow them. */
  isNotifyRefused: ReadonlySignal<boolean>;
  saving: Action;
  type(name: Name, text: string): void;
  /** Call it first thing in a click: it may ask the person for a permission. */
  save(): Promise<boolean>;
}

export function createUpdateSettingsModel({ client, state, ports, refresh }: App): UpdateSettingsModel {
  const typed = signal<Partial<Record<Name, string>>>({});
  const wrong = signal<readonly Name[]>([]);
  const isSaved = signal(false);
  const isNotifyRefused = signal(false);
  const saving = createAction();
  const textOf = (name: Name) => computed(() => typed.value[name] ?? String(state.value.preferences[name]));
  const texts = { imCacheMinutes: textOf('imCacheMinutes'), imCheckMinutes: textOf('imCheckMinutes') };

  return {
    texts,
    wrong,
    isSaved,
    isNotifyRefused,
    saving,
    type(name, text) {
      typed.value = { ...typed.value, [name]: text };
      wrong.value = wrong.value.filter((one) => one !== name);
      isSaved.value = false;
    },
    save: () =>
      saving.run(async () => {
        const names = Object.keys(minuteLimits) as Name[];
        wrong.value = names.filter((name) => readMinutes(name, texts[name].value) === undefined);
        if (wrong.value.length > 0) return;
        const imCheckMinutes = Number(texts.imCheckMinutes.value);
        const asking = imCheckMinutes > 0 ? ports.requestNotifications().catch(() => false) : Promise.resolve(true);
        isNotifyRefused.value = !(await asking);
        const { preferences } = state.peek();
        const imCacheMinutes = Number(texts.imCacheMinutes.value);
        await client.call('preferences.save', { ...preferences, imCacheMinutes, imCheckMinutes });
        await refresh();
        typed.value = {};
        isSaved.value = true;
      }),
  };
}

function readMinutes(name: Name, text: string): number | undefined {
  const [least, most] = minuteLimits[name];
  const minutes = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN;
  return minutes >= least && minutes <= most ? minutes : undefined;
}
