import type { DisturbRows } from '../control/disturb-rows.ts';
import type { Shape } from '../control/shapes.ts';
import { type Json, JsonNumber, type JsonObject, writeJson } from '../json.ts';
import { writeId, writeList } from '../methods/write-values.ts';
import type { CompanySettings, SubAccount } from './im-settings.ts';

const writeFlag = (flag: boolean, shape: Shape): Json => (shape('im-booleans') === 'text' ? String(flag) : flag);

const writeAccount = (account: SubAccount, shape: Shape): JsonObject => ({
  account_id: writeId(account.account_id, shape),
  account_type: account.account_type,
  in_charge_area_count: new JsonNumber(String(account.in_charge_area_count)),
  nick_name: account.nick_name,
  account_enable: writeFlag(account.account_enable, shape),
  charge_auto_distribute: writeFlag(account.charge_auto_distribute, shape),
});

/** Documented as String[], sampled as objects within `string`: each reading can be asked for. */
const writeAccounts = (accounts: readonly SubAccount[], shape: Shape): JsonObject => {
  const name = 'sub_account_info_list';
  const rows = accounts.map((account) => writeAccount(account, shape));
  switch (shape('im-accounts')) {
    case 'objects':
      return writeList(name, 'string', rows, shape);
    case 'json-strings':
      return writeList(
        name,
        'string',
        rows.map((row) => writeJson(row)),
        shape,
      );
    case 'other-key':
      return writeList(name, 'sub_account_info', rows, shape);
    case 'plain':
      return { [name]: rows };
    case 'empty':
      return { [name]: {} };
    case 'absent':
      return {};
  }
};

/** `error_msg` is typed Number and sampled as `ok`. */
const writeStatus = (success: boolean, code: string, message: string, shape: Shape): JsonObject => ({
  success: writeFlag(success, shape),
  error_code: shape('im-error-code') === 'number' ? new JsonNumber(code) : code,
  ...(shape('im-error-msg') === 'absent'
    ? {}
    : { error_msg: shape('im-error-msg') === 'number' ? new JsonNumber(code) : message }),
});

export const writeUnknownCompany = (shape: Shape): JsonObject => ({
  result: writeStatus(false, '404', 'account not exist', shape),
});

export const writeImSettings = (company: CompanySettings, shape: Shape, disturb: DisturbRows): JsonObject => ({
  result: {
    ...writeStatus(true, '200', 'ok', shape),
    data: {
      assign_rule_type: company.assign_rule_type,
      customer_first: writeFlag(company.customer_first, shape),
      admin_auto_distribute: writeFlag(company.admin_auto_distribute, shape),
      ...writeAccounts(disturb(company.accounts), shape),
    },
  },
});
