import { buildTopRequest } from './build-top-request';
import type { Query } from './operation';
import { type ImSettings, imSettingsAnswer, readImSettings } from './read-im-settings';

const request = {
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
} as const;

/**
 * 询盘与接待设置, `alibaba.interaction.im.assignsetting.query`: who of an account's sub-accounts receives inquiries and
 * messages. It changes nothing, so there is no key and it may be asked again at any time.
 */
export const queryImSettings = {
  ...request,
  id: 'query-im-settings',
  platform: 'top',
  effect: 'read',
  method: 'alibaba.interaction.im.assignsetting.query',
  subjectField: 'self_account_id',
  rules: [],
  undo: 'none',
  answer: imSettingsAnswer,

  buildRequest: (values) => buildTopRequest(request, { rows: [values] }),
  readAnswer: readImSettings,
} as const satisfies Query<ImSettings>;
