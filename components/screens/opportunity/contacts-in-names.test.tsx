// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { helpCatalogue, helpMessages } from '@/lib/i18n/help-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { AdviceList } from './advice-list';
import { CopyAs } from './copy-as';
import { OpportunityScreen } from './opportunity-screen';

beforeEach(() => showLanguage('zh-CN', helpCatalogue));
afterEach(() => render(null, document.body));

const id = '13922220008';
const fact = (text: string) => ({ text, isMasked: false });

it('are copied without a way to reach anybody; an id stays what it is', async () => {
  const copied: string[] = [];
  const worker = createFakeWorker();
  worker.answer({ 'record.link': () => ({ link: `https://crm.example.com/deals/${id}` }) });
  const app = createFakeApp(worker, { ports: { copyText: async (text) => void copied.push(text) } });
  const context = { opportunityId: id, title: '王女士 13922220007', rule: 'any' };
  const record = { id, customer: fact('店主 a.b@mail.example.cn'), owner: fact('周舟 010-65551234') };
  render(<CopyAs app={app} context={context} record={record} isOfPage={false} />, document.body);
  const { forms } = helpMessages.value.copy;
  await vi.waitFor(() => expect(document.body.textContent).toContain(forms.link));
  for (const button of document.querySelectorAll('button')) button.click();
  await vi.waitFor(() => expect(copied).toHaveLength(4));
  const all = copied.join('\n').replaceAll('\\', '');
  expect(all).not.toMatch(/13922220007|a\.b@|65551234/);
  expect(all).toContain('王女士 139****0007');
  expect(copied.slice(0, 2)).toEqual([id, `https://crm.example.com/deals/${id}`]);
});

it('of the customer’s others are shown without them', () => {
  const others = [{ id, title: '王女士 13922220007', stageLabel: '谈判' }];
  const app = createFakeApp(createFakeWorker());
  render(<AdviceList app={app} advice={[{ rule: 'same-customer', others }]} applicable={{}} />, document.body);
  expect(document.querySelector('a')?.textContent).toBe(`王女士 139****0007 · ${id}`);
});

it('stand nowhere on the first screen', async () => {
  const worker = createFakeWorker();
  const names = {
    title: '王女士 13922220007',
    customer: '店主 a.b@mail.example.cn',
    owner: '周舟 010-65551234',
    email: '12345678',
  };
  const context = { opportunityId: id, rule: 'any', ...names };
  worker.answer({ 'tab.read': () => ({ state: 'found', granted: true, origin: 'https://crm.example.com', context }) });
  render(<OpportunityScreen app={createFakeApp(worker)} />, document.body);
  await vi.waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('王女士 139****0007'));
  expect(document.body.textContent).toContain('a***@mail.example.cn');
  expect(document.body.textContent).toContain(id);
  expect(document.body.textContent).not.toMatch(/13922220007|a\.b@|65551234/);
  // What is declared to be an address is masked whatever it looks like.
  expect(document.body.textContent).not.toContain('12345678');
});
