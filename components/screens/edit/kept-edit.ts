import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { createDraftKeeper, type DraftKeeper } from '@/components/screens/release/draft-keeper';
import { halfTyped } from '@/components/ui/half-typed';
import type { Draft } from '@/lib/messages/extension-contract';
import type { Conflict } from '@/lib/opportunities/difference';
import { baseOf, editScope, findTypedConflicts, followUpStage, fromDraft, type TypedEdit, toDraft } from './edit-draft';
import type { EditForm } from './edit-form';
import type { FollowUpForm } from './follow-up-form';

export type Choice = 'theirs' | 'yours';

/** What is typed and not saved: kept behind the typing, and held against what the record became meanwhile. */
export interface KeptEdit {
  /** Becomes the job's: one confirmed intention is one job, however often the button is pressed. */
  intentId(): string;
  renew(): void;
  isRestored: ReadonlySignal<boolean>;
  conflicts: ReadonlySignal<readonly Conflict[]>;
  choices: ReadonlySignal<Readonly<Record<string, Choice>>>;
  /** The first that nobody has decided. */
  undecided: ReadonlySignal<Conflict | undefined>;
  choose(conflict: Conflict, choice: Choice): void;
  /** What stands in the form, or else what is kept for this record. */
  load(connectionId: string): Promise<TypedEdit | undefined>;
  /** Holds what was loaded against the record as it is now, which the form has begun with. */
  compare(typed: TypedEdit | undefined): void;
  forget(connectionId: string): Promise<void>;
  saveNow(): void;
  /** Keeps what is typed through this connection; answers a function that ends it. */
  start(state: { connectionId: ReadonlySignal<string | undefined>; isOver: () => boolean }): () => void;
}

export function createKeptEdit(
  { client, ports, surface }: App,
  opportunityId: string,
  { form, followUp }: { form: EditForm; followUp: FollowUpForm },
): KeptEdit {
  const isRestored = signal(false);
  const conflicts = signal<readonly Conflict[]>([]);
  const choices = signal<Readonly<Record<string, Choice>>>({});
  const source: Draft['source'] = surface === 'panel' ? 'panel' : 'popup';
  let intentId = ports.newIntentId();
  let keeper: { keeper: DraftKeeper; scope: string } | undefined;
  let isKept = false;

  const isTyped = computed(() => form.changes.value.length > 0 || followUp.followUp.value !== undefined);
  const undecided = computed(() => conflicts.value.find(({ field }) => !choices.value[field]));

  function typed(): TypedEdit | undefined {
    const before = form.before.value;
    if (!before) return undefined;
    const said = { wanted: withoutHalves(form.wanted.value), followUp: withoutHalves(followUp.texts.value) };
    const open = conflicts.value.filter(({ field }) => !choices.value[field]);
    // What nobody has decided yet is a conflict the next time, too.
    const bases = open.map(({ field, before: was }) => [field === followUpStage ? 'stage' : field, was] as const);
    const known = Object.entries({ ...baseOf(before, said), ...Object.fromEntries(bases) });
    const base = Object.fromEntries(known.filter((entry): entry is [string, string] => entry[1] !== undefined));
    return { ...said, base };
  }

  function keeperOf(connectionId: string): DraftKeeper {
    const scope = editScope(connectionId, opportunityId);
    if (keeper?.scope !== scope) {
      keeper?.keeper.flush();
      keeper = { keeper: createDraftKeeper(client, scope), scope };
    }
    return keeper.keeper;
  }

  async function forget(connectionId: string): Promise<void> {
    isKept = false;
    keeperOf(connectionId).drop();
    await client.call('draft.delete', { scope: editScope(connectionId, opportunityId) });
  }

  return {
    intentId: () => intentId,
    renew: () => {
      intentId = ports.newIntentId();
    },
    isRestored,
    conflicts,
    choices,
    undecided,
    choose({ field, yours }, choice) {
      choices.value = { ...choices.value, [field]: choice };
      if (field === followUpStage) followUp.set('stage', choice === 'yours' ? yours : '');
      else if (choice === 'yours') form.set(field, yours);
      else form.reset(field);
    },
    async load(connectionId) {
      if (isTyped.value) return typed();
      // A form without its draft is still a form.
      const kept = await client.call('draft.read', { scope: editScope(connectionId, opportunityId) }).then(
        ({ draft }) => draft,
        () => undefined,
      );
      isKept = kept !== undefined;
      isRestored.value = isKept;
      intentId = kept?.intentId ?? ports.newIntentId();
      return kept && fromDraft(kept);
    },
    compare(loaded) {
      const now = form.before.value;
      conflicts.value = loaded && now ? findTypedConflicts(loaded, now) : [];
      choices.value = {};
    },
    forget,
    saveNow: () => keeper?.keeper.flush(),
    start({ connectionId, isOver }) {
      const end = effect(() => {
        const content = typed();
        const id = connectionId.value;
        if (isOver() || !content || id === undefined) return;
        if (isTyped.value) {
          isKept = true;
          keeperOf(id).keep(toDraft(content, { intentId, source }));
        } else if (isKept) void forget(id).catch(() => undefined);
      });
      return () => {
        end();
        keeper?.keeper.flush();
      };
    },
  };
}

/** Half a day cannot be shown again. */
function withoutHalves(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== halfTyped));
}
