import { computed, type ReadonlySignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import type { CallInput } from '@/lib/messages/extension-contract';
import type { ReleaseForm } from './release-form';

export interface DefaultValues {
  /** Whether the form holds a territory or operator that the next one would not begin with, and that may be kept. */
  canSave: ReadonlySignal<boolean>;
  saving: Action;
  save(): Promise<boolean>;
}

/** Keeps what was typed here for the next release. A territory that the page named is the page's, and no default. */
export function createDefaultValues(
  { state, client, refresh }: App,
  form: ReleaseForm,
  pageTerritory: ReadonlySignal<string | undefined>,
): DefaultValues {
  const saving = createAction();
  const typed = computed((): CallInput<'defaults.save'> => {
    const { territory_code: territory, operator_id: id, operator_name: name } = form.fields;
    const { operator, defaults } = state.value;
    const isPages = territory.value.trim() === pageTerritory.value;
    return {
      operator: { id: id.value.trim() || operator.id, name: name.value.trim() || operator.name },
      defaults: {
        ...defaults,
        territoryCode: (!isPages && territory.value.trim()) || defaults.territoryCode,
      },
    };
  });
  const isNew = computed(() => {
    const { operator, defaults } = state.value;
    const next = typed.value;
    return (
      next.operator.id !== operator.id ||
      next.operator.name !== operator.name ||
      next.defaults.territoryCode !== defaults.territoryCode
    );
  });
  return {
    canSave: computed(
      () =>
        isNew.value &&
        !state.value.managed &&
        !(['territory_code', 'operator_id', 'operator_name'] as const).some(form.isFaulty),
    ),
    saving,
    save: () =>
      saving.run(async () => {
        await client.call('defaults.save', typed.value);
        await refresh();
      }),
  };
}
