// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showLanguage } from '@/lib/i18n/messages';
import { teachCatalogue, teachMessages } from '@/lib/i18n/teach-messages';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { TeachDoor } from './teach-door';

beforeEach(() => showLanguage('zh-CN', teachCatalogue));
afterEach(() => render(null, document.body));

const rule = (name: string, match: string, isBuiltIn = false) => ({ id: 'any', name, match: [match], isBuiltIn });

it.each([
  ['https://crm.example.com', '自家的 · 又一个'],
  ['https://other.test', ''],
  [undefined, ''],
])('over a page of %s that is not read, the rules of one’s own that are for it are named', async (origin, named) => {
  const worker = createFakeWorker();
  worker.answer({
    'rule.list': () => ({
      rules: [
        rule('自家的', 'https://crm.example.com/*'),
        rule('又一个', '*://*.example.com/*'),
        rule('别处的', 'https://else.example.com/*'),
        rule('内置的', 'https://crm.example.com/*', true),
      ],
    }),
  });
  render(<TeachDoor app={createFakeApp(worker)} origin={origin} />, document.body);
  const { doorNote, doorSilent, door } = teachMessages.value.teach;
  const expected = named ? doorSilent(named) : doorNote;
  await vi.waitFor(() => expect(worker.callsOf('rule.list')).toHaveLength(origin === undefined ? 0 : 1));
  await vi.waitFor(() => expect(document.body.textContent).toBe(expected + door));
});
