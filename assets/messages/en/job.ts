import type { ScreenMessages } from '../zh-cn-screens';

export const job: ScreenMessages['job'] = {
  bulk: 'In bulk…',
  search: 'Search',
  searchHint: 'Opportunity id, card id, file name or job id',
  operation: 'Operation',
  anyOperation: 'All operations',
  drafts: 'Drafts',
  continueDraft: 'Continue',
  rows: (count) => `${count} ${count === '1' ? 'row' : 'rows'}`,
  empty: 'No jobs yet',
  emptyNext: 'Everything you submit is listed here with its outcome, starting with your first release.',
  filter: 'Show',
  filterAll: 'All',
  filterAttention: 'Needs a decision',
  nothingMatches: 'No job matches',
  createdAt: 'Submitted',
  finishedAt: 'Finished',
  sentAt: 'Sent',
  key: 'Request key',
  via: 'Connection',
  total: 'Total',
  sumBroken: 'The parts do not add up to the total. Please tell your administrator',
  request: 'Request',
  result: 'Result',
  attempts: 'Attempts',
  attempt: (number) => `Attempt ${number}`,
  attemptResults: {
    answered: 'Answered',
    refused: 'Refused by the platform',
    'not-processed': 'Not processed by the platform',
    lost: 'No answer came',
    interrupted: 'The background was interrupted',
  },
  answeredValue: 'The platform returned',
  decidedByPerson: 'Decided by a person',
  settle: {
    choices: {
      'mark-succeeded': {
        label: 'It was released',
        note: 'The CRM shows it as released. Recorded as succeeded; nothing more is sent.',
      },
      'mark-failed': {
        label: 'It was not released',
        note: 'The CRM shows it with its owner. Recorded as failed; nothing more is sent.',
      },
      'send-again': {
        label: 'Send again with the same key',
        note: 'Uses the same req_id, but the document does not promise that the platform recognises a repeat.',
      },
    },
  },
};
