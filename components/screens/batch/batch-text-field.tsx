import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { whenReleased } from '@/components/ui/when-released';
import { batchMessages } from '@/lib/i18n/batch-messages';
import { language, messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import type { FieldIssue, Fields } from '@/lib/operations/field';
import type { TextFields } from './text-fields';

export interface BatchTextFieldProps {
  /** In front of the field's name in the control's id. */
  prefix: string;
  name: string;
  form: TextFields;
  /** The document's fields, for their limits. */
  fields: Fields;
  /** A person's words: no equal-width letters. */
  plain?: boolean | undefined;
  optional?: boolean | undefined;
  long?: boolean | undefined;
}

/** One documented field as a text, with what is wrong with it once it was left. */
export function BatchTextField({ prefix, name, form, fields, plain, optional, long }: BatchTextFieldProps) {
  const { label, hint } = wordsOf(name);
  const value = form.value(name);
  const isNumber = fields[name]?.format === 'whole-number';
  const input = {
    code: !plain,
    value: value.value,
    onValue: (text: string) => {
      value.value = text;
    },
    onBlur: () => whenReleased(() => form.leave(name)),
  };
  const issue = form.issueOf(name);
  return (
    <Field
      id={`${prefix}-${name}`}
      label={label}
      // What is missing is what the hint says.
      hint={issue?.reason === 'one-of-required' ? undefined : hint}
      mark={optional ? messages.value.words.optional : undefined}
      error={issueSentence(issue, fields)}
    >
      {(control) =>
        long ? (
          <TextArea {...control} {...input} />
        ) : (
          <TextInput {...control} {...input} inputMode={isNumber ? 'numeric' : undefined} />
        )
      }
    </Field>
  );
}

/** A field's label and hint; its own name where there are none. */
export function wordsOf(name: string): { label: string; hint: string } {
  const known: Readonly<Record<string, { label: string; hint: string }>> = batchMessages.value.fields;
  return (Object.hasOwn(known, name) ? known[name] : undefined) ?? { label: name, hint: '' };
}

/** What is wrong with a field, in words. */
export function issueSentence(issue: FieldIssue | undefined, fields: Fields): string | undefined {
  if (!issue) return undefined;
  const { fields: text } = screenMessages.value;
  const { batch } = batchMessages.value;
  const { reason, field, others = [] } = issue;
  const labels = (names: readonly string[]) =>
    new Intl.ListFormat(language.value).format(names.map((name) => wordsOf(name).label));
  if (reason === 'too-long') return text.tooLong(fields[field]?.maxLength ?? 0);
  if (reason === 'one-of-required') return batch.oneOf(labels(others));
  if (reason === 'required-together') return batch.together(labels([field, ...others]));
  return text.issues[reason];
}
