import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeConnection } from '@/test/fakes/fake-state';
import { createCardsModel } from './cards-model';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function openForm(app = createFakeApp()) {
  const model = createCardsModel(app);
  const end = model.start();
  await vi.advanceTimersByTimeAsync(0);
  return { app, worker: app.worker, model, form: model.form, end };
}

async function fillIn({ form }: Awaited<ReturnType<typeof openForm>>): Promise<void> {
  form.paste('0042 9007199254740993');
  form.shared.value('brand_id').value = ' 3396912 ';
  form.shared.value('out_shop_id').value = '35663464';
}

it('begins with the operator of the settings and asks for the rest at its fields', async () => {
  const { model, form, worker } = await openForm();
  expect(form.shared.value('operator_id').value).toBe(worker.state.value.operator.id);
  expect(await model.submit()).toBe('cards-entry');
  expect(form.shared.issueOf('brand_id')).toMatchObject({ reason: 'one-of-required', others: ['out_brand_id'] });
  expect(form.shared.issueOf('shop_id')).toMatchObject({ reason: 'one-of-required', others: ['out_shop_id'] });
  expect(form.isCardMissing.value).toBe(true);
  expect(worker.callsOf('job.create')).toEqual([]);
});

it('becomes one job of a row a card, however often it is confirmed', async () => {
  const opened = await openForm();
  await fillIn(opened);
  const { model, worker } = opened;
  await Promise.all([model.submit(), model.submit()]);
  expect(worker.callsOf('job.create')).toEqual([
    {
      operation: 'sell-cards',
      connectionId: worker.state.value.connections[0]?.id,
      intentId: model.intentId.value,
      source: 'popup',
      shared: { brand_id: '3396912', out_shop_id: '35663464', operator_id: worker.state.value.operator.id },
      rows: [{ physical_card_ids: '0042' }, { physical_card_ids: '9007199254740993' }],
    },
  ]);
  expect(model.job.value).toMatchObject({ wasThere: false });
});

it('takes along what still stands in the field, and stays where that is no card', async () => {
  const opened = await openForm();
  await fillIn(opened);
  opened.form.entry.value = '777';
  await opened.model.submit();
  expect(opened.worker.callsOf('job.create')[0]?.rows).toHaveLength(3);

  const other = await openForm();
  await fillIn(other);
  other.form.entry.value = 'a=b';
  expect(await other.model.submit()).toBe('cards-entry');
  expect(other.worker.callsOf('job.create')).toEqual([]);
});

it('keeps what could not be added apart from what is scanned next, and over closing', async () => {
  const opened = await openForm();
  opened.form.paste(Array.from({ length: 1500 }, (_, at) => `6600${at}`).join('\n'));
  opened.form.cards.remove('66000', '66001');
  opened.form.entry.value += '66=1';
  opened.form.addEntry();
  expect(opened.form.cards.ids.value.slice(-2)).toEqual(['6600500', '6600501']);
  opened.form.take('a=b');
  const standing = opened.form.entry.value;
  expect(standing.split(/\s+/)).toEqual(expect.arrayContaining(['66=1', '6600502', '66001499', 'a=b']));
  opened.end();
  const again = await openForm(opened.app);
  expect(again.form.entry.value).toBe(standing);
});

it('keeps what was entered under the same intention until it is submitted or cleared', async () => {
  const opened = await openForm();
  await fillIn(opened);
  opened.end();
  const again = await openForm(opened.app);
  expect(again.model.isDraftRestored.value).toBe(true);
  expect(again.model.intentId.value).toBe(opened.model.intentId.value);
  expect(again.form.cards.ids.value).toEqual(['0042', '9007199254740993']);
  await again.model.clear();
  expect(again.form.cards.ids.value).toEqual([]);
  expect(again.worker.drafts.size).toBe(0);
});

it('begins another batch at the same shop under a new intention', async () => {
  const opened = await openForm();
  await fillIn(opened);
  await opened.model.submit();
  const before = opened.model.intentId.value;
  opened.model.startAnother();
  expect(opened.model.job.value).toBeUndefined();
  expect(opened.model.intentId.value).not.toBe(before);
  expect(opened.form.cards.ids.value).toEqual([]);
  expect(opened.form.shared.value('out_shop_id').value).toBe('35663464');
});

