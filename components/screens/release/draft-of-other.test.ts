import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeApp, createFakeWorker, type FakeWorker } from '@/test/fakes/fake-client';
import { fakeConnection } from '@/test/fakes/fake-state';
import { createReleaseModel } from './release-model';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const id = '20191214888';

async function openForm(worker: FakeWorker, opportunityId = id) {
  const model = createReleaseModel(createFakeApp(worker), opportunityId);
  model.start();
  await vi.advanceTimersByTimeAsync(0);
  return { worker, model, form: model.form };
}

describe('a draft whose id was corrected', () => {
  const values = { opportunity_id: '222', memo: '联系不上', territory_code: 't', operator_id: 'a', operator_name: 'b' };
  const draft = { intentId: 'THE-DRAFT', values, source: 'panel' as const };

  function besidePage() {
    const worker = createFakeWorker();
    worker.tab = { state: 'found', granted: true, context: { opportunityId: id, title: '老王火锅', rule: 'generic' } };
    worker.drafts.set(`release:${id}`, draft);
    return worker;
  }

  it('is never submitted by the form of the opportunity that it was opened for', async () => {
    const { worker, model, form } = await openForm(besidePage());
    expect(form.fields.opportunity_id.value).toBe(id);
    expect([form.memo.value, model.isDraftRestored.value]).toEqual(['', false]);
    await model.submit();
    expect(worker.callsOf('job.create')).toMatchObject([{ rows: [{ opportunity_id: id }], label: '老王火锅' }]);
  });

  it('is kept under its own id, and the form says so', async () => {
    const { worker, model } = await openForm(besidePage());
    expect(model.otherDraftId.value).toBe('222');
    expect([...worker.drafts]).toEqual([['release:222', draft]]);
    const own = await openForm(worker, '222');
    expect([own.model.isDraftRestored.value, own.form.memo.value]).toEqual([true, '联系不上']);
    expect(own.model.otherDraftId.value).toBeUndefined();
  });

  it('stays where it is while another is kept under that id', async () => {
    const worker = besidePage();
    const theirs = { ...draft, intentId: 'ANOTHER-1' };
    worker.drafts.set('release:222', theirs);
    await openForm(worker);
    expect(Object.fromEntries(worker.drafts)).toEqual({ [`release:${id}`]: draft, 'release:222': theirs });
  });

  it('counts as the page’s where the id was only emptied', async () => {
    const worker = besidePage();
    worker.drafts.set(`release:${id}`, { ...draft, values: { ...values, opportunity_id: ' ' } });
    const { form, model } = await openForm(worker);
    expect(model.otherDraftId.value).toBeUndefined();
    expect([form.memo.value, form.fields.opportunity_id.value]).toEqual(['联系不上', id]);
    expect(model.isIdRead.value).toBe(true);
  });
});

describe('a page that answers late', () => {
  async function openSlowly() {
    const worker = createFakeWorker();
    let answer: () => void = () => undefined;
    const context = { opportunityId: id, title: '老王火锅', territory: 'of_page', rule: 'generic' };
    const operations = [{ operation: 'release-opportunity', connection: 'second' }];
    worker.change({ connections: [fakeConnection(), fakeConnection({ id: 'second' })] });
    worker.answer({
      'tab.read': () =>
        new Promise((resolve) => {
          answer = () => resolve({ state: 'found', granted: true, context, operations });
        }),
    });
    const { model, form } = await openForm(worker);
    await vi.advanceTimersByTimeAsync(300);
    return {
      model,
      form,
      answer: async () => {
        answer();
        await vi.advanceTimersByTimeAsync(0);
      },
    };
  }

  it('fills what nobody has typed over', async () => {
    const { model, form, answer } = await openSlowly();
    await answer();
    expect([model.isIdRead.value, form.fields.territory_code.value]).toEqual([true, 'of_page']);
    expect(model.connectionId.value).toBe('second');
  });

  it('says nothing to a form about another opportunity, whose id stays in sight', async () => {
    const { model, form, answer } = await openSlowly();
    form.fields.opportunity_id.value = '222';
    await answer();
    expect([model.isIdRead.value, model.label.value, model.connectionId.value]).toEqual([false, undefined, 'top']);
    expect(form.fields.territory_code.value).toBe('keruyun_POS_2019');
  });
});
