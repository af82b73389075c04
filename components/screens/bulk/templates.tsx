import { useSignal } from '@preact/signals';
import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { useStarted } from '@/components/app/use-model';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { trash } from '@/components/ui/screen-icons';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { messages } from '@/lib/i18n/messages';
import styles from './bulk.module.css';
import type { BulkOperationId } from './bulk-operations';
import type { ColumnsForm } from './columns-form';
import { createTemplatesModel, type TemplatesModel } from './templates-model';

interface TemplatesProps {
  app: App;
  form: ColumnsForm;
  operation: BulkOperationId;
}

/** How columns were matched once, to be used again for a table with the same headers. */
export function Templates({ app, form, operation }: TemplatesProps) {
  const model = useStarted(() => createTemplatesModel(app.client, form, operation));
  const isNaming = useSignal(false);
  const { columns: words } = bulkMessages.value;
  const error = model.acting.error.value;
  const chosen = model.chosen.value;
  return (
    <div class={styles.field}>
      {error && <ErrorNotice error={error} />}
      <Field id="draft-template" label={words.template} hint={words.templateHint}>
        {(control) => (
          <div class={styles.joined}>
            <Select
              {...control}
              value={chosen?.id ?? ''}
              choices={[
                { value: '', label: words.templateNone },
                ...model.templates.value.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onValue={(id) => model.choose(id)}
            />
            {chosen && (
              <IconButton
                icon={trash}
                label={words.templateDelete(chosen.name)}
                onClick={() => void model.remove(chosen.id)}
              />
            )}
            <Button onClick={() => (isNaming.value = !isNaming.value)} aria-expanded={isNaming.value}>
              {words.templateSave}
            </Button>
          </div>
        )}
      </Field>
      {isNaming.value && <Naming model={model} onEnd={() => (isNaming.value = false)} />}
      <div class={styles.faint} role="status">
        {model.savedName.value !== undefined && words.templateSaved(model.savedName.value)}
      </div>
    </div>
  );
}

function Naming({ model, onEnd }: { model: TemplatesModel; onEnd(): void }) {
  const name = useSignal(model.chosen.peek()?.name ?? '');
  const { columns: words } = bulkMessages.value;
  const save = async (event: Event) => {
    event.preventDefault();
    if (name.value.trim() !== '' && (await model.save(name.value.trim()))) onEnd();
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Field id="template-name" label={words.templateName}>
        {(control) => (
          <div class={styles.joined}>
            <TextInput
              {...control}
              autofocus
              maxLength={80}
              value={name.value}
              onValue={(text) => {
                name.value = text;
              }}
            />
            <Button type="submit" busy={model.acting.isBusy.value} disabled={name.value.trim() === ''}>
              {messages.value.words.save}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
