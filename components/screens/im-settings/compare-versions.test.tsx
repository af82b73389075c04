// @vitest-environment happy-dom
import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { App } from '@/components/app/app';
import { imMessages } from '@/lib/i18n/im-messages';
import { showLanguage } from '@/lib/i18n/messages';
import { screenCatalogue } from '@/lib/i18n/screen-messages';
import type { ImHistoryEntry, ImView } from '@/lib/messages/im-contract';
import { createFakeApp, createFakeWorker, type FakeWorker } from '@/test/fakes/fake-client';
import { CompareVersions } from './compare-versions';

const entriesUpTo = (version: number): ImHistoryEntry[] =>
  Array.from({ length: version }, (_, index) => ({ version: version - index, foundAt: 2, stillAt: 1, changes: [] }));
const entries = signal<ImHistoryEntry[]>([]);
const model = {
  connectionId: computed(() => 'top'),
  accountId: computed(() => '12345'),
  entries,
  hasMore: computed(() => false),
};
let worker: FakeWorker;
let app: App;

beforeEach(async () => {
  await showLanguage('zh-CN', screenCatalogue);
  worker = createFakeWorker();
  worker.answer({ 'im.compare': () => ({ changes: [] }) });
  app = createFakeApp(worker);
  show(2);
});
afterEach(() => render(null, document.body));

function show(version: number): void {
  entries.value = entriesUpTo(version);
  const view: ImView = { settings: { accounts: [] }, health: [], checkedAt: 1, firstAt: 1, version };
  render(<CompareVersions app={app} model={model} view={view} />, document.body);
}

const shown = () => [...document.querySelectorAll('select')].map(({ value }) => value);
const isCompared = () => document.body.textContent?.includes(imMessages.value.same);

async function compare(): Promise<void> {
  document.querySelector('button')?.click();
  await vi.waitFor(() => expect(isCompared()).toBe(true));
}

it('the newest two are what is compared until somebody chooses', () => {
  expect(shown()).toEqual(['1', '2']);
  show(3);
  expect(shown()).toEqual(['2', '3']);
});

it('what was compared stays, with its result, when a newer version comes', async () => {
  await compare();
  show(3);
  expect([shown(), isCompared(), worker.callsOf('im.compare')]).toEqual([
    ['1', '2'],
    true,
    [{ connectionId: 'top', accountId: '12345', from: 1, to: 2 }],
  ]);
});

it('another choice takes the result away', async () => {
  await compare();
  const from = document.querySelector('select') as HTMLSelectElement;
  from.value = '0';
  from.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(isCompared()).toBe(false));
  expect(shown()).toEqual(['0', '2']);
});

it('a result that comes after another choice is not shown under it', async () => {
  let answer: () => void = () => undefined;
  worker.answer({ 'im.compare': () => new Promise((resolve) => (answer = () => resolve({ changes: [] }))) });
  document.querySelector('button')?.click();
  await vi.waitFor(() => expect(worker.callsOf('im.compare')).toHaveLength(1));
  const from = document.querySelector('select') as HTMLSelectElement;
  from.value = '0';
  from.dispatchEvent(new Event('change', { bubbles: true }));
  answer();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([shown(), isCompared()]).toEqual([['0', '2'], false]);
});
