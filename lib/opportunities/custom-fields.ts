import { type FieldOption, readOptions } from './field-options';
import { knownValue, type Opportunity, type ShownValue } from './opportunity';
import { firstList, firstText, isRecord, member, readText } from './read-value';

/** A company's own field, as it defined it. */
export interface CustomField {
  /** Its key in the record, e.g. `text_asset_8b1eeedd`. */
  name: string;
  label: string;
  /** The CRM's word for its kind. */
  type: string;
  options: readonly FieldOption[];
  isRequired: boolean;
  cannotEdit: boolean;
}

export interface CustomFieldGroup {
  label: string;
  fields: readonly CustomField[];
}

/** A field together with what the record holds. `value` is absent when it is not known, hidden or no single text. */
export interface HeldCustomField extends CustomField {
  shown: ShownValue;
  value?: string | undefined;
  /** Whether it may be edited here: not where the CRM forbids it, hides the value, or keeps a list. */
  canEdit: boolean;
}

/** Reads the `data` of `GET /api/v2/custom_fields/opportunity/by_group`; undefined when there are no groups to read. */
export function readCustomFields(data: unknown): CustomFieldGroup[] | undefined {
  const groups = Array.isArray(data) ? data : firstList(data, 'custom_field_groups', 'groups');
  return groups?.map((group) => ({
    label: firstText(group, 'label', 'name', 'title') ?? '',
    fields: (firstList(group, 'custom_fields', 'fields') ?? []).flatMap(readField),
  }));
}

/** Each group with what the record holds, in the company's order. */
export function holdCustomFields(groups: readonly CustomFieldGroup[], opportunity: Opportunity) {
  return groups.map(({ label, fields }) => ({
    label,
    fields: fields.map((field): HeldCustomField => {
      const shown = Object.hasOwn(opportunity.custom, field.name) ? opportunity.custom[field.name] : undefined;
      const value = knownValue(opportunity, field.name);
      return {
        ...field,
        shown: shown ?? { text: '', isMasked: false },
        value,
        canEdit: !field.cannotEdit && value !== undefined && shown?.isMasked !== true,
      };
    }),
  }));
}

/** Whether the CRM's word for a kind means a day. */
export function isDayType(type: string): boolean {
  return /^date(_?field)?$/i.test(type);
}

function readField(field: unknown): CustomField[] {
  const name = firstText(field, 'name', 'field_name');
  if (name === undefined) return [];
  return [
    {
      name,
      label: firstText(field, 'label', 'display_name') ?? name,
      type: firstText(field, 'field_type', 'type') ?? '',
      options: readFieldOptions(member(field, 'input_field_options')),
      isRequired: isTrue(member(field, 'required')),
      cannotEdit: isTrue(member(field, 'cannot_edit')),
    },
  ];
}

/** A list, or an object that holds one; what else these options may be is not documented. */
function readFieldOptions(value: unknown): FieldOption[] {
  if (Array.isArray(value)) return readOptions(value);
  const lists = isRecord(value) ? Object.values(value).filter((entry) => Array.isArray(entry)) : [];
  return lists.length === 1 ? readOptions(lists.flat()) : [];
}

function isTrue(value: unknown): boolean {
  return ['true', '1'].includes(readText(value)?.toLowerCase() ?? '');
}
