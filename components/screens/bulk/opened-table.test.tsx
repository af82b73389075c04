// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { bulkCatalogue, bulkMessages } from '@/lib/i18n/bulk-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { OpenedTable } from './opened-table';
import { createRowsInModel } from './rows-in-model';

beforeEach(() => showLanguage('zh-CN', bulkCatalogue));
afterEach(() => render(null, document.body));

it('a sheet that cannot be opened is said to be, the one that is open is chosen again, and nobody’s number is shown', async () => {
  const sheets = ['本周', '上周'].map((name) => ({ name, isHidden: false }));
  const model = createRowsInModel(createFakeApp(createFakeWorker()), 'submit-outreach', async (_source, options) => {
    if (options?.sheet === '上周') throw new AppError('invalid-input', { reason: 'too-many-columns', path: 'IW1' });
    return {
      info: { kind: 'workbook', sheets, sheet: '本周' },
      preview: [['手机号'], ['13800138000']],
      nextRows: async () => undefined,
      close: () => undefined,
    };
  });
  model.take({ text: '' });
  render(<OpenedTable model={model} />, document.body);
  await vi.waitFor(() => expect(document.body.textContent).toContain('138****8000'));
  expect(document.body.textContent).not.toContain('13800138000');
  const select = document.querySelector('select');
  if (!select) throw new Error('no sheet can be chosen');
  select.value = '上周';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(document.querySelector('[role="alert"]')).not.toBeNull());
  expect(document.querySelector('[role="alert"]')?.textContent).toContain(bulkMessages.value.rowsIn.stillOpen);
  expect(select.value).toBe('本周');
});
