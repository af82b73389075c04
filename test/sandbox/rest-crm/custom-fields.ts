import type { Shape } from '../control/shapes.ts';
import { type Json, JsonNumber, type JsonObject } from '../json.ts';
import { writeRestId } from './write-values.ts';

type CustomOption = { id: string; label: string; status: 'enable' | 'disable' };

export type CustomField = {
  name: string;
  label: string;
  fieldType: 'text_field' | 'text_area' | 'select' | 'multi_select' | 'date_field';
  required: boolean;
  cannotEdit: boolean;
  options: readonly CustomOption[];
};

type CustomFieldGroup = { id: string; name: string; fields: readonly CustomField[] };

/** Each template's groups; the record names its template. */
export const customFieldTemplateId = '2465';

export const customFieldGroups: readonly CustomFieldGroup[] = [
  {
    id: '811',
    name: '门店信息',
    fields: [
      {
        name: 'text_asset_8b1eeedd',
        label: '门店面积',
        fieldType: 'text_field',
        required: true,
        cannotEdit: false,
        options: [],
      },
      {
        name: 'text_asset_591b5ebb',
        label: '营业状态',
        fieldType: 'select',
        required: false,
        cannotEdit: false,
        options: [
          { id: '1', label: '正常营业', status: 'enable' },
          { id: '2', label: '装修中', status: 'enable' },
          { id: '3', label: '已转让', status: 'disable' },
        ],
      },
      {
        name: 'text_asset_4a1eb9',
        label: '已用系统',
        fieldType: 'multi_select',
        required: false,
        cannotEdit: false,
        options: [
          { id: '11', label: '收银', status: 'enable' },
          { id: '12', label: '外卖', status: 'enable' },
          { id: '13', label: '会员', status: 'enable' },
        ],
      },
    ],
  },
  {
    id: '812',
    name: '审批信息',
    fields: [
      {
        name: 'text_asset_ba76dc',
        label: '店主电话',
        fieldType: 'text_field',
        required: false,
        cannotEdit: true,
        options: [],
      },
      {
        name: 'text_asset_2aadea2a',
        label: '到访日期',
        fieldType: 'date_field',
        required: false,
        cannotEdit: false,
        options: [],
      },
    ],
  },
];

export const customFields: readonly CustomField[] = customFieldGroups.flatMap(({ fields }) => fields);

/** The label of each chosen option; other kinds of field show themselves. */
export const displayCustomValue = (field: CustomField, value: Json): Json => {
  if (Array.isArray(value)) return value.map((id) => displayCustomValue(field, id)).join(',');
  if (typeof value !== 'string') return null;
  return field.options.find(({ id }) => id === value)?.label ?? value;
};

const writeField = (field: CustomField, shape: Shape): JsonObject => ({
  name: field.name,
  label: field.label,
  field_type: field.fieldType,
  input_field_options: field.options.map(({ id, label, status }) => ({
    id: new JsonNumber(id),
    [shape('rest-label')]: label,
    status,
  })),
  required: field.required,
  cannot_edit: field.cannotEdit,
  placeholder: '',
});

export const writeCustomFieldGroups = (shape: Shape): JsonObject => ({
  custom_field_groups: customFieldGroups.map(({ id, name, fields }) => ({
    id: writeRestId(id, shape),
    name,
    custom_fields: fields.map((field) => writeField(field, shape)),
  })),
});
