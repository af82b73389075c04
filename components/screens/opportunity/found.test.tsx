// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showLanguage } from '@/lib/i18n/messages';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import type { TabContext } from '@/lib/messages/page-context';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { OpportunityScreen } from './opportunity-screen';

beforeEach(() => showLanguage('zh-CN'));
afterEach(() => render(null, document.body));

const opportunityId = '20191214888';
const crm = (id: string): IkcrmConnectionSummary => ({
  ...{ id, platform: 'ikcrm', name: id, baseUrl: `https://${id}.example.com` },
  ...{ hasToken: true, permitted: true },
});
const tabOf = (host: string, rule: string, connection?: string): TabContext => ({
  ...{ state: 'found', granted: true, origin: `https://${host}.example.com` },
  context: { opportunityId, rule },
  operations: [{ operation: 'update-opportunity', connection }],
});

it.each([
  ['another site', tabOf('two', 'any'), 'two'],
  ['another CRM of the same site', tabOf('one', 'other', 'two'), 'two'],
])('the record is that of the CRM in view, when %s shows the same number', async (_where, next, expected) => {
  const worker = createFakeWorker({ connections: [crm('one'), crm('two')] });
  let tab = tabOf('one', 'any');
  let news = () => undefined as unknown;
  worker.answer({
    'tab.read': () => tab,
    'job.history': () => ({ entries: [] }),
    'record.kept': () => ({}),
    'record.read': () => ({ reading: { record: { id: opportunityId }, readAt: 1 } }),
    'record.link': () => ({}),
  });
  const watchActiveTab = (listener: () => void) => {
    news = listener;
    return () => undefined;
  };
  render(<OpportunityScreen app={createFakeApp(worker, { ports: { watchActiveTab } })} />, document.body);
  const asked = () => worker.callsOf('record.kept').map(({ connectionId }) => connectionId);
  await vi.waitFor(() => expect(asked()).toEqual(['one']), { timeout: 5000 });
  tab = next;
  news();
  await vi.waitFor(() => expect(asked()).toEqual(['one', expected]));
});
