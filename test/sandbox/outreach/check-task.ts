import { isJsonObject, type JsonObject, parseJson } from '../json.ts';
import { textAt } from '../methods/read-values.ts';
import { type Channel, unsubscribedPhone } from './outreach-data.ts';

const holdsObject = (task: JsonObject, name: string): boolean => {
  const text = textAt(task, name);
  return text === undefined || text === '' || isJsonObject(parseJson(text));
};

const checkReach = (channel: Channel, phone: string, email: string): string | undefined => {
  if (channel === 'mail') {
    if (email === '') return '邮件地址不能为空';
    return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) ? undefined : '邮件地址格式错误';
  }
  if (phone === '') return '联系人手机号码不能为空';
  if (!/^1\d{10}$/.test(phone)) return '手机号码格式错误';
  return phone === unsubscribedPhone ? '用户已退订' : undefined;
};

/** What the service says against one task whose arguments are in order; undefined: taken. */
export const checkTask = (channel: Channel, task: JsonObject): string | undefined => {
  for (const [name, title] of [
    ['input_params', '入参变量'],
    ['output_params', '出参变量'],
    ['book_charge_biz_info', '账本业务信息'],
  ] as const) {
    if (!holdsObject(task, name)) return `${title}格式错误`;
  }
  return checkReach(channel, textAt(task, 'phone_number') ?? '', textAt(task, 'email') ?? '');
};
