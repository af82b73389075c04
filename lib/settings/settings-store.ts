import type { StorageArea } from '@/lib/connections/storage-area';
import { createTurns } from '@/lib/connections/turns';
import type { Clock } from '@/lib/time/clock';
import { toSettingsFile } from './export-settings';
import { refusalOf } from './parse-settings-file';
import { defaultSettings, type Settings, settingsSchema } from './settings';
import { settingsFileSchema } from './settings-file-schema';

const settingsItem = 'settings';

type Write = (items: Record<string, unknown>) => Promise<void>;

export interface SettingsStoreParts {
  local: StorageArea;
  clock: Clock;
  /** The language of somebody who has not chosen one. */
  defaultLanguage: Settings['preferences']['language'];
}

export interface SettingsStore {
  read(): Promise<Settings>;
  /**
   * Changes what is stored, in turn with other changes, and answers what is stored then. `write` writes in another way
   * than by itself, e.g. together with secrets. Throws `invalid-input` (path as in the settings file) for what would
   * not fit into one.
   */
  update(change: (current: Settings) => Settings, write?: Write): Promise<Settings>;
  /** Calls `listener` after every change, until the answered function is called. */
  watch(listener: (settings: Settings) => void): () => void;
}

export function createSettingsStore({ local, clock, defaultLanguage }: SettingsStoreParts): SettingsStore {
  const inTurn = createTurns();
  const listeners = new Set<(settings: Settings) => void>();

  async function load(): Promise<Settings> {
    const stored = (await local.get(settingsItem))[settingsItem];
    const { settings, isDamaged } = repair(stored, defaultSettings(defaultLanguage));
    // Whatever it was is kept beside the repaired settings, in the same stroke, for somebody who can read it.
    if (isDamaged) await local.set({ [settingsItem]: settings, [`settings-damaged-${clock()}`]: stored });
    return settings;
  }

  async function update(change: (current: Settings) => Settings, write: Write = (items) => local.set(items)) {
    const next = change(await load());
    const file = toSettingsFile(next);
    const checked = settingsFileSchema.safeParse(file);
    if (!checked.success) throw refusalOf(checked.error.issues[0], file);
    await write({ [settingsItem]: next });
    for (const listener of listeners) listener(next);
    return next;
  }

  return {
    read: () => inTurn(load),
    update: (change, write) => inTurn(() => update(change, write)),
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * Every part that is as it should be, of lists every entry, and the default in place of every other. What is missing is
 * not damage: an earlier version may not have known it.
 */
function repair(stored: unknown, defaults: Settings): { settings: Settings; isDamaged: boolean } {
  if (stored === undefined) return { settings: defaults, isDamaged: false };
  const members = new Map<string, unknown>(Object.entries(Object(stored) as object));
  let isDamaged = !isPlain(stored);
  const sound = Object.entries(settingsSchema.shape).flatMap(([name, schema]): (readonly [string, unknown])[] => {
    if (!members.has(name)) return [];
    const parsed = schema.safeParse(withDefaults(members.get(name), Reflect.get(defaults, name)));
    if (parsed.success) return [[name, parsed.data]];
    isDamaged = true;
    const list = members.get(name);
    // One damaged entry takes none of the others along.
    return Array.isArray(list) ? [[name, list.filter((entry) => schema.safeParse([entry]).success)]] : [];
  });
  return { settings: settingsSchema.parse({ ...defaults, ...Object.fromEntries(sound) }), isDamaged };
}

function withDefaults(stored: unknown, defaults: unknown): unknown {
  return isPlain(stored) && isPlain(defaults) ? { ...defaults, ...stored } : stored;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
