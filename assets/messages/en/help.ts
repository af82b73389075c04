import type { HelpMessages } from '../zh-cn/help';

export const help: HelpMessages = {
  record: {
    title: 'CRM record',
    readAt: (connection, ago) => `From “${connection}”, read ${ago}`,
    readAgain: 'Read again',
    readNow: 'Read the CRM record',
    reading: 'Reading the CRM record',
    locked: 'CRM Sidekick is locked. Unlock it to read the CRM record.',
    keptBelow: 'What was read last is shown below.',
    differs: 'Check first: the title differs from the page’s',
    differsNext: (page, record, connection) =>
      `The page says “${page}”; in “${connection}” this ID is “${record}”. It may be another opportunity.`,
    name: 'Title',
    pipeline: 'Sales stage',
    step: (position, total) => `Step ${position} of ${total}`,
    stepStates: { past: 'Past', current: 'Current', next: 'To come' },
    stagesMissing: 'The list of stages cannot be read; only the current one is shown.',
    amount: 'Expected amount',
    signDate: 'Expected signing',
    possibility: 'Likelihood',
    unfollowed: 'Follow-up',
    flow: 'Public pool',
    approval: 'Approval',
    notEditable: 'Cannot be edited',
    updated: 'Updated',
    empty: 'Empty',
    hidden: 'Hidden',
    notGiven: 'Not given by the CRM',
    others: 'The customer’s other opportunities',
    noOthers: 'The customer has no others.',
    othersMissing: 'The customer’s others cannot be read.',
    othersMore: 'Only the first 20 are listed.',
  },
  advice: {
    title: 'Advice',
    adjust: 'Adjust advice',
    unfollowed: {
      title: (days) => `No follow-up for ${days} days`,
      reason: (limit) => `By the CRM’s record; your limit is ${limit} days. Follow up, or release it.`,
    },
    signDate: {
      title: (date) => `Expected signing ${date} has passed`,
      reason: (days) => `${days} days ago. Set a new date, or change the stage.`,
    },
    approval: {
      title: 'In approval: cannot be edited',
      reason: (label) => `The CRM’s approval state is “${label}”; it can be edited once that has ended.`,
    },
    sameCustomer: {
      title: (count) => `Open opportunities of the same customer: ${count}`,
      reason: 'See whether they are duplicates, or deal with them together.',
    },
    earlierJob: {
      title: (operation, state) => `Done here before: ${operation} (${state})`,
    },
    followUp: 'Write a follow-up',
    newDate: 'Change the date',
    newStage: 'Change the stage',
    viewJob: 'View the job',
  },
  copy: {
    title: 'Copy as',
    forms: { id: 'Opportunity ID', link: 'Link', markdown: 'Markdown', row: 'Excel row' },
    copied: (form) => `Copied: ${form}`,
    refused: 'The browser did not allow copying. Press again.',
  },
};
