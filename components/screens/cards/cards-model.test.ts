import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp } from '@/test/fakes/fake-client';
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
