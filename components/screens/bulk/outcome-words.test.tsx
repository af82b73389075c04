// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { bulkCatalogue, bulkMessages } from '@/lib/i18n/bulk-messages';
import { editMessages } from '@/lib/i18n/edit-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import type { JobSummary } from '@/lib/messages/app-state';
import { fakeJob, fakeNow } from '@/test/fakes/fake-state';
import type { JobRow } from './bulk-job-model';
import { outcomeTitle } from './bulk-outcome';
import { reasonOf } from './job-row-detail';
import { SumLine } from './sum-line';
import { tellFailure, tellRow } from './tell-row';

const none = { waiting: 0, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 };
const edit = 'update-opportunity';

beforeAll(async () => {
  await Promise.all([screenCatalogue.load(), bulkCatalogue.load(), showLanguage('zh-CN', screenCatalogue)]);
});

const ended = (counts: Partial<typeof none>, more: Partial<JobSummary> = {}) => {
  const all = { ...none, ...counts };
  const total = Object.values(all).reduce((sum, count) => sum + count, 0);
  return fakeJob({ operation: edit, state: 'finished', total, counts: all, ...more });
};

it('edits of which the CRM took a part are not called unchanged', () => {
  expect(outcomeTitle(ended({ failed: 2 }))).toBe('没有修改任何商机');
  expect(outcomeTitle(ended({ failed: 2 }, { noted: { partly: 2 } }))).toBe('没有一条全部改成，2 条只改了一部分');
  expect(outcomeTitle(ended({ succeeded: 1, failed: 1 }, { noted: { partly: 1 } }))).toContain('另有 1 条只改了一部分');
});

it('only rows that the record showed as changed since are said to be that', async () => {
  const job = ended({ succeeded: 1, skipped: 3, cancelled: 1 }, { undoOf: 'job-0', noted: { kept: 1 } });
  await act(() => render(<SumLine job={job} />, document.body));
  const lines = [...document.querySelectorAll('li')].map((line) => line.textContent);
  const { undoBuckets } = bulkMessages.value.job;
  expect(lines).toEqual([
    undoBuckets.restored('1'),
    undoBuckets.kept('1'),
    undoBuckets.unsent('3'),
    undoBuckets.failed('0'),
  ]);
});

const row = (state: JobRow['state'], outcome: Partial<JobRow['outcome']>): JobRow => ({
  ...{ index: 0, subject: '1', values: {}, state, key: undefined, attempts: [], outcome: { at: fakeNow, ...outcome } },
});

it('a failed edit says why in the CRM’s terms, with its fields and its words', () => {
  const { reasons, issues } = editMessages.value;
  const say = (outcome: Partial<JobRow['outcome']>) => reasonOf(edit, row('failed', outcome), fakeNow);
  expect(say({ reason: 'record-locked' })).toBe(reasons['record-locked'].title);
  expect(say({ reason: 'edit-partly-refused', fields: ['note'] })).toBe(
    `${reasons['edit-partly-refused'].title}（备注）`,
  );
  expect(say({ reason: 'no-permission-or-not-found', platform: { code: '100100', message: '没有权限' } })).toBe(
    `${reasons['no-permission-or-not-found'].title} · 100100 · 没有权限`,
  );
  expect(say({ reason: 'hidden-field' })).toBe(issues['hidden-field']);
  expect(reasonOf(edit, row('succeeded', { reason: 'undo-partly-kept' }), fakeNow)).not.toBe('');
  expect(reasonOf(edit, row('succeeded', { reason: 'edit-saved' }), fakeNow)).toBe('');
});

it('what is unknown is looked up where it was sent', () => {
  const next = (operation: string) => tellRow(operation, 'unknown', {}).next;
  expect(next('submit-outreach')).toBe(bulkMessages.value['submit-outreach'].unknownNext);
  expect(next(edit)).toBe(bulkMessages.value[edit].unknownNext);
  expect(tellFailure('submit-outreach', { code: 'outcome-unknown', detail: {} }).next).not.toContain('CRM');
  const signedOut = { code: 'sign-in-again', detail: { reason: 'signed-in-elsewhere' } } as const;
  expect(tellFailure(edit, signedOut).title).toBe(editMessages.value.reasons['signed-in-elsewhere'].title);
});
