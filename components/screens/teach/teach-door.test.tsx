// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showLanguage } from '@/lib/i18n/messages';
import { teachCatalogue, teachMessages } from '@/lib/i18n/teach-messages';
import type { TabContext } from '@/lib/messages/page-context';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { TeachDoor } from './teach-door';

beforeEach(() => showLanguage('zh-CN', teachCatalogue));
afterEach(() => render(null, document.body));

const rule = (name: string, isBuiltIn = false) => ({ id: 'any', name, match: ['*://*/*'], isBuiltIn });

it.each([
  [['自家的', '又一个', '第三个', '要紧的'], '自家的 · 又一个 · 第三个 · 要紧的'],
  [[], ''],
])('over a page that is not read, the rules of one’s own that are for it are named: %j', async (own, named) => {
  const worker = createFakeWorker();
  worker.answer({ 'rule.list': () => ({ rules: [...own.map((name) => rule(name)), rule('内置的', true)] }) });
  const tab: TabContext = { state: 'none', granted: true, origin: 'https://crm.example.com' };
  const app = createFakeApp(worker);
  const { doorNote, doorSilent, door } = teachMessages.value.teach;
  const expected = named ? doorSilent(named) : doorNote;
  render(<TeachDoor app={app} tab={tab} />, document.body);
  await vi.waitFor(() => expect(worker.callsOf('rule.list')).toEqual([{ tabId: 7 }]));
  await vi.waitFor(() => expect(document.body.textContent).toBe(expected + door));
  // The next page of the site may have others.
  render(<TeachDoor app={app} tab={{ ...tab }} />, document.body);
  await vi.waitFor(() => expect(worker.callsOf('rule.list')).toHaveLength(2));
});
