export type SubAccount = {
  account_id: string;
  account_type: string;
  in_charge_area_count: number;
  nick_name: string;
  account_enable: boolean;
  charge_auto_distribute: boolean;
};

export type CompanySettings = {
  assign_rule_type: 'product' | 'area';
  customer_first: boolean;
  admin_auto_distribute: boolean;
  accounts: SubAccount[];
};

/** By the id of the account that asks, as the document's `self_account_id`. */
export type ImSettings = Map<string, CompanySettings>;

const account = (account_id: string, nick_name: string, overrides: Partial<SubAccount> = {}): SubAccount => ({
  account_id,
  account_type: 'sales',
  in_charge_area_count: 6,
  nick_name,
  account_enable: true,
  charge_auto_distribute: true,
  ...overrides,
});

const manager: Partial<SubAccount> = { account_type: 'manager', in_charge_area_count: 10 };
const outOfRotation: Partial<SubAccount> = { charge_auto_distribute: false };

const orderly = (): CompanySettings => ({
  assign_rule_type: 'area',
  customer_first: true,
  admin_auto_distribute: true,
  accounts: [
    account('12345', '张经理', manager),
    account('9007199254740993', '王五', { in_charge_area_count: 14 }),
    account('20010002', '赵敏', { in_charge_area_count: 22 }),
    account('20010003', '孙晓东', { in_charge_area_count: 9 }),
    account('20010004', '周雅婷'),
    account('20010005', 'Lily Chen', { in_charge_area_count: 31 }),
    account('20010006', '欧阳静', outOfRotation),
    account('20010007', '司马浩然', { account_enable: false, in_charge_area_count: 0, ...outOfRotation }),
  ],
});

/** Everything that a manager would want to hear of, but for a rotation without anybody in it. */
const disorderly = (): CompanySettings => ({
  assign_rule_type: 'area',
  customer_first: false,
  admin_auto_distribute: false,
  accounts: [
    account('12346', '李总', { ...manager, in_charge_area_count: 0, ...outOfRotation }),
    account('20020001', '刘洋', { account_enable: false }),
    account('20020002', '陈娟', { in_charge_area_count: 0 }),
    account('20020003', '杨超'),
  ],
});

const nobodyInRotation = (): CompanySettings => ({
  assign_rule_type: 'product',
  customer_first: false,
  admin_auto_distribute: true,
  accounts: [account('12347', '黄总', { ...manager, ...outOfRotation }), account('20030001', '林芳', outOfRotation)],
});

const withoutAccounts = (): CompanySettings => ({
  assign_rule_type: 'product',
  customer_first: false,
  admin_auto_distribute: false,
  accounts: [],
});

export const createImSettings = (): ImSettings =>
  new Map([
    ['12345', orderly()],
    ['12346', disorderly()],
    ['12347', nobodyInRotation()],
    ['12348', withoutAccounts()],
    ['9007199254740995', orderly()],
  ]);
