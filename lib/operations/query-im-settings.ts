import type { QueryDeclaration } from './operation';

const subAccount = {
  account_id: 'Number',
  account_type: 'String',
  in_charge_area_count: 'Number',
  nick_name: 'String',
  account_enable: 'Boolean',
  charge_auto_distribute: 'Boolean',
} as const;

const answer = {
  result: {
    success: 'Boolean',
    error_code: 'Number',
    // Typed Number in the document, whose own sample is "ok".
    error_msg: 'String',
    data: {
      assign_rule_type: 'String',
      customer_first: 'Boolean',
      admin_auto_distribute: 'Boolean',
      // Typed String[] in the document, whose own sample holds objects.
      sub_account_info_list: [subAccount],
    },
  },
} as const;

/**
 * 询盘与接待设置, `alibaba.interaction.im.assignsetting.query`: who of an account's sub-accounts receives inquiries and
 * messages. It changes nothing, so there is no key and it may be asked again at any time.
 */
export const queryImSettings = {
  id: 'query-im-settings',
  platform: 'top',
  effect: 'read',
  method: 'alibaba.interaction.im.assignsetting.query',
  shared: {},
  fields: {
    self_account_id: {
      documented: 'Number',
      required: true,
      format: 'whole-number',
      maxLength: 19,
      from: 'settings',
    },
  },
  subjectField: 'self_account_id',
  rules: [],
  undo: 'none',
  answer,
} as const satisfies QueryDeclaration;
