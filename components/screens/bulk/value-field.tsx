import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { bulkMessages, fieldWords } from '@/lib/i18n/bulk-messages';
import { bulkOperation } from './bulk-operations';
import type { DraftFieldProps } from './column-field';
import { issueAt } from './draft-places';
import { issueSentence } from './issue-sentence';

interface ValueFieldProps extends DraftFieldProps {
  /** Whether it stands for itself, beside a column's choice, or for a column's empty cells. */
  label: 'own' | 'same' | 'fallback';
}

/** One value for all rows: the options of the CRM where there are any, else a text. */
export function ValueField({ app, model, draft, id, field, options, label: kind }: ValueFieldProps) {
  const { columns: words } = bulkMessages.value;
  const { label, hint } = fieldWords(id, field);
  const { fields, shared } = bulkOperation(id).declaration;
  const declared = fields[field] ?? shared[field];
  const form = model.columns;
  const issue = kind === 'fallback' ? undefined : issueAt(draft, field);
  const choices = options.of(field);
  const value = form.textOf(field);
  const onValue = (text: string) => form.setText(field, text);
  const titles = { own: label, same: words.sameLabel(label), fallback: words.fallbackLabel(label) };
  const isReason = field === 'memo';
  return (
    <Field
      id={`value-${field}`}
      label={titles[kind]}
      mark={kind === 'own' && declared?.required ? words.required : undefined}
      hint={hint}
      error={issue && issueSentence(id, issue, app.ports.clock())}
    >
      {(control) =>
        choices.length > 0 ? (
          <Select
            {...control}
            value={value}
            choices={[{ value: '', label: words.chooseOption }, ...choices]}
            onValue={onValue}
          />
        ) : declared?.format === 'date' ? (
          <DateInput {...control} value={value} onValue={onValue} />
        ) : (
          <>
            <TextInput
              {...control}
              code={declared?.format !== 'text'}
              inputMode={declared?.format === 'whole-number' ? 'numeric' : undefined}
              list={isReason ? 'release-reasons' : undefined}
              value={value}
              onValue={onValue}
            />
            {isReason && (
              <datalist id="release-reasons">
                {app.state.value.defaults.releaseReasons.map((reason) => (
                  <option key={reason} value={reason} />
                ))}
              </datalist>
            )}
          </>
        )
      }
    </Field>
  );
}
