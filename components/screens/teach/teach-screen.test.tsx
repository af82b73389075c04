// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { messages, showLanguage } from '@/lib/i18n/messages';
import { teachCatalogue, teachMessages } from '@/lib/i18n/teach-messages';
import type { CallOutput } from '@/lib/messages/extension-contract';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { TeachScreen } from './teach-screen';

beforeEach(() => showLanguage('zh-CN', teachCatalogue));
afterEach(() => render(null, document.body));

type Trial = CallOutput<'rule.try'>;

/** The screen over a page whose address gave an id, after its rule was tried. */
async function tryAs(trial: Trial | AppError): Promise<() => string> {
  const candidates = [{ source: { from: 'path', after: ['deal'] }, reads: '12', kind: 'address' as const }];
  let news = () => undefined as unknown;
  const worker = createFakeWorker();
  worker.answer({
    'tab.read': () => ({ state: 'none', granted: true, origin: 'https://crm.example.com' }),
    'teach.point': () => ({}),
    'teach.read': () => ({ state: 'picked', field: 'id', candidates }),
    'teach.end': () => ({}),
    'rule.list': () => ({ rules: [] }),
    'rule.try': () => {
      if (trial instanceof AppError) throw trial;
      return trial;
    },
  });
  const watchActiveTab = (listener: () => void) => {
    news = listener;
    return () => undefined;
  };
  const app = createFakeApp(worker, { ports: { watchActiveTab, stayWithTab: () => () => undefined } });
  render(<TeachScreen app={app} />, document.body);
  const start = await vi.waitFor(() => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === teachMessages.value.teach.start,
    );
    if (!button || button.disabled) throw new Error('not yet');
    return button;
  });
  start.click();
  await vi.waitFor(() => expect(worker.callsOf('teach.point')).toHaveLength(1));
  news();
  await vi.waitFor(() => expect(worker.callsOf('rule.try')).toHaveLength(1));
  return () => [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent).join('\n');
}

it.each([
  ['does-not-match', 'match'],
  ['too-slow', 'opportunity'],
] as const)('a rule that %s is said to, with what to do about it', async (reason, path) => {
  const said = await tryAs({ faults: [{ path, reason }] });
  const { title, next } = teachMessages.value.teach.faults[reason];
  await vi.waitFor(() => expect(said()).toContain(title + next));
});

it('what is read is shown without a way to reach anybody; an id stays what it is', async () => {
  const read = { rule: 'any', title: '王女士 13922220007', customer: 'wangwu@example.com' };
  await tryAs({ context: { opportunityId: '13922220008', ...read }, faults: [] });
  await vi.waitFor(() => expect(document.body.textContent).toContain('13922220008'));
  expect(document.body.textContent).toContain('王女士 139****0007');
  expect(document.body.textContent).toContain('w***@example.com');
});

it.each([
  ['match[0]', 'taught-pages', 'bad-value', () => teachMessages.value.teach.pagesWrong('https://crm.example.com/*')],
  ['match', 'taught-pages', 'bad-value', () => teachMessages.value.teach.pagesWrong('')],
  ['name', 'taught-name', 'too-long', () => teachMessages.value.teach.nameWrong],
])(
  'a rule that is refused for its %s says so at that field, and nothing of an import',
  async (place, id, reason, words) => {
    await tryAs(new AppError('invalid-input', { reason, path: `taught-crm-example-com: ${place}` }));
    await vi.waitFor(() => expect(document.getElementById(`${id}-error`)?.textContent).toBe(words()));
    expect(document.getElementById(id)?.getAttribute('aria-invalid')).toBe('true');
    expect(document.querySelectorAll('[role=alert], [aria-invalid]')).toHaveLength(1);
  },
);

it('over a page that may not be read nothing can be pointed at', async () => {
  const worker = createFakeWorker();
  worker.answer({ 'tab.read': () => ({ state: 'no-access', granted: false }) });
  render(<TeachScreen app={createFakeApp(worker)} />, document.body);
  const { needsClick } = messages.value.opportunity;
  await vi.waitFor(() => expect(document.body.textContent).toContain(needsClick));
  const { start, point, fields } = teachMessages.value.teach;
  for (const name of [start, point(fields.id), point(fields.title)]) {
    const find = (button: Element) => [button.textContent, button.getAttribute('aria-label')].includes(name);
    expect([...document.querySelectorAll('button')].find(find)?.disabled, name).toBe(true);
  }
});
