import { applyEdit } from '../apply-edit.ts';
import { checkEdit } from '../check-edit.ts';
import { findVisibleRecord } from '../find-visible-record.ts';
import { readEdit } from '../read-edit.ts';
import type { RestRoute } from '../rest-call.ts';
import { badRequest, noPermission, unprocessable } from '../rest-refusal.ts';
import { writeRecord } from '../write-record.ts';

export const getOpportunityRoute: RestRoute = {
  name: 'GET /api/v2/opportunities/:id',
  authorization: 'required',
  query: [],
  perform: (call) => {
    const record = findVisibleRecord(call, call.id);
    return 'code' in record ? { refusal: record } : { data: writeRecord(record, call.shape), processed: false };
  },
};

/** The document's edit: a partial update that wants title and customer_id every time. */
export const putOpportunityRoute: RestRoute = {
  name: 'PUT /api/v2/opportunities/:id',
  authorization: 'required',
  query: [],
  perform: (call) => {
    const record = findVisibleRecord(call, call.id);
    if ('code' in record) return { refusal: record };
    const { details, opportunity } = record;
    if (details.approveStatus === 'applying') {
      return { refusal: unprocessable({ base: ['审批中的商机不可编辑'] }) };
    }
    if (!details.isEditable) return { refusal: noPermission };
    const edit = readEdit(call.body, call.violate);
    if (!edit) return { refusal: badRequest('参数格式错误') };
    const faults = checkEdit(edit, record);
    if (Object.keys(faults).length > 0) return { refusal: unprocessable(faults) };
    if (edit.values.get('customer_id') !== opportunity.customer.id) call.violate('customer-changed');
    applyEdit(record, edit, call.nowMs);
    return { data: call.shape('rest-put-data') === 'null' ? null : writeRecord(record, call.shape), processed: true };
  },
};
