// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { bulkCatalogue } from '@/lib/i18n/bulk-messages';
import { createFakeWorker } from '@/test/fakes/fake-client';
import { CellEditor } from './cell-editor';
import { createPreflightModel } from './preflight-model';

beforeAll(() => bulkCatalogue.load());
beforeEach(() => render(null, document.body));

async function openCell(text: string) {
  const worker = createFakeWorker();
  worker.answer({ 'bulk.readCell': () => ({ text, original: text }), 'bulk.editCell': vi.fn() });
  const model = createPreflightModel(worker.client, 'job-1', { changed: async () => undefined });
  await model.edit(3, 1);
  render(<CellEditor model={model} label="B5" />, document.body);
  const control = await vi.waitUntil(() => document.querySelector<HTMLTextAreaElement>('#bulk-cell'));
  const press = (key: string, init: KeyboardEventInit = {}) =>
    control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  const type = (typed: string) => {
    control.value = typed;
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  return { worker, control, press, type, edited: () => worker.callsOf('bulk.editCell').map((call) => call.text) };
}

it('a cell of several lines keeps them when it is corrected', async () => {
  const { control, press, type, edited } = await openCell('第一行\n第二行\n第三行');
  expect(control.value).toBe('第一行\n第二行\n第三行');
  type(`${control.value}!`);
  expect(press('Enter', { shiftKey: true })).toBe(true);
  expect(edited()).toEqual([]);
  expect(press('Enter')).toBe(false);
  await vi.waitUntil(() => edited().length > 0);
  expect(edited()).toEqual(['第一行\n第二行\n第三行!']);
});

it('a cell of one line stays one, whatever is pasted into it', async () => {
  const { control, press, edited } = await openCell('20191214888');
  expect(control.tagName).toBe('INPUT');
  press('Enter');
  await vi.waitUntil(() => edited().length > 0);
  expect(edited()).toEqual(['20191214888']);
});
