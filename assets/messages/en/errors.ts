import type { errorCodes as source } from '@/assets/messages/zh-cn/errors';

export const errorCodes: typeof source = {
  'invalid-input': {
    title: 'Something entered is not right',
    next: 'Correct it and submit again. Nothing was sent.',
    titleAt: (path) => `Something entered is not right: ${path}`,
  },
  locked: { title: 'CRM Sidekick is locked', next: 'Unlock to go on. What you have entered is kept.' },
  'sign-in-again': {
    title: 'The authorisation no longer holds',
    next: 'Update the session or token in Settings → Connections. The job goes on from where it stopped.',
  },
  'not-allowed': {
    title: 'Not permitted',
    next: 'Ask your administrator to check this app’s API permissions and IP allow-list at the open platform.',
  },
  throttled: {
    title: 'Too many calls; the platform takes no requests for now',
    next: 'It goes on by itself later. There is no need to submit again.',
    nextUntil: (time) => `It goes on by itself after ${time}. There is no need to submit again.`,
  },
  'quota-gone': {
    title: 'Today’s calls are used up',
    next: 'It goes on by itself after midnight, China time. If it is urgent, ask your administrator for a higher quota.',
    nextUntil: (time) =>
      `It goes on by itself after ${time}. If it is urgent, ask your administrator for a higher quota.`,
  },
  rejected: {
    title: 'The platform did not accept the request',
    next: 'Correct it as the platform says and submit again. If that fails, give the request_id to the platform’s support.',
  },
  'not-found': { title: 'Not found', next: 'Check the ID, and whether the record still exists.' },
  conflict: { title: 'It has just been changed', next: 'Refresh and try again.' },
  offline: {
    title: 'The server cannot be reached',
    next: 'Check the network, the proxy and the connection’s address. Everything is kept and can go on afterwards.',
  },
  'timed-out': { title: 'No answer came in time', next: 'Check the network and try again.' },
  'outcome-unknown': {
    title: 'It left, but no answer came',
    next: 'Check in the CRM, then choose what to do. It is not sent again by itself.',
  },
  'clock-off': { title: 'This device’s clock is too far off', next: 'Set the system time and try again.' },
  'unreadable-answer': {
    title: 'The platform’s answer could not be read',
    next: 'Check the connection’s address. If it is right, give the request_id to the platform’s support.',
  },
  'storage-full': {
    title: 'This device is out of storage',
    next: 'Free some disk space to go on. Jobs already written down are safe.',
  },
  bug: {
    title: 'Something went wrong in CRM Sidekick',
    next: 'Open it again and retry. If it happens again, tell your administrator what you did and the request_id.',
  },
};
