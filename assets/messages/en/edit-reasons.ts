import type { editReasons as reasons, readingReasons as whileReading } from '@/assets/messages/zh-cn/edit-reasons';

export const editReasons: typeof reasons = {
  'signed-in-elsewhere': {
    title: 'The account signed in elsewhere and the token ended',
    next: 'Sign in or paste a new token under “Settings → Connections”; the job goes on from where it stopped.',
  },
  'token-refused': {
    title: 'The CRM does not accept this token',
    next: 'Sign in or paste a new token under “Settings → Connections”.',
  },
  'token-missing': {
    title: 'The connection has no token',
    next: 'Sign in or paste a token under “Settings → Connections”.',
  },
  'not-a-token': { title: 'Not a token', next: 'Copy it again, without spaces, commas or quotes.' },
  'no-permission-or-not-found': {
    title: 'No permission, or there is no such opportunity',
    next: 'The CRM does not tell the two apart. Check the ID, or ask its owner or an administrator for access.',
  },
  'crm-no-permission': {
    title: 'This account has no permission',
    next: 'Ask the CRM’s administrator for it, then try again.',
  },
  'no-such-record': {
    title: 'The CRM has no such opportunity',
    next: 'Check the ID; it may have been deleted.',
  },
  'no-such-address': {
    title: 'The CRM’s API is not at this address',
    next: 'Check the CRM address under “Settings → Connections”.',
  },
  'refused-by-crm': {
    title: 'The CRM does not accept what was filled in',
    next: 'Correct it as the CRM says, then save again. Nothing was changed.',
  },
  'crm-limit': {
    title: 'Too many API calls by your company',
    next: 'At most 10 in 10 seconds, for the whole company. It goes on by itself; do not submit again.',
  },
  'malformed-request': {
    title: 'The CRM calls the request malformed',
    next: 'Nothing was changed. Please give the job’s details to your administrator.',
  },
  'platform-unavailable': {
    title: 'The CRM is not available now',
    next: 'It is tried again by itself; whether it was written is read from the record.',
  },
  'unlisted-code': { title: 'The CRM answered something unknown', next: 'The record, read again, decides.' },
  'approval-pending': {
    title: 'An approval is under way',
    next: 'Wait for it, or withdraw it in the CRM. Nothing was sent.',
  },
  'record-locked': {
    title: 'The CRM does not let you edit this opportunity',
    next: 'Ask its owner or an administrator. Nothing was sent.',
  },
  'record-without-customer': {
    title: 'The record has no customer, so the CRM takes no edit',
    next: 'Add the customer in the CRM first.',
  },
  'record-without-title': {
    title: 'The record’s title is not shown, so it cannot be edited',
    next: 'The CRM wants the title in every edit; ask a colleague who can see it.',
  },
  'fields-not-taken': {
    title: 'The CRM did not keep these fields',
    next: 'A workflow may lock them; look in the CRM.',
  },
  'edit-partly-refused': {
    title: 'Some fields were not taken',
    next: 'The others are written. A workflow may have locked these; look in the CRM, or undo what was written.',
  },
  'edit-conflict': {
    title: 'Somebody else changed these fields meanwhile',
    next: 'Nothing was sent. Read the record anew, then edit.',
  },
  'before-not-known': {
    title: 'What stood there before is not known',
    next: 'Nothing was written back. Put it right in the CRM.',
  },
  'cannot-be-empty': {
    title: 'It was empty, and the CRM does not let it be emptied',
    next: 'This field was not written back. Put it right in the CRM.',
  },
  'fields-not-shown': { title: 'The record does not show these fields', next: 'Check in the CRM.' },
  'answer-for-another-id': {
    title: 'The CRM answered with another opportunity',
    next: 'Nothing was changed. Try again later.',
  },
  'not-a-record': { title: 'What was read is no opportunity', next: 'Check the CRM address and try again later.' },
  'not-an-ikcrm': {
    title: 'This address does not answer as the CRM does',
    next: 'Check the CRM address under “Settings → Connections”.',
  },
  html: {
    title: 'The CRM answered with a web page, not data',
    next: 'A sign-in or maintenance page perhaps. Try again later, and check the CRM address.',
  },
  'not-json': {
    title: 'The CRM’s answer cannot be read',
    next: 'Try again later; whether it was written is read from the record.',
  },
  'empty-answer': {
    title: 'The CRM’s answer is empty',
    next: 'Try again later; whether it was written is read from the record.',
  },
  'cut-off': {
    title: 'The CRM’s answer is incomplete',
    next: 'Check the network and try again; whether it was written is read from the record.',
  },
  'sign-in-refused': { title: 'Signing in failed', next: 'Check account, password and company ID.' },
  'answer-without-token': { title: 'Signing in gave no token', next: 'Paste a token instead.' },
  'not-options': { title: 'No options that can be read', next: 'You can edit the other fields.' },
  interrupted: {
    title: 'The assistant stopped while saving',
    next: 'The record is read again to find out; nothing is written twice.',
  },
  'nothing-to-save': { title: 'Nothing changed', next: 'Change something, then save.' },
  'nothing-to-undo': { title: 'Nothing to undo', next: 'The edit took no effect, or is no longer on this device.' },
  'edit-missing': {
    title: 'The job’s content is no longer on this device',
    next: 'Cancel it and edit again. Nothing was sent.',
  },
  'connection-changed': {
    title: 'The connection was changed or deleted',
    next: 'The job uses no other one. Restore the address, or cancel the job.',
  },
  'no-connection': { title: 'No CRM connection yet', next: 'Add one under “Settings → Connections”.' },
};

export const readingReasons: typeof whileReading = {
  'crm-limit': {
    title: 'Too many API calls by your company',
    next: 'Read again in a few seconds. At most 10 in 10 seconds, for the whole company.',
  },
  'platform-unavailable': {
    title: 'The CRM is not available now',
    next: 'Read again later; if it stays so, ask the CRM’s administrator.',
  },
  'refused-by-crm': {
    title: 'The CRM does not accept this reading',
    next: 'Check the opportunity’s ID; if it stays so, show the CRM’s words to your administrator.',
  },
  'malformed-request': {
    title: 'The CRM calls the request malformed',
    next: 'Check the CRM’s address and version; if it stays so, ask your administrator.',
  },
  'unlisted-code': {
    title: 'The CRM answered something unknown',
    next: 'Read again later; if it stays so, show the CRM’s words to your administrator.',
  },
  'signed-in-elsewhere': {
    title: 'The account signed in elsewhere and the token ended',
    next: 'Sign in or paste a new token under “Settings → Connections”, then read again.',
  },
  'token-refused': {
    title: 'The CRM does not accept this token',
    next: 'Sign in or paste a new token under “Settings → Connections”, then read again.',
  },
  'not-json': {
    title: 'The CRM’s answer cannot be read',
    next: 'Read again later; if it stays so, check the CRM address.',
  },
  'empty-answer': {
    title: 'The CRM’s answer is empty',
    next: 'Read again later; if it stays so, check the CRM address.',
  },
  'cut-off': { title: 'The CRM’s answer is incomplete', next: 'Check the network and read again.' },
  'answer-for-another-id': {
    title: 'The CRM answered with another opportunity',
    next: 'Read again later; if it stays so, ask the CRM’s administrator.',
  },
};
