import type { Opportunity } from './opportunity';
import { readOpportunity } from './read-opportunity';

/** A record as the CRM answers it, with its own untidiness; for tests. */
export function sampleRecord(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 568587,
    title: '总部收银系统',
    customer: {
      id: '9007199254740993',
      name: '北京样例软件有限公司',
      is_editable: false,
      approve_status: 'applying',
      user: { id: 1, name: '别人' },
      owned_department: { id: 2, name: '别处' },
      contacts: [
        {
          id: 733587,
          name: '李杰',
          address: { tel: '', tel_hidden_result: '', phone: '13800001465', phone_hidden_result: '138****1465' },
        },
      ],
      expect_flow_at: '2025-07-01 00:00',
      not_revisit_at_time_str: '930天未跟进',
      need_hidden_dispose: false,
    },
    user: { id: 254, name: '周舟' },
    owned_department: { id: 395, name: '总经理办公室' },
    expect_amount: '20000.0',
    sign_possibility: '80%',
    get_time: '2025-02-14 00:00',
    expect_sign_date: null,
    stage: '3514',
    stage_mapped: '谈判/合同',
    source: '',
    source_mapped: '',
    kind: {},
    customer_requirement: null,
    note: '第一行\r\n第二行',
    is_editable: true,
    approve_status: 'approved',
    approve_status_i18n: '已通过',
    updated_at: '2025-06-01 18:00',
    custom_field_template_id: 2465,
    text_asset_8b1eeedd: '甲',
    text_asset_8b1eeedd_display: '甲级',
    text_asset_4a1eb9: [],
    text_asset_ba76dc: '13900002222',
    text_asset_ba76dc_hidden_result: '139****2222',
    ...overrides,
  };
}

export function sampleOpportunity(overrides: Record<string, unknown> = {}): Opportunity {
  const opportunity = readOpportunity(sampleRecord(overrides));
  if (!opportunity) throw new Error('the sample is a record');
  return opportunity;
}
