import { Section } from '@/components/ui/section';
import { editMessages } from '@/lib/i18n/edit-messages';
import { type HeldCustomField, holdCustomFields, isDayType } from '@/lib/opportunities/custom-fields';
import styles from './edit.module.css';
import { EditField } from './edit-field';
import type { EditForm } from './edit-form';
import { MaskedField } from './masked-field';

interface Props {
  form: EditForm;
  isClosed: boolean;
}

/** The company's own fields, in its groups. */
export function CustomFields({ form, isClosed }: Props) {
  const record = form.before.value;
  const groups = form.knowledge.value?.groups;
  if (!record || !groups) return null;
  return (
    <>
      {holdCustomFields(groups, record).map(
        ({ label, fields }) =>
          fields.length > 0 && (
            <Section key={label} title={label || editMessages.value.ownFields}>
              <div class={styles.form}>
                {fields.map((field) => (
                  <One key={field.name} field={field} form={form} isClosed={isClosed} />
                ))}
              </div>
            </Section>
          ),
      )}
    </>
  );
}

function One({ field, form, isClosed }: Props & { field: HeldCustomField }) {
  const { name, label, isRequired, canEdit, shown, type } = field;
  if (!canEdit) return <MaskedField label={label} text={shown.text} why={whyNot(field)} />;
  return (
    <EditField
      form={form}
      name={name}
      label={label}
      required={isRequired}
      isClosed={isClosed}
      long={/text_?area/i.test(type)}
      isDate={isDayType(type)}
    />
  );
}

function whyNot({ shown, cannotEdit, value }: HeldCustomField): string {
  const words = editMessages.value;
  if (shown.isMasked) return words.masked;
  return cannotEdit || value !== undefined ? words.cannotEdit : words.isList;
}
