import { defineOperation } from './operation';

const text = { documented: 'String', format: 'text', required: false, from: 'person' } as const;
const id = { ...text, format: 'id', maxLength: 64 } as const;
const number = { ...text, documented: 'Number', format: 'whole-number', maxLength: 19 } as const;
const json = { ...text, format: 'json-object', maxLength: 4000 } as const;
const book = { group: 'use_book_info' } as const;

const taskResponse = {
  task_id: 'Number',
  task_request: {
    policy_id: 'Number',
    biz_id: 'String',
    phone_number: 'String',
    outer_user_id: 'String',
    cms_user_id: 'Number',
    user_name: 'String',
    source_id: 'Number',
    cms_member_type: 'String',
    department_id: 'Number',
    email: 'String',
    input_params: 'String',
    output_params: 'String',
    plan_execute_start_time: 'Date',
    appointment_time_id: 'Number',
    book_user_id: 'Number',
    book_charge_biz_info: 'String',
  },
  // The document's table is flattened, so these two may have been meant for a task as well.
  success: 'Boolean',
  message: 'String',
} as const;

/**
 * 提交触达任务, `alibaba.lingyang.utouch.submit.initiative.batch.task`: hands calls, texts or mails to a plan. The
 * document does not promise that a repeated `task_unique_code` is absorbed, so an unknown outcome is a person's to
 * decide. Its tables are flattened; its Java sample tells what stands in the batch and what in a task.
 */
export const submitOutreach = defineOperation({
  id: 'submit-outreach',
  platform: 'top',
  method: 'alibaba.lingyang.utouch.submit.initiative.batch.task',
  parameter: 'initiative_batch_task_request',
  shared: {
    task_unique_code: { ...id, required: true, from: 'generated' },
    batch_num: { ...id, maxLength: 32 },
    plan_id: { ...number, required: true },
    // Required inside their group, which is optional: the rule below says so.
    use_platform: { ...id, ...book },
    book_code: { ...id, ...book, maxLength: 128 },
    book_owner_id: { ...number, ...book },
  },
  fields: {
    phone_number: { ...text, format: 'phone', maxLength: 24, from: 'page', mask: 'phone' },
    email: { ...text, format: 'email', maxLength: 254, from: 'page', mask: 'email' },
    user_name: { ...text, maxLength: 128, from: 'page' },
    input_params: { ...json, required: true },
    output_params: { ...json, required: true },
    plan_execute_start_time: { ...text, documented: 'Date', format: 'china-time', maxLength: 19 },
    appointment_time_id: number,
    policy_id: number,
    biz_id: { ...id, maxLength: 128, unique: true, fallback: 'row-id' },
    outer_user_id: { ...id, maxLength: 128 },
    cms_user_id: number,
    cms_member_type: id,
    source_id: number,
    department_id: number,
    book_user_id: number,
    book_charge_biz_info: json,
  },
  rowsIn: { list: 'task_list', of: 'objects' },
  key: { field: 'task_unique_code', repeat: 'ask' },
  subjectField: 'biz_id',
  rules: [
    { kind: 'required-for-channel', field: 'phone_number', channels: ['call', 'sms'] },
    { kind: 'required-for-channel', field: 'email', channels: ['mail'] },
    { kind: 'required-together', fields: ['use_platform', 'book_code', 'book_owner_id'] },
  ],
  // The document names no maximum.
  rowsPerRequest: { default: 50, maximum: 200 },
  // Its own sample has `code` 400 beside `success` true: the code is shown to people and decides nothing.
  answer: { result: { code: 'String', data: [taskResponse], success: 'Boolean', message: 'String' } },
});
