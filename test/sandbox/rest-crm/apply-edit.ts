import { owners } from '../crm-data/names.ts';
import { formatChinaMinutes } from './china-minutes.ts';
import { findOption, isOptionField } from './options.ts';
import { users } from './people.ts';
import type { Edit } from './read-edit.ts';
import type { RestRecord } from './rest-crm-data.ts';

/** `20000` → `20000.00`, as the pages show amounts; more decimals stay as they are. */
const storeAmount = (amount: string): string => {
  if (amount === '') return '';
  const [whole = '0', decimals = ''] = amount.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
};

export const setField = ({ opportunity, details }: RestRecord, name: string, text: string): void => {
  if (isOptionField(name)) {
    opportunity[name] = findOption(name, text)?.label ?? '';
    return;
  }
  switch (name) {
    case 'title':
    case 'note':
      opportunity[name] = text;
      return;
    case 'expect_amount':
      opportunity.amount = storeAmount(text);
      return;
    case 'expect_sign_date':
      opportunity.signDate = text;
      return;
    case 'get_time':
      details.getTime = text;
      return;
    case 'customer_requirement':
      details.customerRequirement = text;
      return;
    case 'want_department_id':
      details.departmentId = text;
      return;
    case 'user_id': {
      const user = users.find(({ id }) => id === text);
      opportunity.owner = owners.find(({ name: known }) => known === user?.name) ?? opportunity.owner;
    }
  }
};

/** Locked fields are left alone without a word; some texts are stored as the server likes them better. */
export const applyEdit = (record: RestRecord, edit: Edit, nowMs: number): void => {
  const { lockedFields, rewrites } = record.details;
  for (const [name, text] of edit.values) {
    if (!lockedFields.includes(name)) setField(record, name, rewrites[name] ?? text);
  }
  for (const [name, value] of edit.customValues) {
    if (!lockedFields.includes(name)) record.details.customValues[name] = rewrites[name] ?? value;
  }
  record.details.updatedAt = formatChinaMinutes(nowMs);
};
