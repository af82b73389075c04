import { afterEach, expect, it, vi } from 'vitest';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { createPageMovedModel } from './page-moved-model';
import { pressedOn } from './pressed-on';

const id = '20191214888';
const next = { opportunityId: '20191214889', title: '新店', rule: 'generic' };

afterEach(() => {
  pressedOn.value = undefined;
});

/** A form about `id`, beside a page about what is told. */
function open(opportunityId: string | undefined) {
  const worker = createFakeWorker();
  let tell: () => void = () => undefined;
  const show = async (context: { opportunityId: string; rule: string } | undefined, origin?: string) => {
    worker.tab = context ? { state: 'found', granted: true, origin, context } : { state: 'none', granted: true };
    tell();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const watchActiveTab = (listener: () => void) => {
    tell = listener;
    return () => undefined;
  };
  const model = createPageMovedModel(createFakeApp(worker, { ports: { watchActiveTab } }), id);
  model.start();
  return { worker, model, show, opened: show(opportunityId ? { opportunityId, rule: 'generic' } : undefined) };
}

it('asks nothing while the page stays with the opportunity, or shows none', async () => {
  const { model, show, opened } = open(id);
  await opened;
  await show(undefined);
  expect([model.other.value, model.mustAsk()]).toEqual([undefined, false]);
});

it('says what the page is about now and asks, once for each', async () => {
  const { model, show, opened } = open(id);
  await opened;
  await show(next);
  expect(model.other.value?.context).toEqual(next);
  expect(model.mustAsk()).toBe(true);
  model.confirm();
  expect(model.mustAsk()).toBe(false);
  await show({ ...next, opportunityId: '5' });
  expect(model.mustAsk()).toBe(true);
  await show({ ...next, opportunityId: id });
  expect(model.mustAsk()).toBe(false);
});

it('asks where the page went on between the press and the form', async () => {
  pressedOn.value = { opportunityId: id };
  const { model, opened } = open(next.opportunityId);
  await opened;
  expect(model.mustAsk()).toBe(true);
});

it('asks where the page went on to the same number on another site', async () => {
  const { model, show, opened } = open(undefined);
  await opened;
  const same = { opportunityId: id, rule: 'generic' };
  await show(same, 'https://a.example.com');
  expect(model.mustAsk()).toBe(false);
  await show(same, 'https://b.example.com');
  expect([model.other.value?.origin, model.mustAsk()]).toEqual(['https://b.example.com', true]);
  model.confirm();
  expect(model.mustAsk()).toBe(false);
  await show(same, 'https://c.example.com');
  expect(model.mustAsk()).toBe(true);
  await show(same, 'https://a.example.com');
  expect(model.mustAsk()).toBe(false);
});

it('asks where the button was pressed on another site’s opportunity of that number', async () => {
  pressedOn.value = { opportunityId: id, origin: 'https://a.example.com' };
  const { model, show } = open(undefined);
  await show({ opportunityId: id, rule: 'generic' }, 'https://b.example.com');
  expect(model.mustAsk()).toBe(true);
});

it('asks nothing of a form that was opened for an id that no page showed', async () => {
  pressedOn.value = { opportunityId: '1' };
  const { model, opened } = open(next.opportunityId);
  await opened;
  expect(model.mustAsk()).toBe(false);
});

it('asks nothing where the page cannot be read', async () => {
  const { worker, model, show, opened } = open(id);
  await opened;
  const answer = vi.fn<() => Promise<never>>().mockRejectedValue(new Error('gone'));
  worker.answer({ 'tab.read': answer });
  await show(next);
  expect([answer.mock.calls.length, model.mustAsk()]).toEqual([1, false]);
});
