import type { jobNotice as source } from '@/assets/messages/zh-cn/job-notice';

export const jobNotice: typeof source = {
  operations: {
    'release-opportunity': 'Release opportunity',
    'sell-cards': 'Open cards',
    'submit-outreach': 'Submit outreach tasks',
    'update-opportunity': 'Edit opportunity',
  },
  rowStates: {
    succeeded: 'Succeeded',
    failed: 'Failed',
    unknown: 'Unknown',
    cancelled: 'Cancelled',
    skipped: 'Skipped',
    waiting: 'Waiting',
    sending: 'Sending',
  },
  ended: (operation) => `${operation}: finished`,
  undecided: (operation) => `${operation}: finished, some outcomes need a decision`,
  paused: (operation) => `${operation}: paused`,
  why: {
    locked: 'CRM Sidekick is locked. Unlock it to go on.',
    'sign-in-again': 'The authorisation no longer holds. Renew it in the settings.',
    'quota-gone': 'Today’s calls are used up. It goes on after midnight in China.',
    'storage-full': 'This device is out of storage. Free some to go on.',
  },
  look: 'Open CRM Sidekick to see why.',
  sum: (total, parts) => `${total} in all: ${parts}`,
  comma: ', ',
};
