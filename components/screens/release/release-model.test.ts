import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp, createFakeWorker, type FakeWorker } from '@/test/fakes/fake-client';
import { fakeConnection, fakeJob } from '@/test/fakes/fake-state';
import { createReleaseModel } from './release-model';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const id = '20191214888';

async function openForm(worker: FakeWorker = createFakeWorker(), opportunityId = id) {
  const app = createFakeApp(worker);
  const model = createReleaseModel(app, opportunityId);
  const end = model.start();
  await vi.advanceTimersByTimeAsync(0);
  return { app, worker, model, form: model.form, end };
}

describe('a form that opens', () => {
  it('is filled from the page first, then from the settings', async () => {
    const worker = createFakeWorker();
    const context = { opportunityId: id, title: '老王火锅', territory: 'page_territory', rule: 'generic' };
    worker.tab = { state: 'found', granted: true, context };
    const { form, model } = await openForm(worker);
    expect(form.row.value).toEqual({
      opportunity_id: id,
      territory_code: 'page_territory',
      operator_id: 'kyr13386',
      operator_name: '王五',
    });
    expect(model.isIdRead.value).toBe(true);
    expect(model.label.value).toBe('老王火锅');
  });

  it('begins with what the site rule says, before the settings and after the page', async () => {
    const worker = createFakeWorker({ connections: [fakeConnection(), fakeConnection({ id: 'second' })] });
    const release = {
      operation: 'release-opportunity',
      connection: 'second',
      defaults: { territory_code: 'of_site', operator_name: '李四', memo: '联系不上', opportunity_id: '666' },
    };
    const context = { opportunityId: id, rule: 'own' };
    worker.tab = { state: 'found', granted: true, context, operations: [release] };
    const { form, model } = await openForm(worker);
    expect(form.row.value).toEqual({
      opportunity_id: id,
      memo: '联系不上',
      territory_code: 'of_site',
      operator_id: 'kyr13386',
      operator_name: '李四',
    });
    expect(model.connectionId.value).toBe('second');
    model.chosenConnection.value = 'top';
    expect(model.connectionId.value).toBe('top');
  });

  it('takes another connection where the one of the site rule is gone', async () => {
    const worker = createFakeWorker();
    const operations = [{ operation: 'release-opportunity', connection: 'gone' }];
    worker.tab = { state: 'found', granted: true, context: { opportunityId: id, rule: 'own' }, operations };
    expect((await openForm(worker)).model.connectionId.value).toBe(fakeConnection().id);
  });

  it('takes nothing from a page about another opportunity', async () => {
    const worker = createFakeWorker();
    worker.tab = {
      state: 'found',
      granted: true,
      context: { opportunityId: '1', territory: 'other', rule: 'generic' },
    };
    const { form, model } = await openForm(worker);
    expect(form.fields.territory_code.value).toBe('keruyun_POS_2019');
    expect(model.isIdRead.value).toBe(false);
  });

  it('is usable when neither draft nor page can be read', async () => {
    const worker = createFakeWorker();
    const fail = () => {
      throw new AppError('bug');
    };
    worker.answer({ 'draft.read': fail, 'tab.read': fail });
    const { model, form } = await openForm(worker);
    expect(model.isReady.value).toBe(true);
    expect(form.isValid.value).toBe(true);
  });

  it('says at once that what was clicked is no id', async () => {
    const { form } = await openForm(createFakeWorker(), '商机 12');
    expect(form.issueOf('opportunity_id')).toBe('not-an-id');
  });

  it('shows the job instead when one is at work on the same opportunity', async () => {
    const { model } = await openForm(createFakeWorker({ jobs: [fakeJob({ id: 'j' })] }));
    expect(model.job.value).toEqual({ jobId: 'j', wasThere: true });
  });
});

it('shows no job of another company’s opportunity of the same number', async () => {
  const connections = [fakeConnection(), fakeConnection({ id: 'second' })];
  const worker = createFakeWorker({ connections, jobs: [fakeJob({ id: 'of-first' })] });
  const operations = [{ operation: 'release-opportunity', connection: 'second' }];
  worker.tab = { state: 'found', granted: true, context: { opportunityId: id, rule: 'own' }, operations };
  expect((await openForm(worker)).model.job.value).toBeUndefined();
});

