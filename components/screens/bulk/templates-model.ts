import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Action, createAction } from '@/components/app/create-action';
import type { MappingTemplate } from '@/lib/messages/bulk-contract';
import type { Client } from '@/lib/messages/client';
import type { BulkOperationId } from './bulk-operations';
import type { ColumnsForm } from './columns-form';

export interface TemplatesModel {
  templates: ReadonlySignal<readonly MappingTemplate[]>;
  chosen: ReadonlySignal<MappingTemplate | undefined>;
  /** The name under which it was saved last. */
  savedName: ReadonlySignal<string | undefined>;
  acting: Action;
  choose(id: string): void;
  /** Saves how columns are matched now; one of the same name is replaced. */
  save(name: string): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  start(): () => void;
}

export function createTemplatesModel(client: Client, form: ColumnsForm, operation: BulkOperationId): TemplatesModel {
  const templates = signal<readonly MappingTemplate[]>([]);
  const chosenId = signal('');
  const savedName = signal<string | undefined>(undefined);
  const acting = createAction();
  const load = async () => {
    templates.value = (await client.call('templates.list', { operation })).templates;
  };
  return {
    templates,
    chosen: computed(() => templates.value.find(({ id }) => id === chosenId.value)),
    savedName,
    acting,
    choose(id) {
      chosenId.value = id;
      const template = templates.peek().find((known) => known.id === id);
      if (template) form.apply(template.fields);
    },
    save: (name) =>
      acting.run(async () => {
        const { id } = await client.call('templates.save', { operation, name, fields: form.asTemplate() });
        await load();
        chosenId.value = id;
        savedName.value = name;
      }),
    remove: (id) =>
      acting.run(async () => {
        await client.call('templates.delete', { id });
        savedName.value = undefined;
        await load();
      }),
    start() {
      void acting.run(load);
      return () => undefined;
    },
  };
}
