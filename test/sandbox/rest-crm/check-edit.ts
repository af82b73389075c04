import { isChinaDate } from './china-minutes.ts';
import { customFields } from './custom-fields.ts';
import { findOption, isOptionField, type OptionField, optionIdOf } from './options.ts';
import { departments, users } from './people.ts';
import type { Edit } from './read-edit.ts';
import type { RestRecord } from './rest-crm-data.ts';

const longestTitle = 100;
const longestText = 2000;

const checkTitle = (title: string): string | undefined => {
  if (title.trim() === '') return '商机标题不能为空';
  return title.length > longestTitle ? `商机标题过长(最长为 ${longestTitle} 个字符)` : undefined;
};

const checkAmount = (amount: string): string | undefined => {
  if (amount === '') return undefined;
  if (!/^-?\d{1,15}(\.\d{1,4})?$/.test(amount)) return '预计销售金额不是数字';
  return amount.startsWith('-') ? '预计销售金额必须大于或等于 0' : undefined;
};

/** A disabled option stays where it is held, and goes nowhere else. */
const checkOption = (field: OptionField, id: string, { opportunity }: RestRecord): string | undefined => {
  if (id === '' || id === optionIdOf(field, opportunity[field])) return undefined;
  return findOption(field, id)?.status === 'enable' ? undefined : '不是可用的选项';
};

const checkDate = (date: string): string | undefined => (date === '' || isChinaDate(date) ? undefined : '日期格式错误');

const checkField = (name: string, text: string, record: RestRecord): string | undefined => {
  if (isOptionField(name)) return checkOption(name, text, record);
  switch (name) {
    case 'title':
      return checkTitle(text);
    case 'customer_id':
      return text === '' ? '对应客户不能为空' : undefined;
    case 'expect_amount':
      return checkAmount(text);
    case 'expect_sign_date':
    case 'get_time':
      return checkDate(text);
    case 'user_id':
      return users.some(({ id }) => id === text) ? undefined : '负责人不存在';
    case 'want_department_id':
      return text === '' || departments.some(({ id }) => id === text) ? undefined : '所属部门不存在';
    default:
      return text.length > longestText ? `内容过长(最长为 ${longestText} 个字符)` : undefined;
  }
};

/** What is wrong with an edit, by field; an object without fields when nothing is. */
export const checkEdit = (edit: Edit, record: RestRecord): Record<string, string[]> => {
  const faults: Record<string, string[]> = {};
  for (const name of ['title', 'customer_id']) {
    const fault = checkField(name, edit.values.get(name) ?? '', record);
    if (fault !== undefined) faults[name] = [fault];
  }
  for (const [name, text] of edit.values) {
    const fault = checkField(name, text, record);
    if (fault !== undefined) faults[name] = [fault];
  }
  const signDate = edit.values.get('expect_sign_date') ?? record.opportunity.signDate;
  const getTime = edit.values.get('get_time') ?? record.details.getTime;
  // Only a rule between two dates: a form that checks each field by itself cannot see it coming.
  if (signDate !== '' && getTime !== '' && signDate < getTime && !faults.get_time && !faults.expect_sign_date) {
    faults.expect_sign_date = ['预计签单日期不能早于商机获取日期'];
  }
  for (const [name, value] of edit.customValues) {
    const field = customFields.find((known) => known.name === name);
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (field?.required && isEmpty) faults[name] = [`${field.label}不能为空`];
  }
  return faults;
};
