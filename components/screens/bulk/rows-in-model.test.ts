import { expect, it, vi } from 'vitest';
import type { OpenTable } from '@/lib/tables/open-table';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createRowsInModel, type OpenTableDoor } from './rows-in-model';

function createWorld() {
  const signals: AbortSignal[] = [];
  let answer = (_table: OpenTable) => {};
  const open: OpenTableDoor = (_source, _options, signal) => {
    signals.push(signal);
    return new Promise((resolve, reject) => {
      answer = resolve;
      signal.addEventListener('abort', () => reject(new Error('called off')));
    });
  };
  const model = createRowsInModel(createFakeApp(createFakeWorker()), 'release-opportunity', open);
  const close = vi.fn();
  const table: OpenTable = {
    info: { kind: 'text', encoding: undefined, separator: ',' },
    preview: [['a']],
    nextRows: async () => undefined,
    close,
  };
  return { model, signals, close, leave: model.start(), answer: () => answer(table) };
}

it('leaving ends the opening of a table, and that is no failure', async () => {
  const { model, signals, leave } = createWorld();
  model.take({ text: 'a' });
  leave();
  await vi.waitFor(() => expect(model.opening.isBusy.value).toBe(false));
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  expect([model.opening.error.value, model.opened.value]).toEqual([undefined, undefined]);
});

it('a table that opened just as it was called off is closed', async () => {
  const { model, answer, close } = createWorld();
  model.take({ text: 'a' });
  answer();
  model.putAway();
  await vi.waitFor(() => expect(model.opening.isBusy.value).toBe(false));
  expect(model.opened.value).toBeUndefined();
  expect(close).toHaveBeenCalledOnce();
});

it('a table that is called off leaves room for the next', async () => {
  const { model, answer, close, leave } = createWorld();
  model.take({ text: 'a' });
  model.putAway();
  await vi.waitFor(() => expect(model.opening.isBusy.value).toBe(false));
  model.take({ text: 'b' });
  answer();
  await vi.waitFor(() => expect(model.opened.value?.sample).toEqual([['a']]));
  expect(close).not.toHaveBeenCalled();
  leave();
  expect(close).toHaveBeenCalledOnce();
});
