import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import { AppError, isErrorData } from '@/lib/errors/app-error';
import type { CallOutput } from '@/lib/messages/extension-contract';

type Rule = CallOutput<'rule.list'>['rules'][number];

/** A rule is a few kilobytes; the contract takes no more. */
const largestFileBytes = 1_000_000;

export interface RulesModel {
  /** In the order in which they are tried; undefined until they were read. */
  rules: ReadonlySignal<readonly Rule[] | undefined>;
  isManaged: ReadonlySignal<boolean>;
  importing: Action;
  /** The names of the rules that came in with the last file. */
  imported: ReadonlySignal<readonly string[] | undefined>;
  /** The ids of the rules that are there already, of a file that waits for leave to replace them. */
  replacing: ReadonlySignal<readonly string[] | undefined>;
  importFile(file: Pick<File, 'size' | 'text'>): Promise<boolean>;
  replace(): Promise<boolean>;
  keepOld(): void;
  exporting: Action;
  exportRule(id: string): Promise<boolean>;
  removing: ReadonlySignal<Rule | undefined>;
  removal: Action;
  askToRemove(id: string | undefined): void;
  remove(): Promise<boolean>;
  load(): Promise<void>;
}

/** The rules by which pages are read: brought in as files, shared as files, taken away. */
export function createRulesModel(app: App): RulesModel {
  const { client, ports, state } = app;
  const rules = signal<readonly Rule[] | undefined>(undefined);
  const imported = signal<readonly string[] | undefined>(undefined);
  const waiting = signal<{ text: string; ids: readonly string[] } | undefined>(undefined);
  const removingId = signal<string | undefined>(undefined);
  const importing = createAction();
  const exporting = createAction();
  const removal = createAction();

  async function load(): Promise<void> {
    rules.value = (await client.call('rule.list', {})).rules;
  }

  async function save(text: string, mayReplace: boolean): Promise<boolean> {
    imported.value = undefined;
    waiting.value = undefined;
    try {
      const saved = await client.call('rule.save', { text, mayReplace });
      imported.value = saved.rules.map(({ name }) => name);
    } catch (thrown) {
      if (!isErrorData(thrown) || thrown.detail.reason !== 'rule-exists') throw thrown;
      waiting.value = { text, ids: (thrown.detail.path ?? '').split(' ') };
      return false;
    }
    await load();
    return true;
  }

  return {
    rules,
    isManaged: computed(() => state.value.managed),
    importing,
    imported,
    replacing: computed(() => waiting.value?.ids),
    importFile: (file) =>
      importing.run(async () => {
        if (file.size > largestFileBytes) throw new AppError('invalid-input', { reason: 'file-too-large' });
        const text = await file.text().catch((cause: unknown) => {
          throw new AppError('not-found', { reason: 'file-unreadable' }, cause);
        });
        return save(text, false);
      }),
    replace: () => importing.run(async () => waiting.value !== undefined && save(waiting.value.text, true)),
    keepOld() {
      waiting.value = undefined;
    },
    exporting,
    exportRule: (id) =>
      exporting.run(async () => {
        const { file } = await client.call('rule.export', { id });
        ports.saveFile(`crm-sidekick-site-${id}.json`, file);
      }),
    removing: computed(() => rules.value?.find(({ id, isBuiltIn }) => id === removingId.value && !isBuiltIn)),
    removal,
    askToRemove(id) {
      removal.forget();
      removingId.value = id;
    },
    async remove() {
      const id = removingId.value;
      if (id === undefined) return false;
      const isRemoved = await removal.run(async () => {
        await client.call('rule.delete', { id });
        await load();
      });
      if (isRemoved) removingId.value = undefined;
      return isRemoved;
    },
    load,
  };
}
