import type { updateOpportunity as operation } from '@/lib/operations/update-opportunity';
import type { DocumentationWords, OperationWords } from '@/lib/operations/words/operation-words';

export const updateOpportunity: OperationWords<typeof operation> = {
  title: 'Edit opportunity',
  about: 'Changes fields of an opportunity in the CRM.',
  fields: {
    id: { label: 'Opportunity ID', hint: 'In the address; digits only' },
    title: { label: 'Title', hint: 'Required; sent as it is when unchanged' },
    customer_id: { label: 'Customer', hint: 'Taken from the record just read and sent as it is; not changed here' },
    user_id: { label: 'Owner ID', hint: 'Digits only' },
    want_department_id: { label: 'Department ID', hint: 'Digits only' },
    stage: { label: 'Stage', hint: 'Options come from the CRM' },
    kind: { label: 'Kind', hint: 'Options come from the CRM' },
    source: { label: 'Source', hint: 'Options come from the CRM' },
    expect_amount: { label: 'Expected amount', hint: 'For example 20000.00; kept digit by digit' },
    expect_sign_date: { label: 'Expected signing date', hint: 'For example 2026-12-31' },
    get_time: { label: 'Date found', hint: 'For example 2026-11-22' },
    customer_requirement: { label: 'Customer’s requirement', hint: 'What the customer wants' },
    note: { label: 'Note', hint: 'Anything else' },
  },
};

export const updateOpportunityPage: DocumentationWords = {
  repeat:
    'There is no request key. Without an answer the record is read again: it has succeeded when the record shows the wanted values, and is unknown otherwise.',
  outcomes: [
    ['Succeeded', 'Read again afterwards, every changed field has its new value.'],
    ['Partly refused', 'Read again afterwards, some fields do not have the wanted value; each is named.'],
    [
      'Conflict',
      'Read again just before, a field to be changed was changed by somebody else. Nothing is sent; a person chooses.',
    ],
    ['Not editable', 'The record may not be edited, for example while an approval is pending. Nothing is sent.'],
    ['Failed', 'The CRM refused the change. With the words of the CRM.'],
    ['Unknown', 'The change left, no answer that can be read came, and reading again does not settle it.'],
  ],
  besides: {
    title: 'A follow-up in the same form',
    lines: [
      '`POST /api/v2/revisit_logs` is a job of its own, written down before it leaves. Confirmed together with an edit, it goes once all of the edit is saved, and otherwise waits for a person.',
      '`revisit_log` holds `loggable_id` (Number), `loggable_type` (`"Opportunity"`), `content` (String, required, 4000 characters at most), `remind_at` and `real_revisit_at` (`YYYY-MM-DD HH:mm`, China time), `category` (String) and `loggable_attributes` with `stage` (String), which moves the stage in the same call. What is left empty is not sent.',
      'Before a follow-up that moves the stage, the record is read: when somebody has moved the stage meanwhile, nothing is sent.',
      'Without an answer it is unknown whether it was written, and it is never sent again by itself: the CRM does not list follow-ups. The record can be looked at again, and a person says what they found in the CRM.',
      'Afterwards the record is read again: a stage that did not move is told apart from the follow-up, which was written.',
      'There is no undo.',
    ],
  },
  undo: 'Can be undone by writing the earlier values again, except fields that somebody has changed since.',
};
