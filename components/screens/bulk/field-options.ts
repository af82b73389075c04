import { effect, signal } from '@preact/signals';
import type { App } from '@/components/app/app';
import type { Choice } from '@/components/ui/select';
import type { CallOutput } from '@/lib/messages/extension-contract';
import type { ColumnsForm } from './columns-form';

type Maps = CallOutput<'crm.readKnowledge'>['knowledge']['maps'];

export interface FieldOptions {
  /** What a field offers; none where it is a text, or nothing is known of the CRM's options. */
  of(field: string): readonly Choice[];
  start(): () => void;
}

/** The options that a company gave the fields of its CRM, as far as they are kept here. */
export function createFieldOptions({ client, state }: App, { connectionId }: ColumnsForm): FieldOptions {
  const maps = signal<Maps>(undefined);
  return {
    of: (field) =>
      (maps.value?.find((map) => map.field === field)?.options ?? [])
        .filter(({ isEnabled }) => isEnabled)
        .map(({ value, label }) => ({ value, label })),
    start: () =>
      effect(() => {
        const connection = state.peek().connections.find(({ id }) => id === connectionId.value);
        if (connection?.platform !== 'ikcrm') return;
        // Without them the field is a text, which is looked at before anything is sent.
        void client.call('crm.readKnowledge', { connectionId: connection.id }).then(
          ({ knowledge }) => {
            maps.value = knowledge.maps;
          },
          () => undefined,
        );
      }),
  };
}
