import type { errorReasons as source } from '@/assets/messages/zh-cn/error-reasons';
import { draftReasons } from './draft-reasons.ts';
import { tableReasons } from './table-reasons.ts';
import { vaultReasons } from './vault-reasons.ts';

export const errorReasons: typeof source = {
  'paused-by-person': {
    title: 'Paused by hand',
    next: 'What has left comes back; nothing else leaves. Choose Resume to go on from here.',
  },
  'same-failure': {
    title: 'The same failure five times in a row: paused',
    next: 'Read the reason below and put it right before you continue; the rest would most likely fail alike.',
  },
  'unknown/no-answers': {
    title: 'Five requests in a row had no certain outcome: paused',
    next: 'Check the network and the connection’s address, and look up in the CRM what has left. Resume sends only what has not.',
  },
  'too-many-rows': {
    title: 'The platform does not take that many at once',
    next: 'They go in halves by themselves. If one still fails, ask the platform for its limit.',
  },
  'invalid-input/too-many-rows': {
    title: 'More than one batch may hold',
    next: 'Submit it in parts. An administrator sets this limit and can raise it.',
    titleAt: (path) => `A batch holds at most ${/\d+/.exec(path)?.[0] ?? ''}`,
  },
  'dry-run-required': {
    title: 'Nothing was sent: company policy asks for a dry run first',
    next: 'Check in the preview what will be sent, then press the button once more.',
  },

  'no-connection': {
    title: 'No connection yet',
    next: 'Add a connection to the open platform in Settings → Connections.',
  },
  'connection-changed': {
    title: 'The job’s connection was changed or deleted',
    next: 'It is not sent through another one. Restore the address and App Key, or cancel the job.',
  },
  'wrong-secret': {
    title: 'The signature is wrong',
    next: 'Enter the App Secret again in Settings → Connections, and check the signing method.',
  },
  'unknown-app': {
    title: 'The platform does not know this App Key',
    next: 'Check the App Key in Settings → Connections.',
  },
  'no-permission': {
    title: 'This app may not call this API',
    next: 'Ask your administrator to request it at the open platform.',
  },
  'ip-not-allowed': {
    title: 'This network’s IP is not on the allow-list',
    next: 'Ask your administrator to add it, or use the company’s network.',
  },
  'session-missing': {
    title: 'There is no session',
    next: 'Enter the session from the authorisation in Settings → Connections.',
  },
  'session-expired': {
    title: 'The session has expired',
    next: 'Authorise again and update the session in Settings → Connections.',
  },
  'session-too-weak': {
    title: 'The session’s authorisation is not enough',
    next: 'Authorise with an account that has the rights, and update the session.',
  },
  'host-permission-missing': {
    title: 'The browser does not allow this address yet',
    next: 'Choose “Allow access” in Settings → Connections.',
  },
  'host-permission-refused': {
    title: 'The browser was not allowed to reach this address',
    next: 'Try again, and choose “Allow” when the browser asks.',
  },
  'endpoint-not-allowed': {
    title: 'Company policy does not allow this address',
    next: 'Use one that is allowed, or ask your administrator.',
  },
  'operation-disabled': { title: 'Company policy has switched this off', next: 'Ask your administrator.' },
  'wrong-sender': { title: 'This page may not do that', next: 'Use the popup or the side panel of CRM Sidekick.' },

  required: {
    title: 'A required field is empty',
    next: 'Fill it in, then submit.',
    titleAt: (path) => `${path} is empty`,
  },
  'too-long': { title: 'Too long', next: 'Shorten it, then submit.', titleAt: (path) => `${path} is too long` },
  'not-an-id': {
    title: 'The ID is not valid',
    next: 'Remove spaces and stray characters.',
    titleAt: (path) => `${path} is not valid`,
  },
  'not-a-china-time': { title: 'The time is not valid', next: 'Write it as 2026-11-22 14:05:00 (China time).' },
  'not-a-json-object': {
    title: 'The extra parameters are not a JSON object',
    next: 'Write them as {"name":"value"}, or leave the field empty.',
  },
  'unknown-field': {
    title: 'The API’s document has no such field',
    next: 'Remove it, then submit.',
    titleAt: (path) => `The API’s document has no ${path}`,
  },

  'not-a-url': {
    title: 'Not a valid address',
    next: 'Enter it in full, for example https://eco.taobao.com/router/rest.',
  },
  'not-https': { title: 'The address must begin with https://', next: 'Only addresses of this device may use http.' },
  'invalid-input/not-json': {
    title: 'The file is not JSON',
    next: 'Choose a settings file exported by CRM Sidekick. No setting was changed.',
  },
  'wrong-version': {
    title: 'This version of the settings file is not supported',
    next: 'Version 1 is supported. No setting was changed.',
  },
  'unknown-key': {
    title: 'The settings file has an unknown key',
    next: 'Remove or correct it and import again. No setting was changed.',
    titleAt: (path) => `Unknown key: ${path}`,
  },
  'bad-value': {
    title: 'The settings file has a bad value',
    next: 'Correct it and import again. No setting was changed.',
    titleAt: (path) => `Bad value: ${path}`,
  },
  'platform-not-supported': {
    title: 'This version does not support the platform yet',
    next: 'Take the connection out of the file and import again. No setting was changed.',
    titleAt: (path) => `This version does not support the platform yet: ${path}`,
  },
  'policy-loosened': {
    title: 'The file loosens the policy in force',
    next: 'If that is meant, choose “Loosen the policy and import”. Else take “policy” out of the file. No setting was changed.',
    titleAt: (path) => `The file loosens the policy in force: ${path}`,
  },
  'duplicate-id': {
    title: 'The ID is used twice',
    next: 'Use another one.',
    titleAt: (path) => `ID used twice: ${path}`,
  },
  'rule-exists': {
    title: 'There is a rule with that id already',
    next: 'Take another id, or replace the present rule.',
    titleAt: (path) => `There is a rule ${path} already`,
  },
  'one-rule-only': { title: 'Only one rule can stand here', next: 'Enter one rule at a time.' },
  'more-than-sites': {
    title: 'This is no file of rules alone',
    next: 'Import a whole settings file in Settings → Data. No rule was changed.',
    titleAt: (path) => `A file of rules holds sites only, not ${path}`,
  },
  'page-not-read': { title: 'The page did not answer', next: 'Click the toolbar icon on the page, then try again.' },
  'no-such-rule': { title: 'There is no such rule', next: 'It may have been deleted. Open this page anew.' },
  'file-too-large': {
    title: 'The file is too large',
    next: 'A settings file is under 1 MB. Check that it is the right one.',
  },

  'file-unreadable': {
    title: 'The file cannot be read',
    next: 'It may have been moved or changed; choose it again. No setting was changed.',
  },
  'too-late': {
    title: 'Too late to call off: the request has left',
    next: 'Wait for the outcome. A release cannot be undone.',
  },
  'draft-changed': { title: 'This draft was submitted or changed in another window', next: 'Open the form again.' },

  'no-answer': {
    title: 'It left, but no answer came',
    next: 'Check in the CRM, then choose what to do. It is not sent again by itself.',
  },
  connection: { title: 'The connection broke', next: 'Check the network, the proxy and the connection’s address.' },
  interrupted: {
    title: 'The background was interrupted while sending; no answer came',
    next: 'Check in the CRM, then choose what to do. It is not sent again by itself.',
  },
  'not-a-top-gateway': {
    title: 'This address is no open-platform gateway',
    next: 'Check it; it is usually https://eco.taobao.com/router/rest.',
  },
  html: {
    title: 'A web page came back instead of an answer',
    next: 'Check the connection’s address. A company network may want you to sign in first.',
  },
  'unreadable-answer/not-json': {
    title: 'The platform’s answer is not JSON',
    next: 'Check the connection’s address, or try again later.',
  },
  'too-large': { title: 'The platform’s answer is far too large', next: 'Check the connection’s address.' },
  'http-status': {
    title: 'The server answered with an error',
    next: 'Try again later. If it goes on, tell your administrator.',
  },
  'malformed-request': {
    title: 'The platform calls the request malformed',
    next: 'The fault is ours. Give the request_id to your administrator.',
  },
  'called-off': { title: 'Called off', next: 'Nothing was sent.' },

  'no-network': { title: 'There is no network', next: 'It goes on by itself once there is. Everything is kept.' },
  'platform-unavailable': {
    title: 'The platform is unavailable',
    next: 'It is tried again later. If the outcome is unclear, check in the CRM first.',
  },
  'service-error': {
    title: 'The platform’s service failed, so the outcome is unclear',
    next: 'Check in the CRM, then choose what to do.',
  },
  'intent-used': {
    title: 'Another window submitted this form with other content',
    next: 'What stands here was not submitted and is kept. Look at that job, then go on with this as a new one if you want.',
  },
  'rows-at-work': {
    title: 'Part of this is in another job that has not ended',
    next: 'Nothing of this batch was submitted. Take that part out and submit, or wait for that job to end.',
  },
  'form-in-use': {
    title: 'The form holds something that was not submitted',
    next: 'Submit or clear the form first, then take this back.',
  },
  'nothing-to-take-up': {
    title: 'There is nothing left to take back',
    next: 'All of it has gone into another job since. See the list of jobs.',
  },
  'endpoint-has-extras': {
    title: 'The address holds too much',
    next: 'It may have no user name, query or # fragment.',
  },
  cancelled: { title: 'Cancelled', next: 'It was not sent again.' },
  'already-done': {
    title: 'The platform says it has been released already',
    next: 'By somebody else, or by this very request arriving twice. Check in the CRM.',
  },
  'duplicate-request': {
    title: 'The platform says that this request key has been used',
    next: 'Check in the CRM whether the earlier request took effect.',
  },
  'contradictory-answer': {
    title: 'The platform’s answer contradicts itself',
    next: 'Check at the platform, then choose what to do.',
  },
  'not-in-answer': {
    title: 'The platform’s answer leaves this one out',
    next: 'Check in the CRM, then choose what to do.',
  },
  'answer-without-value': {
    title: 'The platform’s answer names no opportunity',
    next: 'Check in the CRM, then choose what to do.',
  },
  'unknown/answer-for-another-id': {
    title: 'The platform returned another opportunity’s ID',
    next: 'Check both opportunities in the CRM, and give the request_id to the platform’s support.',
  },
  unreadable: { title: 'An answer came, but could not be read', next: 'Check in the CRM, then choose what to do.' },
  'secret-missing': { title: 'This connection has no App Secret', next: 'Enter it in Settings → Connections.' },
  'site-not-granted': { title: 'The browser does not allow this site yet', next: 'Allow it in Settings → Sites.' },
  'seal-expired': { title: 'The page was open for too long', next: 'Open it again, then enter the secret.' },
  'seal-broken': { title: 'The secret did not arrive whole', next: 'Enter it again, then save.' },
  'no-such-job': { title: 'There is no such job', next: 'Go back to the list of jobs.' },
  'row-not-unknown': { title: 'This outcome has been settled', next: 'Refresh to see it as it is now.' },
  'sent-together': {
    title: 'Some of these left in one request with rows that have their result',
    next: 'To send it again would do those twice. Check at the platform, then mark them as succeeded or failed.',
  },
  'cancel-under-way': {
    title: 'The job is being cancelled',
    next: 'Wait until what has left has its result, then choose.',
  },
  'unknown-operation': {
    title: 'This version does not know the operation',
    next: 'Update CRM Sidekick and try again.',
  },
  'no-reply': { title: 'The background is not responding', next: 'Open it again. Jobs already written down are safe.' },

  ...draftReasons,
  ...tableReasons,
  ...vaultReasons,
};
