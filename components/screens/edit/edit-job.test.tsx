// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { editMessages } from '@/lib/i18n/edit-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import type { CrmEdit } from '@/lib/messages/crm-contract';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeJob } from '@/test/fakes/fake-state';
import { EditJob } from './edit-job';

beforeEach(() => showLanguage('zh-CN', screenCatalogue));
afterEach(() => render(null, document.body));

const id = '20191214888';
const record = (values: { note: string; title?: string }) => ({
  ...{ id, values: { title: '老王火锅', ...values }, hidden: [], labels: {}, custom: {}, contacts: [] },
});
const before = record({ note: '电话 13912345678' });
const saved = { kind: 'saved', settledBy: 'answer', now: before, after: before } as const;

/** An edit's job that is over. */
async function show(edit: Pick<CrmEdit, 'outcome'> & Partial<CrmEdit>, isSaved: boolean) {
  const counts = { waiting: 0, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 };
  const job = fakeJob({
    ...{ operation: 'update-opportunity', subject: id, state: 'finished' },
    counts: { ...counts, ...(isSaved ? { succeeded: 1 } : { failed: 1 }) },
  });
  const worker = createFakeWorker({ jobs: [job] });
  const asked = vi.fn(() => ({ jobId: 'job-2', created: true }));
  worker.answer({
    'crm.readEdit': () => ({ edit: { connectionId: 'crm', before, wanted: {}, origin: 'person', ...edit } }),
    'crm.readKnowledge': () => ({ knowledge: { readAt: 1 } }),
    'crm.edit': asked,
  });
  const app = createFakeApp(worker);
  const props = { operation: job.operation, onJob: () => undefined, onEdit: () => undefined };
  render(<EditJob app={app} jobId={job.id} {...props} />, document.body);
  await vi.waitFor(() => expect(document.querySelector('button')).not.toBeNull());
  const press = (name: string) =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
  return { asked, press };
}

const shown = () => document.body.textContent ?? '';
const conflict = (theirs: string, wanted: Record<string, string>, now = record({ note: theirs })) => ({
  wanted,
  outcome: {
    ...{ kind: 'conflict' as const, now },
    conflicts: [{ field: 'note', before: before.values.note, theirs, yours: wanted.note ?? '' }],
  },
});

it('shows nobody’s number, neither where a colleague’s change is met nor in what was saved', async () => {
  await show(conflict('改为 13800001111', { note: '邮件 wang@example.com' }), false);
  expect(shown()).toContain('电话 139****5678');
  for (const text of ['13912345678', '13800001111', 'wang@example.com']) expect(shown()).not.toContain(text);
  render(null, document.body);
  const results = [{ field: 'note', from: before.values.note, is: '空', wanted: '空', state: 'saved' as const }];
  const alsoChanged = [{ field: 'title', from: '老王 13912345678', to: '老王' }];
  await show({ outcome: { ...saved, results, alsoChanged } }, true);
  expect(shown()).toContain('老王 139****5678');
  expect(shown()).not.toContain('13912345678');
});

it('shows two numbers whole that only their masked part tells apart', async () => {
  await show(conflict('电话 13900005678', { note: '电话 13911115678' }), false);
  for (const text of ['电话 13900005678', '电话 13911115678']) expect(shown()).toContain(text);
});

it('says that nothing is left where a colleague’s is kept and the rest is there already', async () => {
  const wanted = { note: '我的', title: '同一个' };
  const { asked, press } = await show(conflict('别人的', wanted, record({ note: '别人的', title: '同一个' })), false);
  document.querySelector<HTMLInputElement>('input[type=radio]')?.click();
  await vi.waitFor(() => expect(document.querySelector('button[disabled]')).toBeNull());
  press(editMessages.value.saveChoice);
  await vi.waitFor(() => expect(shown()).toContain(editMessages.value.nothingToDo));
  expect(asked).not.toHaveBeenCalled();
});

it('tells what an undo restored, and offers to do it again', async () => {
  const results = [{ field: 'note', from: '新', is: '旧', wanted: '旧', state: 'saved' as const }];
  await show({ origin: 'undo', outcome: { ...saved, results, alsoChanged: [] } }, true);
  const words = editMessages.value;
  expect(shown()).toContain(words.undone(1));
  expect(shown()).toContain(words.redo);
  for (const text of [words.saved(1), words.undo]) expect(shown()).not.toContain(text);
});
