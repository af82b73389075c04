// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bulkCatalogue } from '@/lib/i18n/bulk-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import { bulkJob } from '@/test/e2e/fake-bulk';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createBulkJobModel } from './bulk-job-model';
import { BulkPresent } from './bulk-present';

beforeEach(() => showLanguage('zh-CN', bulkCatalogue, screenCatalogue));
afterEach(() => render(null, document.body));

it('what is read out of a job that is held is what stands there: rows that do not go are not counted', async () => {
  const app = createFakeApp(createFakeWorker());
  const begun = app.ports.clock();
  const counts = { waiting: 2, skipped: 1 };
  const times = { createdAt: begun - 900, heldUntil: begun + 3000, notBefore: begun + 3000 };
  const job = bulkJob({ operation: 'update-opportunity', state: 'held', counts, ...times });
  const model = createBulkJobModel(app, signal(job));
  render(<BulkPresent app={app} model={model} />, document.body);
  const sentence = '3 秒后开始修改 2 条商机';
  await vi.waitFor(() => expect(document.body.textContent?.split(sentence)).toHaveLength(3));
  expect([...document.querySelectorAll('[role=status]')].at(-1)?.textContent).toBe(sentence);
});
