import type { JSX } from 'preact';
import { Button } from '@/components/ui/button';
import type { ControlProps } from '@/components/ui/control-props';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { halfTyped } from '@/components/ui/half-typed';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { editMessages } from '@/lib/i18n/edit-messages';
import { findField, kindOf } from '@/lib/opportunities/field';
import type { EditForm } from './edit-form';
import { choicesOf, optionsOf } from './show-value';

export interface EditFieldProps {
  form: EditForm;
  name: string;
  label: string;
  hint?: string | undefined;
  required?: boolean | undefined;
  isClosed: boolean;
  /** A text of several lines. */
  long?: boolean | undefined;
  /** A company's own day. */
  isDate?: boolean | undefined;
}

/** One field: options where there are any, else a text, with a way back to what the record holds. */
export function EditField({ form, name, label, hint, required, ...rest }: EditFieldProps) {
  const words = editMessages.value;
  const before = form.before.value;
  const isChanged = form.changes.value.some(({ field }) => field === name);
  const issue = form.issueOf(name);
  if (!before) return null;
  return (
    <Field
      id={`edit-${name}`}
      label={label}
      hint={hint}
      required={required}
      error={issue && issueWords(issue)}
      action={
        isChanged && (
          <Button kind="link" aria-label={`${words.reset} ${label}`} onClick={() => form.reset(name)}>
            {words.reset}
          </Button>
        )
      }
    >
      {(control) => <Control {...rest} control={control} form={form} name={name} />}
    </Field>
  );
}

/** What is wrong with a field, and what it must be. */
export function issueWords(reason: string): string {
  const issues: Readonly<Record<string, string>> = editMessages.value.issues;
  return (Object.hasOwn(issues, reason) && issues[reason]) || editMessages.value.issues.other;
}

type ControlOf = Pick<EditFieldProps, 'form' | 'name' | 'isClosed' | 'long' | 'isDate'> & { control: ControlProps };

function Control({ control, form, name, isClosed, long, isDate = kindOf(name) === 'date' }: ControlOf): JSX.Element {
  const before = form.before.value;
  const knowledge = form.knowledge.value;
  const input = {
    value: form.textOf(name),
    onValue: (text: string) => form.set(name, text),
    disabled: isClosed,
  };
  const isOption = findField(name)?.options === 'field-map' || optionsOf(name, knowledge).length > 0;
  if (isOption && before) return <Select {...control} {...input} choices={choicesOf(name, knowledge, before)} />;
  if (long) return <TextArea {...control} {...input} />;
  const kind = kindOf(name);
  // The native control shows nothing for what it does not understand: such a date stays a text.
  if (isDate && (input.value === halfTyped || /^(\d{4}-\d{2}-\d{2})?$/.test(input.value)))
    return <DateInput {...control} {...input} />;
  const isNumber = findField(name)?.documented === 'Number';
  return (
    <TextInput
      {...control}
      {...input}
      code={kind === 'amount' || isNumber}
      inputMode={kind === 'amount' ? 'decimal' : isNumber ? 'numeric' : undefined}
    />
  );
}
