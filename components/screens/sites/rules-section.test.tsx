// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { settingsMessages, showSettingsLanguage } from '@/lib/i18n/settings-messages';
import { builtInRules, restCrmRule } from '@/lib/pages/built-in-rules';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { RulesSection } from './rules-section';

beforeEach(() => showSettingsLanguage('en'));
afterEach(() => render(null, document.body));

const own = { id: 'own', name: '自建CRM', match: ['https://crm.example.com/*'], isBuiltIn: false };

it('names what is built in and lists what came in as the language does', async () => {
  const worker = createFakeWorker();
  const names = ['甲', '乙', '丙'];
  worker.answer({
    'rule.list': () => ({ rules: [own, ...builtInRules.map((rule) => ({ ...rule, isBuiltIn: true }))] }),
    'rule.save': () => ({ rules: names.map((name) => ({ id: name, name })) }),
  });
  render(<RulesSection app={createFakeApp(worker)} />, document.body);
  const { builtInNames, imported } = settingsMessages.value.sites;
  for (const name of [own.name, restCrmRule.name, ...Object.values(builtInNames)])
    await vi.waitFor(() => expect(document.body.textContent).toContain(name));
  expect(document.body.textContent).not.toMatch(/通用规则|沙箱/);
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  Object.defineProperty(input, 'files', { value: [new File(['{}'], 'rules.json')] });
  input?.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(document.body.textContent).toContain(imported('甲, 乙, and 丙')));
});
