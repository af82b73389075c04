import type { submitOutreach as operation } from '@/lib/operations/submit-outreach';
import type { DocumentationWords, OperationWords } from '@/lib/operations/words/operation-words';

export const submitOutreach: OperationWords<typeof operation> = {
  title: 'Submit outreach tasks',
  about: 'Hands a batch of automatic calls, text messages or mails to an outreach plan.',
  fields: {
    task_unique_code: { label: 'Batch code', hint: 'Made by us, another for each request' },
    batch_num: { label: 'Batch number', hint: 'Orders batches among each other, for example 1' },
    plan_id: { label: 'Plan ID', hint: 'The outreach plan; digits only' },
    use_platform: { label: 'Using platform', hint: 'Account book: the platform that uses it' },
    book_code: { label: 'Book code', hint: 'Account book: its code' },
    book_owner_id: { label: 'Book owner ID', hint: 'Account book: who holds it; digits only' },
    phone_number: { label: 'Phone', hint: 'Required for calls and texts, for example 18717866218' },
    email: { label: 'Email', hint: 'Required for mail' },
    user_name: { label: 'Name', hint: 'What the recipient is called' },
    input_params: { label: 'Input variables', hint: 'A JSON object; {} when there are none' },
    output_params: { label: 'Output variables', hint: 'Slots for results, a JSON object; {} when there are none' },
    plan_execute_start_time: { label: 'Start time', hint: 'China time; the plan decides when left empty' },
    appointment_time_id: { label: 'Appointment period ID', hint: 'Digits only' },
    policy_id: { label: 'Appointment policy ID', hint: 'The policy of an appointed call back; digits only' },
    biz_id: { label: 'Business ID', hint: 'To ask for and match results by; made by us when left empty' },
    outer_user_id: { label: 'Outside member ID', hint: 'For example a Taobao uid' },
    cms_user_id: { label: 'CMS member ID', hint: 'Digits only' },
    cms_member_type: { label: 'CMS member type', hint: 'The newer stand-in for the source ID' },
    source_id: { label: 'CMS source ID', hint: 'Digits only' },
    department_id: { label: 'Department ID', hint: 'The department that has CMS; digits only' },
    book_user_id: { label: 'Charged user ID', hint: 'The card holder when left empty; digits only' },
    book_charge_biz_info: { label: 'Charging details', hint: 'Sent along for charging, a JSON object' },
  },
};

export const submitOutreachPage: DocumentationWords = {
  repeat:
    'The document does not promise that a repeated task_unique_code is recognised. Without an answer the outcome is unknown and a person decides after looking; sending again uses the same code.',
  outcomes: [
    [
      'Succeeded',
      'The answer holds a task_id for the task, which does not say itself that it failed. It is matched by biz_id, or, where none is echoed, by a phone or email that only one row has; never by position. A code of 400 beside success true is no failure.',
    ],
    [
      'Failed',
      'The task itself says success false, or the batch does and the task has no task_id. With the words of the platform.',
    ],
    [
      'Unknown',
      'No answer that can be read came; the task is not in it or it contradicts itself; or a task that was accepted belongs to no row.',
    ],
  ],
  undo: 'Cannot be taken back.',
};
