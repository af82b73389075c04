import type { journal as source } from '@/assets/messages/zh-cn/journal';

export const journal: typeof source = {
  title: 'Journal',
  empty: 'No entries yet',
  emptyNext:
    'Submitting, sending, answers and calling off are recorded here. Entries can only be added, never changed.',
  events: {
    asked: 'Submitted',
    'called-off': 'Called off',
    sent: 'Sent',
    answered: 'Answered',
    'not-processed': 'Not processed by the platform',
    lost: 'No answer came',
    interrupted: 'Background interrupted',
    paused: 'Paused',
    resumed: 'Resumed',
    cancelled: 'Cancelled',
    decided: 'Decided by a person',
    exported: 'Exported',
    'settings-changed': 'Settings changed',
  },
  sequence: 'No.',
  time: 'Time',
  operation: 'Operation',
  operator: 'Operator',
  memo: 'Reason',
  key: 'Request key',
  note: 'Note',
  connection: 'Connection',
  hash: 'Hash',
  verify: 'Verify',
  verifying: 'Verifying',
  verified: (count) => (count === 1 ? '1 entry, intact' : `${count} entries, all intact`),
  broken: (sequence) => `Entry ${sequence} does not match its hash`,
  brokenNext:
    'It or an earlier entry was changed, removed or moved. Export the journal and give it to your administrator.',
  loadOlder: 'Older entries',
};
