import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { showLanguage } from '@/lib/i18n/messages';
import { teachCatalogue } from '@/lib/i18n/teach-messages';
import { createFakeApp, createFakeWorker, type FakeWorker } from '@/test/fakes/fake-client';
import { fakeConnection } from '@/test/fakes/fake-state';
import type { ListedRow } from './draft-of-rows';
import { createSelectionModel, type SelectionModel } from './selection-model';

const rowOf = (id: string, part: Partial<ListedRow> = {}): ListedRow => ({
  ...{ id, title: `商机${id}`, customer: `客户${id}`, isTicked: false },
  ...part,
});
const listed = (...rows: ListedRow[]) => ({ total: rows.length, rows });

let worker: FakeWorker;
let model: SelectionModel;
let changePage: () => void;
let tabId: number;

beforeEach(async () => {
  await showLanguage('zh-CN', teachCatalogue);
  tabId = 7;
  worker = createFakeWorker();
  worker.answer({
    'bulk.begin': () => ({ jobId: 'JOB' }),
    'bulk.addRows': ({ rows }) => ({ total: rows.length }),
    'bulk.endRows': () => ({}),
    'bulk.discard': () => ({}),
  });
  model = createSelectionModel(
    createFakeApp(worker, {
      ports: {
        activeTab: async () => ({ tabId, windowId: 1 }),
        watchActiveTab: (listener) => {
          changePage = listener;
          return () => undefined;
        },
      },
    }),
  );
});

async function show(...rows: ListedRow[]): Promise<void> {
  worker.answer({ 'tab.rows': () => listed(...rows) });
  changePage?.();
  await new Promise((resolve) => setTimeout(resolve));
}

async function open(...rows: ListedRow[]): Promise<void> {
  worker.answer({ 'tab.rows': () => listed(...rows) });
  model.start();
  await new Promise((resolve) => setTimeout(resolve));
}

const chosen = () => model.chosen.value.map(({ id }) => id);

describe('what is chosen', () => {
  it('is what the page ticks, and follows it', async () => {
    await open(rowOf('1', { isTicked: true }), rowOf('2'));
    expect(chosen()).toEqual(['1']);
    await show(rowOf('1'), rowOf('2', { isTicked: true }));
    expect(chosen()).toEqual(['2']);
  });

  it('is nothing where nothing is ticked, all when that is asked for', async () => {
    await open(rowOf('1'), rowOf('2'));
    expect(chosen()).toEqual([]);
    model.choose('all');
    expect(chosen()).toEqual(['1', '2']);
  });

  it('goes on from there by single rows, whatever is ticked afterwards', async () => {
    await open(rowOf('1', { isTicked: true }), rowOf('2', { isTicked: true }), rowOf('3'));
    model.toggle('3');
    model.toggle('1');
    expect([model.choice.value, chosen()]).toEqual(['own', ['2', '3']]);
    await show(rowOf('1', { isTicked: true }), rowOf('2'), rowOf('3'));
    expect(chosen()).toEqual(['2', '3']);
  });

  it('leaves with the row, also when that comes back', async () => {
    await open(rowOf('1'), rowOf('2'));
    model.toggle('1');
    await show(rowOf('2'));
    await show(rowOf('1'), rowOf('2'));
    expect(chosen()).toEqual([]);
  });

  it('is bound to its tab: another list begins anew, though it shows the same', async () => {
    await open(rowOf('1'), rowOf('2'));
    model.choose('all');
    tabId = 8;
    await show(rowOf('1'), rowOf('2'));
    expect([model.choice.value, chosen()]).toEqual(['ticked', []]);
  });
});

