import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { whenReleased } from '@/components/ui/when-released';
import { messages } from '@/lib/i18n/messages';
import { screenMessages } from '@/lib/i18n/screen-messages';
import { releaseOpportunity } from '@/lib/operations/release-opportunity';
import type { ReleaseField } from './release-form';
import type { ReleaseModel } from './release-model';

export interface ReleaseTextFieldProps {
  model: ReleaseModel;
  name: Exclude<ReleaseField, 'memo'>;
  label: string;
  hint?: string | undefined;
  optional?: boolean | undefined;
  /** A person's name: no equal-width letters. */
  plain?: boolean | undefined;
  numeric?: boolean | undefined;
  long?: boolean | undefined;
  /** Values that are known here, to pick from. */
  suggestions?: readonly string[] | undefined;
}

/** One field of the document as a text, with what is wrong with it once it was left. */
export function ReleaseTextField(props: ReleaseTextFieldProps) {
  const { model, name, label, hint, optional, plain, numeric, long, suggestions } = props;
  const { words } = messages.value;
  const value = model.form.fields[name];
  const id = `release-${name}`;
  const input = {
    code: !plain,
    value: value.value,
    onValue: (text: string) => {
      value.value = text;
    },
    onBlur: () => whenReleased(() => model.form.leave(name)),
  };
  const picked = suggestions ? { list: `${id}-known` } : {};
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      mark={optional ? words.optional : undefined}
      error={issueText(model, name)}
    >
      {(control) =>
        long ? (
          <TextArea {...control} {...input} />
        ) : (
          <>
            <TextInput {...control} {...input} {...picked} inputMode={numeric ? 'numeric' : undefined} />
            {suggestions && <Suggestions id={`${id}-known`} values={suggestions} />}
          </>
        )
      }
    </Field>
  );
}

function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

/** What is wrong with a field, in words; nothing before it was left. */
export function issueText(model: ReleaseModel, name: ReleaseField): string | undefined {
  const { fields } = screenMessages.value;
  const reason = model.form.issueOf(name);
  if (reason === undefined) return undefined;
  return reason === 'too-long' ? fields.tooLong(releaseOpportunity.fields[name].maxLength) : fields.issues[reason];
}
