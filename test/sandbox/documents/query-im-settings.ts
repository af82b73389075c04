import type { ApiDocument } from './document.ts';

/** 询盘和IM接待设置数据: the request table, row by row. */
export const queryImSettingsDocument: ApiDocument = {
  method: 'alibaba.interaction.im.assignsetting.query',
  parameters: [{ name: 'self_account_id', type: 'Number', required: true }],
};
