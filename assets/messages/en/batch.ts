import type { BatchWords } from '@/assets/messages/zh-cn/batch';

export const batchWords: BatchWords = {
  batch: {
    requests: (count) => `Sent as ${count} requests. This is the first; their keys are made when they leave.`,
    oneOf: (others) => `Fill in this or ${others}`,
    together: (others) => `${others}: fill in all or none`,
    again: 'Submit another batch',
    rows: 'Outcomes',
    attention: 'Needs a look',
    shown: (shown, total) => `Showing ${shown} of ${total}`,
    showAll: 'Show all',
    shared: 'In common',
    requestsTitle: 'Requests',
    rowCount: (count) => (count === 1 ? '1 row' : `${count} rows`),
    resending: (attempt) => `No answer came. It is sent again under the same key by itself (attempt ${attempt})`,
    sent: (done, total) => `${done} of ${total} have an outcome`,
    doneNote: 'The platform confirmed each of them.',
    requestId: 'Request key',
    already: 'This batch was submitted before, so no second job was made. This is that job.',
    overlap: (names, more) => `In that job: ${names}${more > 0 ? ` and ${more} more` : ''}`,
    takeOut: (count, isUsed) =>
      isUsed
        ? `Take out the ${count} submitted, go on with the rest as new`
        : `Take out ${count === 1 ? 'this one' : `these ${count}`}`,
  },
  'sell-cards': {
    title: 'Open cards',
    held: (seconds, count) => `Opening ${cards(count)} in ${seconds} s`,
    succeeded: (count) => `${cards(count)} opened`,
    mixed: (done, total) => `${done} of ${cards(total)} opened`,
    failed: (count) => `${cards(count)} not opened`,
    unknown: (count) => `Not certain whether ${cards(count)} opened`,
    cancelled: 'Called off; no card was opened',
    unknownNext:
      'Sending again under the same key is safe: the document gives request_id for idempotency, so no card is opened twice.',
    failedNext: 'Act on what is said of each card, then submit those that were not opened once more.',
    retry: (count) => `Submit ${cards(count)} again`,
    takeUp: (count) => `Take back the ${count} that never left`,
    'mark-succeeded': {
      label: 'It is open',
      note: 'The platform shows this card as opened. Recorded as succeeded; nothing is sent.',
    },
    'mark-failed': {
      label: 'It is not open',
      note: 'The platform shows this card as not opened. Recorded as failed; nothing is sent.',
    },
    'send-again': {
      label: 'Send again under the same key',
      note: 'Uses the same request_id with all of its cards. The document gives it for idempotency, so no card is opened twice.',
    },
  },
  'submit-outreach': {
    title: 'Outreach',
    held: (seconds, count) => `Submitting ${tasks(count)} in ${seconds} s`,
    succeeded: (count) => `${tasks(count)} submitted`,
    mixed: (done, total) => `${done} of ${tasks(total)} submitted`,
    failed: (count) => `${tasks(count)} not submitted`,
    unknown: (count) => `Not certain whether ${tasks(count)} arrived`,
    cancelled: 'Called off; no task was submitted',
    unknownNext:
      'Look at the outreach platform, then settle each task. The document does not promise that a repeated key is recognised.',
    failedNext: 'Correct what is said of each task, then submit those that failed once more.',
    retry: (count) => `Submit ${tasks(count)} again`,
    takeUp: (count) => `Take back the ${count} that never left`,
    'mark-succeeded': {
      label: 'It arrived',
      note: 'The outreach platform shows this task. Recorded as succeeded; nothing is sent.',
    },
    'mark-failed': {
      label: 'It did not arrive',
      note: 'The outreach platform does not show this task. Recorded as failed; nothing is sent.',
    },
    'send-again': {
      label: 'Send again under the same key',
      note: 'The unknown tasks of the same request go again together under the same task_unique_code. The document does not promise that the platform recognises a repeat.',
    },
  },
  cards: {
    entry: 'Scan, type or paste card IDs',
    entryHint: 'Each scan adds one; pasted IDs may be parted by lines, spaces or commas',
    add: 'Add',
    count: cards,
    empty: 'No cards yet',
    emptyNext: 'Scan them, or type or paste their IDs above.',
    added: (id) => `Added ${id}`,
    addedMany: (count) => `Added ${cards(count)}`,
    repeated: (ids) => `Already listed, not added again: ${ids}`,
    repeatedMany: (count) => `${cards(count)} already listed, not added again`,
    refused: (ids) => `Not a card ID: ${ids}`,
    tooMany: (most, left) => `At most ${most} at a time; ${left} not added`,
    none: 'Add at least one card',
    remove: (id) => `Remove ${id}`,
    removed: (count) => `Removed ${cards(count)}`,
    removedOne: (id) => `Removed ${id}`,
    undo: 'Undo removal',
    clear: 'Remove all',
    submit: (count) => `Open ${cards(count)}`,
    submitNone: 'Open cards',
    cannotUndo: 'Cannot be taken back. Without an answer it is sent again under the same key; no card is opened twice.',
    shop: 'Shop',
  },
  outreach: {
    channel: 'How this plan reaches people',
    channelHint:
      'No document has this; you say it. It decides whether phone or email is required, and is not sent to the platform.',
    channels: { call: 'Call', sms: 'Text message', mail: 'Mail' },
    book: 'Account book (optional; all three together)',
    tasks: 'Tasks',
    count: (count) => String(count),
    task: (number) => `Task ${number}`,
    addTask: 'Add a task',
    addFromPage: (name) => `Add from the page: ${name}`,
    remove: (number) => `Remove task ${number}`,
    removed: (number) => `Removed task ${number}`,
    undo: 'Undo removal',
    more: 'More fields (start, business ID, booking)',
    asPairs: 'As names and values',
    asJson: 'As JSON',
    onlyJson: 'It holds values that are no text, so it can be edited as JSON only.',
    pairHints: {
      input_params: 'Add nothing where there are none',
      output_params: 'Slots for results; add nothing where there are none',
    },
    pairName: 'Name',
    pairValue: 'Value',
    addPair: 'Add one',
    removePair: (name) => `Remove ${name}`,
    repeatedName: (name) => `Repeated name: ${name}`,
    namelessPair: 'One has no name',
    submit: (count) => `Submit ${tasks(count)}`,
    cannotUndo: 'Cannot be taken back: the platform reaches these people as planned.',
    atLeastOne: 'Add at least one task',
  },
};

function cards(count: number): string {
  return count === 1 ? '1 card' : `${count} cards`;
}

function tasks(count: number): string {
  return count === 1 ? '1 task' : `${count} tasks`;
}
