// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { helpCatalogue, helpMessages } from '@/lib/i18n/help-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { AdviceList } from './advice-list';

beforeEach(() => showLanguage('zh-CN', helpCatalogue));
afterEach(() => render(null, document.body));

it('leads to each of the customer’s others, which are told apart though they are called the same', () => {
  const others = Array.from({ length: 16 }, (_, at) => ({ id: `2019${at}`, title: '老王火锅', stageLabel: '谈判' }));
  const app = createFakeApp(createFakeWorker());
  render(<AdviceList app={app} advice={[{ rule: 'same-customer', others }]} applicable={{}} />, document.body);
  const links = [...document.querySelectorAll('a')];
  expect(links.map(({ hash }) => hash)).toEqual(others.map(({ id }) => `#/opportunity/${id}`));
  expect(new Set(links.map(({ textContent }) => textContent)).size).toBe(16);
  const more = document.querySelector('details');
  expect([more?.open, more?.querySelectorAll('a').length]).toEqual([false, 13]);
  expect(more?.textContent).toContain(helpMessages.value.advice.sameCustomer.more(13));
});
