import type { ApiDocument } from './document.ts';

/** alsc销售商机释放接口: the request table, row by row. */
export const releaseOpportunityDocument: ApiDocument = {
  method: 'alibaba.alsc.crm.sales.opportunity.process.unfollow',
  parameters: [
    {
      name: 'param_top_leads_release_request',
      type: 'Object',
      required: true,
      fields: [
        { name: 'ext_info', type: 'String', required: false, holdsJson: true },
        { name: 'opportunity_id', type: 'String', required: true },
        { name: 'memo', type: 'String', required: false },
        { name: 'operator_id', type: 'String', required: true },
        { name: 'operator_name', type: 'String', required: true },
        { name: 'out_release_time', type: 'Date', required: false },
        { name: 'req_id', type: 'String', required: true },
        { name: 'territory_code', type: 'String', required: true },
      ],
    },
  ],
};
