import { kinds, sources, stages } from '../crm-data/names.ts';

/** `label` is empty for an option that a tenant broke: it has an id and nothing to show. */
export type FieldOption = { id: string; label: string; status: 'enable' | 'disable' };
export type OptionField = 'stage' | 'source' | 'kind';

const enabled = (labels: readonly string[], firstId: number): FieldOption[] =>
  labels.map((label, index) => ({ id: String(firstId + index), label, status: 'enable' }));

/** Stage 3514 is 谈判/合同, as in the document's sample. */
export const fieldOptions: Record<OptionField, readonly FieldOption[]> = {
  stage: [
    ...enabled(stages, 3511),
    { id: '3598', label: '', status: 'enable' },
    { id: '3599', label: '暂停跟进', status: 'disable' },
  ],
  source: [...enabled(sources, 3601), { id: '3699', label: '传真', status: 'disable' }],
  kind: [...enabled(kinds, 3701), { id: '9007199254740993', label: '大客户', status: 'enable' }],
};

export const isOptionField = (name: string): name is OptionField => Object.hasOwn(fieldOptions, name);

/** '' when no option is called that, which is how an empty option comes. */
export const optionIdOf = (field: OptionField, label: string): string =>
  fieldOptions[field].find((option) => option.label === label && label !== '')?.id ?? '';

export const findOption = (field: OptionField, id: string): FieldOption | undefined =>
  fieldOptions[field].find((option) => option.id === id);