it('shows what it would send where a policy asks for that first, and sends just that afterwards', async () => {
  const opened = await openForm();
  await fillIn(opened);
  const { model, worker } = opened;
  const refuse = () => {
    throw new AppError('not-allowed', { reason: 'dry-run-required' });
  };
  worker.answer({ 'job.create': refuse });
  await model.submit();
  expect(model.preview.isOpen.value).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  const [{ source: _, ...asked } = {}] = worker.callsOf('job.create') as Partial<{ source: string }>[];
  expect(worker.callsOf('job.preview')).toEqual([asked]);
  worker.answer({ 'job.create': () => ({ jobId: 'job-1', created: true }) });
  await model.submit();
  expect(model.job.value).toEqual({ jobId: 'job-1', wasThere: false });
});

/** As the worker refuses what another job has, in part or under the same intention. */
function refusal(reason: string, rows: number[]): () => never {
  return () => {
    throw new AppError('conflict', { reason, overlap: { jobId: 'job-9', rows } });
  };
}

it('stays a form where a card is at work, and one press takes out just that one, whatever was changed since', async () => {
  const opened = await openForm();
  const { model, worker, form } = opened;
  await fillIn(opened);
  form.paste('777 888');
  worker.answer({ 'job.create': refusal('rows-at-work', [1, 3]) });
  await model.submit();
  expect(model.job.value).toBeUndefined();
  form.cards.remove('0042');
  expect(model.overlap.value.map((place) => form.cards.ids.value[place])).toEqual(['9007199254740993', '888']);
  const before = model.intentId.value;
  model.resolve();
  expect(form.cards.ids.value).toEqual(['777']);
  expect([model.intentId.value, model.submitting.error.value]).toEqual([before, undefined]);
});

it('whose intention another window used keeps what it holds, and is another intention without what was submitted', async () => {
  const opened = await openForm();
  const { model, worker, form } = opened;
  await fillIn(opened);
  const before = model.intentId.value;
  worker.answer({ 'job.create': refusal('intent-used', [0]) });
  await model.submit();
  await vi.advanceTimersByTimeAsync(1000);
  expect(form.cards.ids.value).toEqual(['0042', '9007199254740993']);
  expect(worker.drafts.get('cards')).toMatchObject({ intentId: before, rows: [{}, {}] });
  model.resolve();
  await vi.advanceTimersByTimeAsync(1000);
  expect(worker.callsOf('job.create')).toHaveLength(1);
  expect(model.intentId.value).not.toBe(before);
  const rows = [{ physical_card_ids: '9007199254740993' }];
  expect(worker.drafts.get('cards')).toMatchObject({ intentId: model.intentId.value, rows });
});

it('keeps no draft of what is being submitted', async () => {
  const opened = await openForm();
  const { model, worker, form } = opened;
  await fillIn(opened);
  let answer = () => {};
  worker.answer({
    'job.create': () => new Promise((done) => (answer = () => done({ jobId: 'job-1', created: true }))),
  });
  const submitting = model.submit();
  form.shared.value('operator_id').value = 'typed on';
  await vi.advanceTimersByTimeAsync(1000);
  answer();
  await submitting;
  await vi.advanceTimersByTimeAsync(1000);
  // What was entered until then is on disk before it is asked for, and nothing afterwards.
  expect(worker.callsOf('draft.save').map(({ draft }) => draft.values.operator_id)).toEqual(['kyr13386']);
  const names = worker.calls.map(({ name }) => name).filter((name) => name === 'draft.save' || name === 'job.create');
  expect(names).toEqual(['draft.save', 'job.create']);
});

describe('with two connections', () => {
  const connections = [fakeConnection(), fakeConnection({ id: 'second', name: '第二' })];

  it('is kept with the one that was chosen, though nothing else was entered', async () => {
    const opened = await openForm(createFakeApp(createFakeWorker({ connections })));
    expect(opened.model.connectionId.value).toBe('top');
    opened.model.chosenConnection.value = 'second';
    opened.end();
    const again = await openForm(opened.app);
    expect(again.model.connectionId.value).toBe('second');
    again.worker.change({ connections: connections.slice(0, 1) });
    expect(again.model.connectionId.value).toBeUndefined();
  });
});
