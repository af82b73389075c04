import type { Shape } from '../control/shapes.ts';
import type { Opportunity } from '../crm-data/opportunity.ts';
import { type Json, JsonNumber, type JsonObject } from '../json.ts';
import { customFields, customFieldTemplateId, displayCustomValue } from './custom-fields.ts';
import { type OptionField, optionIdOf } from './options.ts';
import { departments, type User } from './people.ts';
import { ownerOf, type RestRecord } from './rest-crm-data.ts';
import { maskPhone, writeAmount, writeMissing, writeRestId } from './write-values.ts';

/** How far along a sale is, as percent. */
const possibilities: Record<string, number> = {
  初步接洽: 20,
  需求确定: 40,
  '方案/报价': 60,
  '谈判/合同': 80,
  赢单: 100,
};

const approvals = { approved: '已通过', applying: '审批中', rejected: '已驳回' };

const writeOption = (field: OptionField, label: string): JsonObject => ({
  [field]: optionIdOf(field, label),
  [`${field}_mapped`]: label,
});

const writeUser = (user: User, shape: Shape): JsonObject => ({
  id: writeRestId(user.id, shape),
  name: user.name,
  phone: user.phone,
  job: user.job,
  workflow_state: 'organization_staff',
  department_name: departments.find(({ id }) => id === user.departmentId)?.name ?? '',
});

/** The raw number beside its twin, as the document has them: who shows the raw one where masking is asked for is wrong. */
const writePhone = (name: string, phone: string, isMasked: boolean): JsonObject => ({
  [name]: phone,
  [`${name}_hidden_result`]: isMasked ? maskPhone(phone) : phone,
});

const writeCustomer = ({ opportunity, details }: RestRecord, shape: Shape): JsonObject => ({
  id: writeRestId(opportunity.customer.id, shape),
  name: opportunity.customer.name,
  category: '',
  category_mapped: '',
  labels: [],
  ...writeMissing('parent', shape),
  not_revisit_at_time_str: '93天未跟进',
  need_hidden_dispose: details.isMasked,
  contacts: [
    {
      id: writeRestId('733587', shape),
      name: opportunity.contact,
      address: { id: writeRestId('3772348', shape), ...writePhone('phone', opportunity.phone, details.isMasked) },
    },
  ],
});

const writeDepartment = (name: string, id: string, shape: Shape): JsonObject => {
  const department = departments.find((known) => known.id === id);
  return department ? { [name]: { id: writeRestId(id, shape), name: department.name } } : writeMissing(name, shape);
};

const writeCustomValues = ({ details }: RestRecord): JsonObject => {
  const written: Record<string, Json> = {};
  for (const field of customFields) {
    const value = details.customValues[field.name] ?? null;
    written[field.name] = value;
    written[`${field.name}_display`] = displayCustomValue(field, value);
  }
  // The one that is personal data has its twin.
  const phone = details.customValues.text_asset_ba76dc;
  if (typeof phone === 'string') {
    const isMasked = details.isMasked;
    written.text_asset_ba76dc_hidden_result = isMasked ? maskPhone(phone) : phone;
    if (isMasked) written.text_asset_ba76dc_display = maskPhone(phone);
  }
  return written;
};

/** What lists and details have in common. */
const writeCore = (record: RestRecord, shape: Shape): JsonObject => {
  const { opportunity, details } = record;
  return {
    id: writeRestId(opportunity.id, shape),
    customer: writeCustomer(record, shape),
    title: opportunity.title,
    expect_amount: writeAmount(opportunity.amount, shape),
    expect_sign_date: opportunity.signDate,
    get_time: details.getTime,
    ...writeOption('stage', opportunity.stage),
    ...writeOption('source', opportunity.source),
    ...writeOption('kind', opportunity.kind),
    customer_requirement: details.customerRequirement,
    note: opportunity.note,
    updated_at: details.updatedAt,
    created_at: opportunity.createdAt.slice(0, 16),
    approve_status: details.approveStatus,
    approve_status_i18n: approvals[details.approveStatus],
    user: writeUser(ownerOf(opportunity), shape),
    ...writeDepartment(shape('rest-department'), details.departmentId, shape),
  };
};

const possibility = ({ stage }: Opportunity): number => possibilities[stage] ?? 0;

/** `GET /api/v2/opportunities/:id`: sign_possibility is text here and a number in lists. */
export const writeRecord = (record: RestRecord, shape: Shape): JsonObject => {
  const { opportunity, details } = record;
  return {
    ...writeCore(record, shape),
    sign_possibility: `${possibility(opportunity)}%`,
    sign_possibility_display: `${possibility(opportunity)}%`,
    is_editable: details.isEditable,
    need_hidden_dispose: details.isMasked,
    not_revisit_at_time_str: '93天未跟进',
    expect_flow_at: '2026-12-31 00:00',
    can_approve: false,
    ...writeMissing('before_user', shape),
    ...writeMissing('before_owned_department', shape),
    attachments: '0个附件',
    custom_field_template: { id: writeRestId(customFieldTemplateId, shape), name: '默认模板', is_usable: true },
    custom_field_template_id: writeRestId(customFieldTemplateId, shape),
    ...writeCustomValues(record),
  };
};

export const writeListedRecord = (record: RestRecord, shape: Shape): JsonObject => ({
  ...writeCore(record, shape),
  sign_possibility: new JsonNumber(String(possibility(record.opportunity))),
});
