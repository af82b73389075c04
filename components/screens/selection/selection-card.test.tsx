// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showLanguage } from '@/lib/i18n/messages';
import { teachCatalogue } from '@/lib/i18n/teach-messages';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { SelectionCard } from './selection-card';

beforeEach(() => showLanguage('zh-CN', teachCatalogue));
afterEach(() => render(null, document.body));

it('names the rows without a way to reach anybody; an id stays what it is', async () => {
  const worker = createFakeWorker();
  const named = { title: '王女士 13922220007', customer: 'wangwu@example.com', phone: '13922220009' };
  const rows = [
    { id: '13922220008', isTicked: true, ...named },
    { id: '13922220006', isTicked: false },
  ];
  worker.answer({ 'tab.rows': () => ({ total: 2, rows }) });
  render(<SelectionCard app={createFakeApp(worker)} />, document.body);
  await vi.waitFor(() => expect(document.querySelectorAll('li')).toHaveLength(2));
  const shown = [...document.querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(shown).toEqual(['王女士 139****000713922220008 · w***@example.com', '13922220006']);
});
