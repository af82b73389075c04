import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import type { CallInput, CallOutput } from '@/lib/messages/extension-contract';
import { createFakeApp, createFakeWorker } from '@/test/fakes/fake-client';
import { fakeJob } from '@/test/fakes/fake-state';
import { fromDraft, toDraft } from './edit-draft';
import { createEditModel } from './edit-model';

const crm: IkcrmConnectionSummary = {
  ...{ id: 'crm', platform: 'ikcrm', name: '励销云', baseUrl: 'https://lxcrm.weiwenjia.com/' },
  ...{ hasToken: true, permitted: true },
};
const other = { ...crm, id: 'other', name: '另一家' };
const id = '9007199254740993';
const scope = `edit:${id}:crm`;
const values = { title: '老王火锅', customer_id: '9007199254740995', note: '旧', stage: '3514' };
const maps = ['3511', '3512', '3514'].map((value) => ({ value, label: value, isEnabled: true }));

/** A worker with one record, and as many visits to its form as are opened. */
function createWorld() {
  const worker = createFakeWorker({ connections: [crm, other] });
  const operations = [{ operation: 'update-opportunity', connection: 'crm' }];
  worker.tab = { state: 'found', granted: true, context: { opportunityId: id, rule: 'own' }, operations };
  const record: CallOutput<'crm.read'>['opportunity'] = {
    ...{ id, values: { ...values }, hidden: [], labels: {}, custom: {}, contacts: [] },
  };
  const edits: CallInput<'crm.edit'>[] = [];
  const followUps: CallInput<'crm.followUp'>[] = [];
  worker.answer({
    'crm.read': () => ({
      opportunity: record,
      knowledge: { maps: [{ field: 'stage', options: maps }], groups: [], readAt: 1 },
    }),
    'crm.edit': (input) => {
      edits.push(input);
      return { jobId: 'job-1', created: true };
    },
    'crm.followUp': (input) => {
      followUps.push(input);
      return { jobId: 'job-2', created: true };
    },
    'crm.preview': () => ({ requests: [] }),
  });
  const visit = async () => {
    const model = createEditModel(createFakeApp(worker), id);
    const end = model.start();
    await vi.advanceTimersByTimeAsync(0);
    return { model, end };
  };
  const change = (set: Record<string, string>) => Object.assign(record.values, set);
  return { worker, visit, change, edits, followUps };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = () => vi.advanceTimersByTimeAsync(1000);

describe('what is typed and not saved', () => {
  it('is there when the form opens again, follow-up and all, and says so', async () => {
    const { visit, worker } = createWorld();
    const first = await visit();
    first.model.form.set('note', '长'.repeat(9001));
    first.model.followUp.set('content', '已致电');
    // Closed before the keeper got to it.
    first.end();
    expect(worker.drafts.has(scope)).toBe(true);
    const { model } = await visit();
    expect(model.form.textOf('note')).toBe('长'.repeat(9001));
    expect(model.followUp.textOf('content')).toBe('已致电');
    expect([model.kept.isRestored.value, model.kept.conflicts.value]).toEqual([true, []]);
  });

  it('stays where another window’s job is shown, and is held against the record that became of it', async () => {
    const { visit, worker, change } = createWorld();
    const { model } = await visit();
    model.form.set('note', '新');
    model.form.set('title', '老王');
    worker.answer({ 'crm.edit': () => ({ jobId: 'job-9', created: false }) });
    await model.save();
    expect(model.job.value?.jobId).toBe('job-9');
    await settle();
    expect(worker.drafts.has(scope)).toBe(true);
    change({ note: '同事的' });
    model.goOn();
    await settle();
    expect(model.form.textOf('title')).toBe('老王');
    expect(model.kept.conflicts.value).toMatchObject([{ field: 'note', before: '旧', theirs: '同事的', yours: '新' }]);
  });

  it('stays where another window used its intention, and one press makes it another one', async () => {
    const { visit, worker, edits } = createWorld();
    const { model } = await visit();
    model.form.set('note', '新');
    const intentId = model.kept.intentId();
    worker.answer({
      'crm.edit': (input) => {
        edits.push(input);
        if (input.intentId !== intentId) return { jobId: 'job-2', created: true };
        throw new AppError('conflict', { reason: 'intent-used', overlap: { jobId: 'job-9', rows: [] } });
      },
    });
    await model.save();
    expect([model.job.value, model.form.textOf('note')]).toEqual([undefined, '新']);
    await model.renew();
    await settle();
    expect(worker.drafts.get(scope)?.intentId).toBe(model.kept.intentId());
    await model.save();
    expect(model.job.value?.jobId).toBe('job-2');
    expect(edits.map(({ wanted }) => wanted)).toEqual([{ note: '新' }, { note: '新' }]);
  });

  it('is kept by connection', async () => {
    const { visit, worker } = createWorld();
    const { model } = await visit();
    model.form.set('note', '新');
    model.chooseConnection('other');
    await settle();
    expect(model.form.textOf('note')).toBe('旧');
    expect([...worker.drafts.keys()]).toEqual([scope]);
    model.chooseConnection('crm');
    await settle();
    expect(model.form.textOf('note')).toBe('新');
  });

  it('is gone once it is put back, discarded, or a job', async () => {
    const { visit, worker, edits } = createWorld();
    const { model } = await visit();
    expect(worker.callsOf('draft.save')).toEqual([]);
    model.form.set('note', '新');
    await settle();
    model.form.reset('note');
    await settle();
    expect(worker.drafts.size).toBe(0);
    model.followUp.set('content', '已致电');
    await settle();
    await model.discard();
    expect([worker.drafts.size, model.followUp.followUp.value]).toEqual([0, undefined]);
    model.form.set('note', '新');
    await settle();
    const kept = worker.drafts.get(scope)?.intentId;
    await model.save();
    expect(edits.map(({ intentId }) => intentId)).toEqual([kept]);
  });

  it('is held against a record that changed meanwhile, field by field, before it may be saved', async () => {
    const { visit, change, edits } = createWorld();
    const first = await visit();
    first.model.form.set('note', '我的');
    first.model.form.set('title', '我的标题');
    first.end();
    change({ note: '同事的', title: '老王火锅' });
    const { model, end } = await visit();
    expect(model.kept.conflicts.value).toEqual([{ field: 'note', before: '旧', theirs: '同事的', yours: '我的' }]);
    expect(await model.save()).toBe('typed-note');
    expect(edits).toEqual([]);
    // Undecided, it is a conflict the next time too.
    model.form.set('title', '再改');
    end();
    const { model: again } = await visit();
    const [conflict] = again.kept.conflicts.value;
    if (!conflict) throw new Error('it is still a conflict');
    expect(conflict.before).toBe('旧');
    again.kept.choose(conflict, 'theirs');
    expect(again.form.textOf('note')).toBe('同事的');
    again.kept.choose(conflict, 'yours');
    expect(await again.save()).toBeUndefined();
    expect(edits).toMatchObject([{ before: { values: { note: '同事的' } }, wanted: { note: '我的', title: '再改' } }]);
  });

  it('of a follow-up is held against a stage that moved meanwhile', async () => {
    const { visit, change, followUps } = createWorld();
    const first = await visit();
    first.model.followUp.set('content', '已致电');
    first.model.followUp.set('stage', '3512');
    first.end();
    change({ stage: '3511' });
    const { model } = await visit();
    const [conflict] = model.kept.conflicts.value;
    expect(conflict).toEqual({ field: 'follow-up.stage', before: '3514', theirs: '3511', yours: '3512' });
    if (conflict) model.kept.choose(conflict, 'theirs');
    expect(await model.save()).toBeUndefined();
    expect(followUps).toMatchObject([{ followUp: { content: '已致电' }, before: { values: { stage: '3511' } } }]);
  });

  it('stays while the options are read anew', async () => {
    const { visit } = createWorld();
    const { model } = await visit();
    const reading = model.read(true);
    model.form.set('note', '趁读取时写的');
    await reading;
    expect(model.form.textOf('note')).toBe('趁读取时写的');
  });
});

describe('what a job left unsaved', () => {
  const counts = { waiting: 0, sending: 0, succeeded: 0, failed: 1, unknown: 0, cancelled: 0, skipped: 0 };
  const ended = fakeJob({
    ...{ id: 'job-9', operation: 'update-opportunity', subject: id, state: 'finished', counts },
    connection: { id: 'crm', name: '', endpoint: '', appKey: '' },
  });
  const saved = { ...ended, id: 'job-10', counts: { ...counts, failed: 0, succeeded: 1 } };

  it('is offered where the form opens again, while nothing stands in it', async () => {
    const { worker, visit } = createWorld();
    worker.change({ jobs: [ended] });
    const { model } = await visit();
    expect([model.job.value, model.unsaved.value]).toEqual([
      undefined,
      { jobId: 'job-9', operation: 'update-opportunity' },
    ]);
    model.form.set('note', '新');
    expect(model.unsaved.value).toBeUndefined();
  });

  it('is let be by one press, and stays out of the way', async () => {
    const { worker, visit } = createWorld();
    worker.change({ jobs: [ended] });
    const { model } = await visit();
    model.leaveUnsaved('job-9');
    await model.discard();
    expect(model.unsaved.value).toBeUndefined();
  });

  it('is not typed over before it was read: the form waits for the record', async () => {
    const { worker, visit } = createWorld();
    worker.change({ jobs: [ended] });
    const { model } = await visit();
    if (model.unsaved.value) model.follow(model.unsaved.value);
    worker.answer({
      'crm.read': () => {
        throw new AppError('offline');
      },
    });
    model.goOn();
    await vi.waitFor(() => expect(model.reading.error.value?.code).toBe('offline'));
    expect(model.form.before.value).toBeUndefined();
  });

  it.each([
    ['it was called off', [{ ...ended, counts: { ...counts, failed: 0, cancelled: 1 } }]],
    ['a later one of its kind saved', [saved, ended]],
    ['it is another record’s', [{ ...ended, subject: '1' }]],
    ['it is another connection’s', [{ ...ended, connection: { ...ended.connection, id: 'other' } }]],
    ['it saved everything', [saved]],
  ])('is not where %s', async (_why, jobs) => {
    const { worker, visit } = createWorld();
    worker.change({ jobs });
    expect((await visit()).model.unsaved.value).toBeUndefined();
  });
});

describe('a save', () => {
  it('asks for edit and follow-up in one intention, and for the follow-up alone where nothing else changed', async () => {
    const { worker, visit, edits, followUps } = createWorld();
    const { model } = await visit();
    model.followUp.set('content', '已致电');
    model.form.set('note', '新');
    await model.save();
    expect(edits).toMatchObject([{ wanted: { note: '新' }, followUp: { content: '已致电' } }]);
    worker.drafts.clear();
    model.goOn();
    await settle();
    model.followUp.set('content', '已致电');
    await model.save();
    expect(followUps).toMatchObject([{ connectionId: 'crm', followUp: { content: '已致电' } }]);
    expect(model.job.value?.operation).toBe('write-follow-up');
  });

  it('names the follow-up’s field that is wrong', async () => {
    const { visit, edits, followUps } = createWorld();
    const { model } = await visit();
    model.followUp.set('stage', '3512');
    expect(await model.save()).toBe('follow-up-content');
    model.followUp.set('content', '已致电');
    model.form.set('stage', '3511');
    expect(await model.save()).toBe('follow-up-stage');
    expect([...edits, ...followUps]).toEqual([]);
  });
});

it('a draft holds any text under any field', () => {
  const typed = { wanted: { note: '', title: 'x'.repeat(8001) }, base: { note: '旧' }, followUp: { content: 'a\nb' } };
  expect(fromDraft(toDraft(typed, { intentId: 'INTENT-0001', source: 'panel' }))).toEqual(typed);
});
