import type { App } from '@/components/app/app';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { bulkMessages, fieldWords } from '@/lib/i18n/bulk-messages';
import styles from './bulk.module.css';
import { type BulkOperationId, bulkOperation } from './bulk-operations';
import type { FieldSource } from './columns-form';
import type { Draft, DraftModel } from './draft-model';
import { columnName, issueAt } from './draft-places';
import type { FieldOptions } from './field-options';
import { issueSentence } from './issue-sentence';
import { ValueField } from './value-field';

export interface DraftFieldProps {
  app: App;
  model: DraftModel;
  draft: Draft;
  id: BulkOperationId;
  field: string;
  options: FieldOptions;
}

/** One field of a row: which column has it, or what all rows have instead. */
export function ColumnField(props: DraftFieldProps) {
  const { app, model, draft, id, field } = props;
  const { columns: words } = bulkMessages.value;
  const form = model.columns;
  const source = form.sourceOf(field);
  const issue = issueAt(draft, field);
  const isRequired = bulkOperation(id).declaration.fields[field]?.required;
  const isColumn = source !== '' && source !== 'same';
  return (
    <div class={styles.field}>
      <Field
        id={`field-${field}`}
        label={fieldWords(id, field).label}
        mark={isRequired ? words.required : undefined}
        hint={isColumn ? sampleOf(draft, Number(source)) : undefined}
        // What is missing is said where it is filled in.
        error={issue && source !== 'same' ? issueSentence(id, issue, app.ports.clock()) : undefined}
      >
        {(control) => (
          <Select<FieldSource>
            {...control}
            value={source}
            choices={[
              { value: '', label: words.notUsed },
              { value: 'same', label: words.same },
              ...draft.import.header.map((_, column) => ({
                value: `${column}` as const,
                label: columnName(draft, column),
              })),
            ]}
            onValue={(chosen) => form.choose(field, chosen)}
          />
        )}
      </Field>
      {source === 'same' && <ValueField {...props} label="same" />}
      {isColumn && form.textOf(field) !== '' && <ValueField {...props} label="fallback" />}
    </div>
  );
}

const shownSamples = 3;

/** What stands in the column's first rows. */
export function sampleOf({ sample }: Draft, column: number): string {
  const { sampleNone } = bulkMessages.value.columns;
  return sample
    .slice(0, shownSamples)
    .map(({ cells }) => cells[column]?.trim().slice(0, 40) || sampleNone)
    .join(' · ');
}