describe('a draft of it', () => {
  it('has exactly these rows, and names beside the ids that no field takes', async () => {
    await open(rowOf('1'), rowOf('2', { isTicked: true, phone: '13800138000' }), rowOf('3', { isTicked: true }));
    expect(await model.make('release-opportunity')).toBe('JOB');
    expect(worker.callsOf('bulk.begin')).toEqual([
      expect.objectContaining({
        operation: 'release-opportunity',
        header: ['商机ID', '商机名称', '客户'],
        mapping: ['opportunity_id', '', ''],
      }),
    ]);
    expect(worker.callsOf('bulk.addRows')).toEqual([
      {
        jobId: 'JOB',
        from: 0,
        rows: [
          ['2', '商机2', '客户2'],
          ['3', '商机3', '客户3'],
        ],
      },
    ]);
    expect(worker.calls.map(({ name }) => name)).not.toContain('bulk.run');
  });

  it('takes phones for outreach alone, and leaves room for what the list does not say', async () => {
    await open(rowOf('1', { isTicked: true, phone: '13800138000' }));
    await model.make('submit-outreach');
    expect(worker.callsOf('bulk.begin')[0]?.mapping).toEqual(['', '', 'user_name', 'phone_number', 'email']);
    expect(worker.callsOf('bulk.addRows')[0]?.rows).toEqual([['1', '商机1', '客户1', '13800138000', '']]);
  });

  it('is not made of a page that has changed: what is shown then is new, and asked for once more it is made', async () => {
    await open(rowOf('1', { isTicked: true }), rowOf('2'));
    worker.answer({ 'tab.rows': () => listed(rowOf('1', { isTicked: true }), rowOf('2', { isTicked: true })) });
    expect(await model.make('release-opportunity')).toBeUndefined();
    expect([model.hasChanged.value, chosen(), worker.callsOf('bulk.begin')]).toEqual([true, ['1', '2'], []]);
    expect(await model.make('release-opportunity')).toBe('JOB');
  });

  it('that fails half-way leaves nothing behind', async () => {
    await open(rowOf('1', { isTicked: true }));
    worker.answer({
      'bulk.addRows': () => {
        throw new AppError('storage-full');
      },
    });
    expect(await model.make('release-opportunity')).toBeUndefined();
    expect(model.making.error.value?.code).toBe('storage-full');
    expect(worker.callsOf('bulk.discard')).toEqual([{ jobId: 'JOB' }]);
  });

  it('is not made of nothing', async () => {
    await open(rowOf('1'));
    expect(await model.make('release-opportunity')).toBeUndefined();
    expect(worker.callsOf('bulk.begin')).toEqual([]);
  });
});

describe('the site of the list', () => {
  const site = 'https://crm.example.com';
  const told = {
    operation: 'release-opportunity',
    connection: 'second',
    defaults: { territory_code: 'T-2', memo: 'x' },
  };
  const ticked = rowOf('1', { isTicked: true });

  it('says what applies, through which connection, and what it begins with', async () => {
    worker.change({ connections: [fakeConnection(), fakeConnection({ id: 'second' })] });
    worker.answer({ 'tab.rows': () => ({ ...listed(ticked), origin: site, operations: [told] }) });
    await open(ticked);
    worker.answer({ 'tab.rows': () => ({ ...listed(ticked), origin: site, operations: [told] }) });
    changePage();
    await new Promise((resolve) => setTimeout(resolve));
    expect(model.operations.value).toEqual(['release-opportunity']);
    expect(await model.make('release-opportunity')).toBe('JOB');
    const [begun] = worker.callsOf('bulk.begin');
    expect(begun).toMatchObject({ connectionId: 'second', shared: { territory_code: 'T-2' } });
    expect(begun?.shared).not.toHaveProperty('memo');
  });

  it('is another one: the same numbers are other opportunities, and none of them is chosen', async () => {
    worker.answer({ 'tab.rows': () => ({ ...listed(ticked), origin: site }) });
    model.start();
    await new Promise((resolve) => setTimeout(resolve));
    worker.answer({ 'tab.rows': () => ({ ...listed(ticked), origin: 'https://other.example.com' }) });
    expect(await model.make('release-opportunity')).toBeUndefined();
    expect(model.hasChanged.value).toBe(true);
    model.toggle('1');
    expect(model.choice.value).toBe('own');
    worker.answer({ 'tab.rows': () => ({ ...listed(ticked), origin: site }) });
    changePage();
    await new Promise((resolve) => setTimeout(resolve));
    expect(model.choice.value).toBe('ticked');
  });
});

it('only what there is a connection for is offered', () => {
  expect(model.operations.value).toEqual(['release-opportunity', 'submit-outreach']);
});
