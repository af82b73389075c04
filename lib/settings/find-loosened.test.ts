import { expect, it } from 'vitest';
import { findLoosened } from './find-loosened';

const policy = {
  allowedEndpoints: ['https://eco.taobao.com/router/rest', 'https://crm.example.com'],
  maxBatchRows: 100,
  disabledOperations: ['release-opportunity'],
  maxAutoLockMinutes: 10,
  requireDryRun: true,
};
const none = {
  allowedEndpoints: [],
  maxBatchRows: 0,
  disabledOperations: [],
  maxAutoLockMinutes: 0,
  requireDryRun: false,
};
const all = Object.keys(policy).map((name) => `policy.${name}`);

it('a file that lifts everything is told member by member', () => {
  expect(findLoosened(policy, none)).toEqual(all);
});

it.each([
  ['an address more', { allowedEndpoints: [...policy.allowedEndpoints, 'https://evil.example'] }],
  ['a whole host for one address', { allowedEndpoints: ['https://eco.taobao.com'] }],
  ['more rows', { maxBatchRows: 101 }],
  ['an operation less', { disabledOperations: ['sell-cards'] }],
  ['a longer wait', { maxAutoLockMinutes: 11 }],
])('%s is looser', (_what, file) => {
  expect(findLoosened(policy, file)).toEqual(Object.keys(file).map((name) => `policy.${name}`));
});

it.each([
  ['nothing', {}],
  ['the same', policy],
  [
    'less',
    {
      allowedEndpoints: ['https://crm.example.com/api'],
      maxBatchRows: 1,
      disabledOperations: ['sell-cards', 'release-opportunity'],
      maxAutoLockMinutes: 5,
    },
  ],
])('%s is not looser', (_what, file) => {
  expect(findLoosened(policy, file)).toEqual([]);
});

it('where no policy is in force, none is loosened', () => {
  expect(findLoosened(none, policy)).toEqual([]);
  expect(findLoosened(none, none)).toEqual([]);
});
