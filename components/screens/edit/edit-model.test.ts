import { describe, expect, it } from 'vitest';
import { halfTyped } from '@/components/ui/half-typed';
import { AppError } from '@/lib/errors/app-error';
import type { CallInput } from '@/lib/messages/extension-contract';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeConnection } from '@/test/fakes/fake-state';
import { createEditModel } from './edit-model';

const crm = {
  id: 'crm',
  platform: 'ikcrm',
  name: '励销云',
  baseUrl: 'https://lxcrm.weiwenjia.com/',
  hasToken: true,
  permitted: true,
} as const;

const opportunity = {
  id: '9007199254740993',
  values: { title: '老王火锅', customer_id: '9007199254740995', note: '旧', expect_amount: '20000.0', stage: '3514' },
  hidden: ['customer_requirement'],
  labels: { stage: '谈判/合同' },
  custom: {},
  contacts: [],
};
const maps = [{ field: 'stage', options: [{ value: '3511', label: '初步接洽', isEnabled: true }] }];

function createWorld() {
  const worker = createFakeWorker({ connections: [fakeConnection(), crm] });
  const asked: CallInput<'crm.edit'>[] = [];
  worker.answer({
    'crm.read': () => ({ opportunity, knowledge: { maps, groups: [], readAt: 1 } }),
    'crm.edit': (input) => {
      asked.push(input);
      return { jobId: 'job-1', created: true };
    },
  });
  return { asked, worker, model: createEditModel(createFakeApp(worker), opportunity.id) };
}

async function createRead() {
  const world = createWorld();
  await world.model.read();
  return world;
}

describe('the edit of an opportunity', () => {
  it('goes through the CRM’s connection and never through the open platform’s', async () => {
    const { model } = createWorld();
    expect(model.connections.value).toEqual([crm]);
    expect(model.connectionId.value).toBe('crm');
  });

  it('asks only for what was changed, with the record as it was seen', async () => {
    const { model, asked } = await createRead();
    model.form.set('note', '新');
    model.form.set('expect_amount', '20000');
    expect(await model.save()).toBeUndefined();
    expect(model.form.changes.value.map(({ field }) => field)).toEqual(['note']);
    expect(asked).toMatchObject([
      { connectionId: 'crm', before: opportunity, wanted: { note: '新' }, origin: 'person' },
    ]);
    expect(model.job.value).toEqual({ jobId: 'job-1', operation: 'update-opportunity' });
  });

  it('takes half a day neither for an empty one nor for none, and does not keep it', async () => {
    const { model, asked, worker } = await createRead();
    const end = model.start();
    model.form.set('expect_sign_date', halfTyped);
    expect(await model.save()).toBe('edit-expect_sign_date');
    expect(model.form.issueOf('expect_sign_date')).toBe('not-a-date');
    model.form.reset('expect_sign_date');
    model.followUp.fill({ content: '已致电', remindAt: halfTyped });
    expect(await model.save()).toBe('follow-up-remindAt');
    end();
    expect(asked).toEqual([]);
    expect(JSON.stringify([...worker.drafts.values()])).toContain('已致电');
    expect(JSON.stringify([...worker.drafts.values()])).not.toContain(halfTyped);
  });

  it('sends nothing without a change, nor with a faulty one, and names the field', async () => {
    const { model, asked } = await createRead();
    await model.save();
    model.form.set('expect_amount', '两万');
    expect(await model.save()).toBe('edit-expect_amount');
    model.form.reset('expect_amount');
    model.form.set('title', '');
    expect(await model.save()).toBe('edit-title');
    model.form.reset('title');
    model.form.set('customer_requirement', '写在遮住的内容上');
    expect(await model.save()).toBe('edit-customer_requirement');
    expect(asked).toEqual([]);
  });

  it('keeps the option that the record holds, though the company no longer lists it', async () => {
    const { model } = await createRead();
    model.form.set('stage', '3511');
    model.form.set('stage', '3514');
    expect(model.form.changes.value).toEqual([]);
    expect(model.form.issues.value).toEqual([]);
  });

  it('makes one job of a double click', async () => {
    const { model, asked } = await createRead();
    model.form.set('note', '新');
    await Promise.all([model.save(), model.save()]);
    expect(asked).toHaveLength(1);
  });

  it('shows its requests where a policy asks for that first', async () => {
    const { model, worker } = await createRead();
    worker.answer({
      'crm.edit': () => {
        throw new AppError('not-allowed', { reason: 'dry-run-required' });
      },
    });
    model.form.set('note', '新');
    await model.save();
    expect(model.isPreviewOpen.value).toBe(true);
    expect(model.saving.error.value?.detail.reason).toBe('dry-run-required');
  });
});