describe('a draft', () => {
  it('is written down behind the typing, with one intention from first to last', async () => {
    const { worker, form } = await openForm();
    form.note.value = '建议';
    await vi.advanceTimersByTimeAsync(200);
    form.note.value = '建议明年再跟';
    await vi.advanceTimersByTimeAsync(300);
    form.reason.value = '已用竞品';
    await vi.advanceTimersByTimeAsync(300);
    const saved = worker.callsOf('draft.save').map(({ draft }) => [draft.intentId, draft.values.memo]);
    expect(saved).toEqual([
      ['INTENT0002', '建议明年再跟'],
      ['INTENT0002', '已用竞品，建议明年再跟'],
    ]);
  });

  it('is not made by opening a form and leaving it', async () => {
    const { worker, end } = await openForm();
    await vi.advanceTimersByTimeAsync(1000);
    end();
    expect(worker.drafts.size).toBe(0);
  });

  it('loses nothing when the popup closes in the middle of a word', async () => {
    const { worker, model, form } = await openForm();
    form.note.value = '建议';
    model.saveNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(worker.drafts.get(`release:${id}`)?.values.memo).toBe('建议');
  });

  it('comes back whole, cleared fields too, under its own intention', async () => {
    const worker = createFakeWorker();
    const values = {
      opportunity_id: id,
      memo: '联系不上，三次',
      territory_code: '',
      operator_id: 'a',
      operator_name: 'b',
    };
    worker.drafts.set(`release:${id}`, { intentId: 'THE-DRAFT', values, source: 'context-menu', label: '老王' });
    const { model, form } = await openForm(worker);
    expect(model.isDraftRestored.value).toBe(true);
    expect([form.reason.value, form.note.value]).toEqual(['联系不上', '三次']);
    expect(form.fields.territory_code.value).toBe('');
    form.fields.territory_code.value = 't';
    await model.submit();
    expect(worker.callsOf('job.create')).toMatchObject([
      { intentId: 'THE-DRAFT', source: 'context-menu', label: '老王', rows: [{ memo: '联系不上，三次' }] },
    ]);
  });

  it('is gone, and the form as new, once it is cleared', async () => {
    const { worker, model, form } = await openForm();
    form.note.value = '建议';
    await vi.advanceTimersByTimeAsync(300);
    await model.clear();
    expect(worker.drafts.size).toBe(0);
    expect(form.note.value).toBe('');
  });
});

