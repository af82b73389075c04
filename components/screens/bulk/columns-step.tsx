import type { App } from '@/components/app/app';
import { ErrorNotice } from '@/components/app/error-notice';
import { useStarted } from '@/components/app/use-model';
import { Checkbox } from '@/components/ui/checkbox';
import { Chips } from '@/components/ui/chips';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { Stack } from '@/components/ui/stack';
import { bulkMessages } from '@/lib/i18n/bulk-messages';
import { connectionsFor } from '@/lib/messages/connections-of';
import { channels } from '@/lib/operations/rule';
import styles from './bulk.module.css';
import { type BulkOperationId, bulkOperation, rowFields, sharedFields } from './bulk-operations';
import { ColumnField } from './column-field';
import { guessMapping } from './column-names';
import type { Draft, DraftModel } from './draft-model';
import { columnName, issueAt } from './draft-places';
import { createFieldOptions } from './field-options';
import { Templates } from './templates';
import { ValueField } from './value-field';

export interface ColumnsStepProps {
  app: App;
  model: DraftModel;
  draft: Draft;
  operation: BulkOperationId;
}

/** Where each field of a row comes from, and what all rows have in common. */
export function ColumnsStep({ app, model, draft, operation: id }: ColumnsStepProps) {
  const options = useStarted(() => createFieldOptions(app, model.columns));
  const { columns: words } = bulkMessages.value;
  const operation = bulkOperation(id);
  const fields = rowFields(operation);
  const form = model.columns;
  const error = model.saving.error.value;
  const isUsual = (field: string) =>
    operation.usual.includes(field) || form.sourceOf(field) !== '' || issueAt(draft, field) !== undefined;
  const usual = fields.filter(isUsual);
  const rare = fields.filter((field) => !isUsual(field));
  const shared = sharedFields(operation);
  const props = { app, model, draft, id, options };
  return (
    <Stack>
      {error && <ErrorNotice app={app} error={error} />}
      <Templates app={app} form={form} operation={id} />
      <Connection app={app} model={model} id={id} />
      {id === 'submit-outreach' && <Channel model={model} draft={draft} />}
      {shared.length > 0 && (
        <Section title={words.shared}>
          <div class={styles.pair}>
            {shared.map((field) => (
              <ValueField key={field} {...props} field={field} label="own" />
            ))}
          </div>
        </Section>
      )}
      <Section title={words.fields}>
        <p class={styles.faint}>{words.fieldsNote}</p>
        {usual.map((field) => (
          <ColumnField key={field} {...props} field={field} />
        ))}
        {rare.length > 0 && (
          <Disclosure summary={words.more(rare.length)}>
            <Stack>
              {rare.map((field) => (
                <ColumnField key={field} {...props} field={field} />
              ))}
            </Stack>
          </Disclosure>
        )}
      </Section>
      <Unused model={model} draft={draft} />
      {draft.summary.retryOf === undefined && (
        <Checkbox
          id="draft-header"
          label={words.header(draft.import.rowsAbove ?? 0)}
          checked={form.hasHeader.value}
          onChecked={(hasHeader) => {
            form.set({ hasHeader });
            // The row becomes one now: until it did, there was nothing to tell columns by.
            if (hasHeader && !draft.import.hasHeader) form.guess(guessMapping(id, draft.sample[0]?.cells ?? [], true));
          }}
        />
      )}
    </Stack>
  );
}

function Connection({ app, model, id }: { app: App; model: DraftModel; id: BulkOperationId }) {
  const { platform } = bulkOperation(id).declaration;
  const connections = connectionsFor(app.state.value.connections, platform);
  if (connections.length < 2) return null;
  return (
    <Field id="draft-connection" label={bulkMessages.value.columns.connection}>
      {(control) => (
        <Select
          {...control}
          value={model.columns.connectionId.value ?? ''}
          choices={connections.map((connection) => ({ value: connection.id, label: connection.name }))}
          onValue={(connectionId) => model.columns.set({ connectionId })}
        />
      )}
    </Field>
  );
}

function Channel({ model, draft }: { model: DraftModel; draft: Draft }) {
  const { columns: words } = bulkMessages.value;
  const isMissing = model.columns.channel.value === undefined && issueAt(draft, 'channel') !== undefined;
  return (
    <Chips
      id="draft-channel"
      label={words.channel}
      hint={words.channelHint}
      error={isMissing ? words.required : undefined}
      value={model.columns.channel.value}
      choices={channels.map((value) => ({ value, label: words.channels[value] }))}
      onValue={(channel) => model.columns.set({ channel })}
    />
  );
}

function Unused({ model, draft }: { model: DraftModel; draft: Draft }) {
  const { columns: words } = bulkMessages.value;
  const unused = model.columns.unused.value;
  if (unused.length === 0) return null;
  const names = unused.map((column) => columnName(draft, column));
  return (
    <Section title={words.unused}>
      <p>{names.join(' · ')}</p>
      <p class={styles.faint}>{words.unusedNote}</p>
    </Section>
  );
}
