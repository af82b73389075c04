// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { helpCatalogue, helpMessages } from '@/lib/i18n/help-messages';
import { showLanguage } from '@/lib/i18n/messages';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import type { RecordReading } from '@/lib/messages/record-contract';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createRecordModel } from './record-model';
import { RecordSection } from './record-section';

beforeEach(() => showLanguage('zh-CN', helpCatalogue));
afterEach(() => render(null, document.body));

const id = '20191214888';
const connection: IkcrmConnectionSummary = {
  ...{ id: 'crm', platform: 'ikcrm', name: '励销云', baseUrl: 'https://crm.example.com' },
  ...{ hasToken: true, permitted: true },
};

/** The record beside a page that says its title. */
async function show(title: RecordReading['record']['title'], pageTitle: string): Promise<string> {
  const worker = createFakeWorker({ connections: [connection] });
  const reading = { record: { id, title, amount: { text: '20000', isMasked: false } }, readAt: 1 };
  worker.answer({ 'record.kept': () => ({ reading }), 'record.read': () => ({ reading }) });
  const app = createFakeApp(worker);
  const model = createRecordModel(app, id);
  const end = model.start();
  await vi.waitFor(() => expect(model.reading.value).toBeDefined());
  const context = { opportunityId: id, rule: 'any', title: pageTitle };
  render(<RecordSection app={app} model={model} connection={connection} context={context} />, document.body);
  end();
  expect(document.body.textContent).toContain('20,000');
  return document.body.textContent ?? '';
}

it('says that another title stands in the CRM, without a way to reach anybody', async () => {
  const shown = await show({ text: '老王火锅', isMasked: false }, '王女士 13922220007');
  expect(shown).toContain(helpMessages.value.record.differsNext('王女士 139****0007', '老王火锅', '励销云'));
});

it('takes a title that the CRM hides for no other', async () => {
  expect(await show({ text: '***', isMasked: true }, '老王火锅')).not.toContain(helpMessages.value.record.differs);
});