describe('submitting', () => {
  it('twice at once makes one job', async () => {
    const { worker, model } = await openForm();
    await Promise.all([model.submit(), model.submit()]);
    await model.submit();
    expect(worker.callsOf('job.create')).toHaveLength(1);
    expect(model.job.value).toEqual({ jobId: 'job-1', wasThere: false });
  });

  it('names the first faulty field, shows every fault and sends nothing', async () => {
    const { worker, model, form } = await openForm(createFakeWorker({ operator: { id: '', name: '' } }));
    form.fields.ext_info.value = '[1]';
    expect(form.shownIssues.value).toBe(0);
    expect(await model.submit()).toBe('operator_id');
    expect([form.issueOf('operator_id'), form.issueOf('ext_info')]).toEqual(['required', 'not-a-json-object']);
    expect(worker.callsOf('job.create')).toEqual([]);
  });

  it('while locked says so, keeps everything, and goes through after unlocking under the same intention', async () => {
    const { worker, model, form } = await openForm(createFakeWorker({ vault: { state: 'locked', mode: 'device' } }));
    form.note.value = '建议';
    await model.submit();
    expect(model.submitting.error.value?.code).toBe('locked');
    await vi.advanceTimersByTimeAsync(300);
    expect(worker.drafts.get(`release:${id}`)?.values.memo).toBe('建议');
    worker.change({ vault: { state: 'unlocked', mode: 'device' } });
    await model.submit();
    const intents = worker.callsOf('job.create').map(({ intentId }) => intentId);
    expect(new Set(intents).size).toBe(1);
    expect(model.job.value?.wasThere).toBe(false);
  });

  it('for what is at work in another window shows that job', async () => {
    const { worker, model } = await openForm();
    worker.answer({ 'job.create': () => ({ jobId: 'theirs', created: false }) });
    await model.submit();
    expect(model.job.value).toEqual({ jobId: 'theirs', wasThere: true });
  });

  it('does not save the draft again after it became a job', async () => {
    const { worker, model, form } = await openForm();
    form.note.value = '建议';
    await model.submit();
    await vi.advanceTimersByTimeAsync(1000);
    expect(
      worker.calls.map(({ name }) => name).filter((name) => name === 'draft.save' || name === 'job.create'),
    ).toEqual(['draft.save', 'job.create']);
  });

  it('whose intention another window used stays as it was typed, for another one', async () => {
    const { worker, model, form } = await openForm();
    form.note.value = '这里的';
    worker.answer({
      'job.create': () => {
        throw new AppError('conflict', { reason: 'intent-used', overlap: { jobId: 'job-9', rows: [] } });
      },
    });
    await model.submit();
    expect([model.job.value, form.memo.value]).toEqual([undefined, '这里的']);
    model.renew();
    expect(model.submitting.error.value).toBeUndefined();
    await model.submit();
    const [before, after] = worker.callsOf('job.create');
    expect(after).toMatchObject({ rows: before?.rows });
    expect(after?.intentId).not.toBe(before?.intentId);
  });

  it('goes through the connection that was chosen, and is kept with it', async () => {
    const connections = [fakeConnection(), fakeConnection({ id: 'second', name: '第二' })];
    const first = await openForm(createFakeWorker({ connections }));
    const end = first.model.start();
    await vi.advanceTimersByTimeAsync(1000);
    expect(first.model.connectionId.value).toBe('top');
    first.model.chosenConnection.value = 'second';
    end();
    const { worker, model } = await openForm(first.worker);
    await model.submit();
    expect(worker.callsOf('job.create')).toMatchObject([{ connectionId: 'second' }]);
  });
});

describe('the preview', () => {
  it('is asked for only while it is looked at, and follows the form', async () => {
    const { worker, model, form } = await openForm();
    expect(worker.callsOf('job.preview')).toEqual([]);
    model.preview.isOpen.value = true;
    await vi.advanceTimersByTimeAsync(0);
    form.note.value = '建议';
    await vi.advanceTimersByTimeAsync(300);
    expect(worker.callsOf('job.preview').map(({ rows }) => rows[0]?.memo)).toEqual([undefined, '建议']);
    expect(JSON.stringify(model.preview.preview.value)).toContain('建议');
  });

  it('is taken away while the form has errors', async () => {
    const { model, form } = await openForm();
    model.preview.isOpen.value = true;
    await vi.advanceTimersByTimeAsync(0);
    form.fields.operator_id.value = '';
    expect(model.preview.preview.value).toBeUndefined();
  });

  it('never shows an answer to an earlier form', async () => {
    const { worker, model, form } = await openForm();
    let answerFirst: (() => void) | undefined;
    const slow = { endpoint: 'https://old.example', lines: [], requests: 1 };
    worker.answer({ 'job.preview': () => new Promise((resolve) => (answerFirst = () => resolve(slow))) });
    model.preview.isOpen.value = true;
    await vi.advanceTimersByTimeAsync(0);
    form.note.value = '建议';
    answerFirst?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(model.preview.preview.value).toBeUndefined();
  });
});

it('shows what it would send where a policy asks for that first', async () => {
  const worker = createFakeWorker();
  worker.answer({
    'job.create': () => {
      throw new AppError('not-allowed', { reason: 'dry-run-required' });
    },
  });
  const { model } = await openForm(worker);
  await model.submit();
  expect(model.preview.isOpen.value).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(model.preview.preview.value).toBeDefined();
});
