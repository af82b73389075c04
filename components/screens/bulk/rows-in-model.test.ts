import { expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import type { OpenTable } from '@/lib/tables/open-table';
import type { TableOptions } from '@/lib/tables/table';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createRowsInModel, type OpenTableDoor } from './rows-in-model';

function createWorld() {
  const signals: AbortSignal[] = [];
  const asked: (TableOptions | undefined)[] = [];
  let answer = (_table: OpenTable) => {};
  let refuse = (_thrown: AppError) => {};
  const open: OpenTableDoor = (_source, options, signal) => {
    signals.push(signal);
    asked.push(options);
    return new Promise((resolve, reject) => {
      answer = resolve;
      refuse = reject;
      signal.addEventListener('abort', () => reject(new Error('called off')));
    });
  };
  const worker = createFakeWorker();
  const model = createRowsInModel(createFakeApp(worker), 'release-opportunity', open);
  const close = vi.fn();
  const tooWide = new AppError('invalid-input', { reason: 'too-many-columns', path: 'IW1' });
  const table: OpenTable = {
    info: { kind: 'text', encoding: undefined, separator: ',' },
    preview: [['a']],
    nextRows: async () => undefined,
    close,
  };
  const leave = model.start();
  return { worker, model, signals, asked, close, leave, answer: () => answer(table), refuse: () => refuse(tooWide) };
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

it('the last choice of several is what is opened, and nothing is read while it opens', async () => {
  const { model, worker, answer, signals, asked } = createWorld();
  model.take({ text: 'a' });
  answer();
  await vi.waitFor(() => expect(model.opened.value).toBeDefined());
  model.readAs({ separator: ';' });
  model.readAs({ separator: '|' });
  expect(model.asked.value).toEqual({ separator: '|' });
  expect(await model.read()).toBeUndefined();
  expect(worker.calls).toEqual([]);
  await vi.waitFor(() => expect(signals).toHaveLength(3));
  answer();
  await vi.waitFor(() => expect(model.opening.isBusy.value).toBe(false));
  expect(asked).toEqual([undefined, { separator: ';' }, { separator: '|' }]);
  expect(model.asked.value).toBeUndefined();
});

it('a table that cannot be opened in another way stays as it was open, and that is said', async () => {
  const { model, answer, refuse } = createWorld();
  model.take({ text: 'a' });
  answer();
  await vi.waitFor(() => expect(model.opened.value).toBeDefined());
  model.readAs({ sheet: '上周' });
  refuse();
  await vi.waitFor(() => expect(model.opening.error.value?.detail.reason).toBe('too-many-columns'));
  expect([model.asked.value, model.opened.value?.sample]).toEqual([undefined, [['a']]]);
});
