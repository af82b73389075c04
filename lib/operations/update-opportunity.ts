import type { RecordOperation } from './operation';

const text = { documented: 'String', format: 'text', required: false, from: 'person' } as const;
const number = { ...text, documented: 'Number', format: 'whole-number', maxLength: 19 } as const;
const date = { ...text, documented: 'Date', format: 'date', maxLength: 10 } as const;
const option = { ...text, format: 'id', maxLength: 32, options: 'field-map' } as const;
const longText = { ...text, maxLength: 4000 } as const;

/**
 * 修改商机, `PUT /api/v2/opportunities/:id`: corrects a record of the REST CRM. The document's table has no types: ids
 * are numbers and options texts, as its sample shows; the amount is decimal text, so that no sum becomes a double. Its
 * sample also sends `name` and `approve_status`, which its table lacks: neither is sent, the latter drives an approval.
 */
export const updateOpportunity = {
  id: 'update-opportunity',
  platform: 'ikcrm',
  effect: 'write',
  method: 'PUT /api/v2/opportunities/:id',
  parameter: 'opportunity',
  subjectField: 'id',
  shared: {},
  fields: {
    id: { ...number, required: true, from: 'page', place: 'url' },
    title: { ...text, required: true, maxLength: 255 },
    // The CRM itself does not let people move an opportunity to another customer here.
    customer_id: { ...number, required: true, from: 'record' },
    user_id: number,
    want_department_id: number,
    stage: option,
    kind: option,
    source: option,
    expect_amount: { ...text, format: 'amount', maxLength: 20 },
    expect_sign_date: date,
    get_time: date,
    customer_requirement: longText,
    note: longText,
  },
  rules: [],
  alwaysSent: ['title', 'customer_id'],
  key: { repeat: 'read-again' },
  undo: 'before-image',
  // The document does not describe its answer; what matters is the record as it reads afterwards.
  answer: {},
} as const satisfies RecordOperation;
