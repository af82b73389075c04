import type { jobs as source } from '@/assets/messages/zh-cn/jobs';

export const jobs: typeof source = {
  title: 'Jobs',
  filterOpen: 'In progress',
  noneOpen: 'No unfinished jobs.',
  operations: {
    'release-opportunity': 'Release opportunity',
    'sell-cards': 'Open cards',
    'submit-outreach': 'Submit outreach tasks',
    'update-opportunity': 'Edit opportunity',
    'write-follow-up': 'Write follow-up',
  },
  rowsOf: {
    'release-opportunity': (count) => (count === 1 ? '1 opportunity' : `${count} opportunities`),
    'update-opportunity': (count) => (count === 1 ? '1 opportunity' : `${count} opportunities`),
    'sell-cards': (count) => (count === 1 ? '1 card' : `${count} cards`),
    'submit-outreach': (count) => (count === 1 ? '1 outreach task' : `${count} outreach tasks`),
  },
  jobStates: {
    draft: 'Draft',
    preparing: 'Being written down',
    held: 'Can be called off',
    running: 'In progress',
    paused: 'Paused',
    finished: 'Finished',
  },
  rowStates: {
    waiting: 'Waiting',
    sending: 'Sending',
    succeeded: 'Succeeded',
    failed: 'Failed',
    unknown: 'Unknown',
    cancelled: 'Cancelled',
    skipped: 'Skipped',
  },
  sources: { popup: 'Popup', panel: 'Side panel', 'context-menu': 'Context menu' },
  resume: 'Resume',
  cancelJob: 'Cancel job',
};
