import { Stack } from '@/components/ui/stack';
import { editMessages } from '@/lib/i18n/edit-messages';
import { readTypedAmount } from '@/lib/opportunities/amount';
import { type OpportunityFieldName, opportunityFields } from '@/lib/opportunities/field';
import { EditField } from './edit-field';
import type { EditForm } from './edit-form';
import { fieldWords } from './field-words';
import { MaskedField } from './masked-field';
import { groupDigits } from './show-value';

interface Props {
  form: EditForm;
  isClosed: boolean;
}

/** The document's fields that the CRM lets people edit; its customer is not among them. */
export function DocumentFields(props: Props) {
  return (
    <>
      <One {...props} name="title" />
      <Stack along="pair">
        <One {...props} name="stage" />
        <One {...props} name="expect_amount" />
      </Stack>
      <Stack along="pair">
        <One {...props} name="expect_sign_date" />
        <One {...props} name="get_time" />
      </Stack>
      <Stack along="pair">
        <One {...props} name="source" />
        <One {...props} name="kind" />
      </Stack>
      <Stack along="pair">
        <One {...props} name="user_id" />
        <One {...props} name="want_department_id" />
      </Stack>
      <One {...props} name="customer_requirement" long />
      <One {...props} name="note" long />
    </>
  );
}

function One({ form, isClosed, name, long }: Props & { name: OpportunityFieldName; long?: boolean }) {
  const words = editMessages.value;
  const record = form.before.value;
  const label = fieldWords.value[name]?.label ?? name;
  if (record?.hidden.includes(name)) return <MaskedField label={label} text={record.labels[name] ?? ''} />;
  const holder = name === 'user_id' || name === 'want_department_id' ? record?.labels[name] : undefined;
  const amount = name === 'expect_amount' ? groupDigits(readTypedAmount(form.textOf(name))) : '';
  // A short number reads itself.
  const hint = holder ? words.currently(holder) : amount.includes(',') ? amount : undefined;
  return (
    <EditField
      form={form}
      name={name}
      label={label}
      hint={hint}
      required={opportunityFields[name].required}
      isClosed={isClosed}
      long={long}
    />
  );
}
