import type { queryImSettings as operation } from '@/lib/operations/query-im-settings';
import type { DocumentationWords, OperationWords } from '@/lib/operations/words/operation-words';

export const queryImSettings: OperationWords<typeof operation> = {
  title: 'Inquiry and IM settings',
  about: 'Reads how an account’s inquiries and messages are assigned, and which sub-accounts receive them.',
  fields: {
    self_account_id: { label: 'Account ID', hint: 'Your own account; digits only' },
  },
};

export const queryImSettingsPage: DocumentationWords = {
  repeat: 'It only reads and changes nothing, so it can be asked again at any time.',
  outcomes: [
    ['Read', 'success is true, and the settings and every sub-account can be read.'],
    ['Refused', 'success is false; the words of the platform are shown.'],
    [
      'Not told',
      'success is true, and the list of sub-accounts is missing; only an empty list means nobody. The earlier result is kept and no change recorded; a first answer is kept for its other settings.',
    ],
    [
      'Unreadable',
      'The settings or any sub-account cannot be read. It is never taken for an empty list; the earlier result is kept.',
    ],
  ],
  undo: 'Nothing to take back.',
};
