import { AppError } from '@/lib/errors/app-error';
import { type AnswerOf, readAnswer } from './answer-shape';
import { platformWords } from './platform-words';
import { queryImSettings } from './query-im-settings';

/** A sub-account as the platform has it; what it does not tell is undefined, never false or nought. */
export interface ImAccount {
  accountId: string;
  accountType: string | undefined;
  nickName: string | undefined;
  /** Countries and regions in its charge. */
  inChargeAreaCount: number | undefined;
  accountEnable: boolean | undefined;
  /** Whether it takes its turn in the rotation. */
  chargeAutoDistribute: boolean | undefined;
}

export interface ImSettings {
  /** `product` or `area`; other words as they came. */
  assignRuleType: string | undefined;
  customerFirst: boolean | undefined;
  /** Whether the main account's inquiries go to the sub-accounts in turn. */
  adminAutoDistribute: boolean | undefined;
  /** By account id, each once, in the platform's order; undefined where the answer has no list, which is not an empty one. */
  accounts: ImAccount[] | undefined;
}

/**
 * Throws `rejected` when the service said no, and `unreadable-answer` with the place when settings or one account
 * cannot be read: half a list would look as if somebody had left.
 */
export function readImSettings(answer: unknown): ImSettings {
  const result = readAnswer(queryImSettings.answer, answer)?.result;
  if (!result) throw unreadable('result');
  const isFine = result.success ?? (result.error_code === undefined || result.error_code === '200');
  if (!isFine) {
    throw new AppError('rejected', platformWords({ code: result.error_code, message: result.error_msg }));
  }
  const { data } = result;
  if (!data || Object.values(data).every((member) => member === undefined || member === null || isEmptyList(member)))
    throw unreadable('result.data');
  return {
    assignRuleType: data.assign_rule_type ?? undefined,
    customerFirst: data.customer_first ?? undefined,
    adminAutoDistribute: data.admin_auto_distribute ?? undefined,
    accounts: hasList(answer) ? readAccounts(data.sub_account_info_list) : undefined,
  };
}

/** Whether there is anything in the list's place: read leniently, what is absent and what is empty are the same. */
function hasList(answer: unknown): boolean {
  const list = readAnswer(listAlone, answer)?.result?.data?.sub_account_info_list;
  return list !== undefined && list !== null;
}

const listAlone = { result: { data: { sub_account_info_list: 'Map' } } } as const;

type SubAccount = AnswerOf<(typeof queryImSettings.answer.result.data.sub_account_info_list)[0]>;

function readAccounts(list: readonly (SubAccount | undefined)[] | undefined): ImAccount[] {
  if (!list) throw unreadable('result.data.sub_account_info_list');
  const accounts = new Map<string, ImAccount>();
  for (const [index, member] of list.entries()) {
    const account = readAccount(member);
    const earlier = account && accounts.get(account.accountId);
    if (!account || (earlier && JSON.stringify(earlier) !== JSON.stringify(account)))
      throw unreadable(`result.data.sub_account_info_list[${index}]`);
    accounts.set(account.accountId, account);
  }
  return [...accounts.values()];
}

function readAccount(member: SubAccount | undefined): ImAccount | undefined {
  if (typeof member?.account_id !== 'string') return undefined;
  const areas = Number(member.in_charge_area_count ?? Number.NaN);
  return {
    accountId: member.account_id,
    accountType: member.account_type ?? undefined,
    nickName: member.nick_name ?? undefined,
    inChargeAreaCount: Number.isSafeInteger(areas) && areas >= 0 ? areas : undefined,
    accountEnable: member.account_enable ?? undefined,
    chargeAutoDistribute: member.charge_auto_distribute ?? undefined,
  };
}

function isEmptyList(member: unknown): boolean {
  return Array.isArray(member) && member.length === 0;
}

function unreadable(path: string): AppError {
  return new AppError('unreadable-answer', { reason: 'unreadable', path });
}
