type SettingType = 'string' | 'number' | 'boolean' | 'string[]' | readonly string[];

export type ChangeDeclaration = {
  /** What must name the thing that changes. */
  ids: readonly string[];
  /** What `set` may hold; a list of texts: one of them. */
  set: Readonly<Record<string, SettingType>>;
};

const declare = <Name extends string>(changes: Record<Name, ChangeDeclaration>) => changes;

/** What somebody else may change between two calls. The README's table is held against this by a test. */
export const changeKinds = declare({
  opportunity: {
    ids: ['id'],
    set: {
      title: 'string',
      stage: 'string',
      expect_amount: 'string',
      expect_sign_date: 'string',
      get_time: 'string',
      customer_requirement: 'string',
      note: 'string',
      source: 'string',
      kind: 'string',
      user_id: 'string',
      want_department_id: 'string',
      updated_at: 'string',
      is_editable: 'boolean',
      approve_status: ['approved', 'applying', 'rejected'],
      is_masked: 'boolean',
      is_hidden: 'boolean',
      locked_fields: 'string[]',
    },
  },
  'opportunity-rewrite': { ids: ['id', 'field', 'value'], set: {} },
  'opportunity-custom-value': { ids: ['id', 'field', 'value'], set: {} },
  'im-company': {
    ids: ['id'],
    set: { assign_rule_type: ['product', 'area'], customer_first: 'boolean', admin_auto_distribute: 'boolean' },
  },
  'im-account': {
    ids: ['company', 'id'],
    set: {
      account_type: 'string',
      nick_name: 'string',
      in_charge_area_count: 'number',
      account_enable: 'boolean',
      charge_auto_distribute: 'boolean',
    },
  },
  'im-account-gone': { ids: ['company', 'id'], set: {} },
  card: { ids: ['id'], set: { state: ['new', 'sold', 'frozen'], shop: 'string' } },
  plan: { ids: ['id'], set: { channel: ['call', 'sms', 'mail'], state: ['running', 'ended'] } },
  book: { ids: ['id'], set: { left: 'number' } },
  'rest-token': { ids: ['id'], set: { state: ['valid', 'signed-elsewhere', 'invalid', 'forbidden'] } },
  'rest-calls': { ids: [], set: { count: 'number' } },
});

export type ChangeKind = keyof typeof changeKinds;

type Setting = string | number | boolean | string[];

export type DataChange = { kind: ChangeKind; ids: Record<string, string>; set: Record<string, Setting> };

/** A change as a test writes it: `{kind, …ids, set}`. */
export type WrittenChange = { kind: ChangeKind; set?: Record<string, Setting> } & Record<string, unknown>;
