import type { ApiDocument, DocumentField } from './document.ts';

/** Also what the answer echoes as `task_request`. */
const taskFields: readonly DocumentField[] = [
  { name: 'source_id', type: 'Number', required: false },
  { name: 'department_id', type: 'Number', required: false },
  { name: 'outer_user_id', type: 'String', required: false },
  { name: 'input_params', type: 'String', required: true, holdsJson: true },
  { name: 'user_name', type: 'String', required: false },
  { name: 'cms_member_type', type: 'String', required: false },
  { name: 'appointment_time_id', type: 'Number', required: false },
  { name: 'phone_number', type: 'String', required: false },
  { name: 'policy_id', type: 'Number', required: false },
  { name: 'book_charge_biz_info', type: 'String', required: false, holdsJson: true },
  { name: 'output_params', type: 'String', required: true, holdsJson: true },
  { name: 'biz_id', type: 'String', required: false },
  { name: 'book_user_id', type: 'Number', required: false },
  { name: 'cms_user_id', type: 'Number', required: false },
  { name: 'email', type: 'String', required: false },
  { name: 'plan_execute_start_time', type: 'Date', required: false },
];

/** 批量提交触达任务到售卖区: the page's flattened table, nested as its Java sample nests it. The object itself is optional there. */
export const submitOutreachDocument: ApiDocument = {
  method: 'alibaba.lingyang.utouch.submit.initiative.batch.task',
  parameters: [
    {
      name: 'initiative_batch_task_request',
      type: 'Object',
      required: false,
      fields: [
        { name: 'task_unique_code', type: 'String', required: true },
        { name: 'batch_num', type: 'String', required: false },
        { name: 'task_list', type: 'Object[]', required: true, fields: taskFields },
        { name: 'plan_id', type: 'Number', required: true },
        {
          name: 'use_book_info',
          type: 'Object',
          required: false,
          fields: [
            { name: 'use_platform', type: 'String', required: true },
            { name: 'book_code', type: 'String', required: true },
            { name: 'book_owner_id', type: 'Number', required: true },
          ],
        },
      ],
    },
  ],
};
