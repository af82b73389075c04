import { createTextFields, type TextFields } from '@/components/screens/batch/text-fields';
import { checkValues } from '@/lib/operations/check-values';
import type { FieldIssue } from '@/lib/operations/field';
import type { Channel } from '@/lib/operations/rule';
import { submitOutreach } from '@/lib/operations/submit-outreach';
import { createJsonField, type JsonField } from './json-field';

/** The fields of a task in the order in which they stand; the last ones are folded. */
export const mainTaskFields = ['phone_number', 'email', 'user_name', 'input_params', 'output_params'] as const;
export const rareTaskFields = [
  'plan_execute_start_time',
  'biz_id',
  'outer_user_id',
  'cms_user_id',
  'cms_member_type',
  'source_id',
  'department_id',
  'appointment_time_id',
  'policy_id',
  'book_user_id',
  'book_charge_biz_info',
] as const;

export interface OutreachTask {
  /** Tells tasks apart on the page; never used again. */
  id: number;
  form: TextFields;
  input: JsonField;
  output: JsonField;
  /** As it was entered, for a draft. */
  entered(): Record<string, string>;
}

/** `isRepeated`: whether another task has this business id. */
export function createTask(
  id: number,
  values: Readonly<Record<string, string>>,
  context: { channel(): Channel | undefined; isRepeated(id: number, bizId: string): boolean },
): OutreachTask {
  let fields: [JsonField, JsonField] | undefined;
  const form = createTextFields([...mainTaskFields, ...rareTaskFields], (entered): FieldIssue[] => {
    const issues = checkValues(submitOutreach, entered, { channel: context.channel() });
    const [input, output] = fields ?? [];
    if (input?.fault.value) issues.push({ field: 'input_params', reason: 'not-a-json-object' });
    if (output?.fault.value) issues.push({ field: 'output_params', reason: 'not-a-json-object' });
    if (context.isRepeated(id, entered.biz_id ?? '')) issues.push({ field: 'biz_id', reason: 'repeated' });
    return issues;
  });
  form.fill(values);
  const jsonField = (name: 'input_params' | 'output_params') =>
    createJsonField(form.value(name), values[unwrittenOf(name)]);
  const [input, output] = [jsonField('input_params'), jsonField('output_params')];
  fields = [input, output];
  return {
    ...{ id, form, input, output },
    entered() {
      const unwritten = { input_params: input.unwritten.value, output_params: output.unwritten.value };
      const kept = Object.entries(unwritten).flatMap(([name, text]) => (text ? [[unwrittenOf(name), text]] : []));
      return { ...form.entered(), ...Object.fromEntries(kept) };
    },
  };
}

function unwrittenOf(name: string): string {
  return `${name}.unwritten`;
}

/** Whether nothing was entered: an id and empty variables are there from the start. */
export function isBlank({ form, input, output }: OutreachTask): boolean {
  const isEmpty = Object.entries(form.values.peek()).every(([name, text]) => name === 'biz_id' || text === '{}');
  return isEmpty && !input.pairs.peek().length && !output.pairs.peek().length;
}
