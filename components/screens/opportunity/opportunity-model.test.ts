import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { createFakeApp, createFakeWorker, type FakeWorker } from '@/test/fakes/fake-client';
import { settleFakeJob } from '@/test/fakes/fake-jobs';
import { fakeJob } from '@/test/fakes/fake-state';
import { createOpportunityModel } from './opportunity-model';
import { listedBeside } from './pressed-on';

const origin = 'https://crm.example.com';
const context = { opportunityId: '20191214888', title: '老王火锅', rule: 'generic' };

function onPage(worker: FakeWorker = createFakeWorker()) {
  worker.tab = { state: 'found', granted: false, origin, context };
  worker.answer({
    'job.history': ({ subject }) => ({
      entries: [{ jobId: `of-${subject}`, operation: 'release-opportunity', state: 'succeeded', at: 1 }],
    }),
  });
  return worker;
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('reading the page', () => {
  it('shows what it is about and what was done with it here', async () => {
    const model = createOpportunityModel(createFakeApp(onPage()));
    await model.read();
    expect(model.tab.value?.context?.title).toBe('老王火锅');
    expect(model.host.value).toBe('crm.example.com');
    expect(model.history.value.map(({ jobId }) => jobId)).toEqual(['of-20191214888']);
  });

  it('keeps to the last tab when an earlier one answers late', async () => {
    const worker = onPage();
    const model = createOpportunityModel(createFakeApp(worker));
    let answerFirst: (() => void) | undefined;
    worker.answer({
      'tab.read': () =>
        new Promise((resolve) => {
          answerFirst = () => resolve(worker.tab);
        }),
    });
    const first = model.read();
    await settled();
    worker.answer({ 'tab.read': () => ({ state: 'none', granted: false }) });
    await model.read();
    answerFirst?.();
    await first;
    expect(model.tab.value?.state).toBe('none');
  });

  it('of a record that was listed beside another keeps to the place of that one, of any other id to none', async () => {
    const place = { origin, operations: [{ operation: 'update-opportunity', connection: 'two' }] };
    listedBeside.value = { ids: ['20191214889'], ...place };
    for (const [id, expected] of [
      ['20191214889', place],
      ['20191214890', { origin: undefined, operations: undefined }],
    ] as const) {
      const model = createOpportunityModel(createFakeApp(onPage()), id);
      await model.read();
      expect({ origin: model.tab.value?.origin, operations: model.tab.value?.operations }).toEqual(expected);
    }
  });

  it('is restricted where there is no tab at all', async () => {
    const model = createOpportunityModel(createFakeApp(onPage(), { ports: { activeTab: async () => undefined } }));
    await model.read();
    expect(model.tab.value?.state).toBe('restricted');
  });

  it('that fails is said, and forgotten when it works again', async () => {
    const worker = onPage();
    const model = createOpportunityModel(createFakeApp(worker));
    worker.answer({
      'tab.read': () => {
        throw new AppError('bug');
      },
    });
    await model.read();
    expect(model.error.value?.code).toBe('bug');
    worker.answer({ 'tab.read': () => worker.tab });
    await model.read();
    expect(model.error.value).toBeUndefined();
  });
});

describe('the job of this opportunity', () => {
  it('is found among the open ones, and stays in sight after it ended', async () => {
    const worker = onPage(
      createFakeWorker({ jobs: [fakeJob({ id: 'mine' }), fakeJob({ id: 'other', subject: '1' })] }),
    );
    const model = createOpportunityModel(createFakeApp(worker));
    const end = model.start();
    await settled();
    expect(model.openJob.value?.id).toBe('mine');
    expect(model.otherJobs.value.map(({ id }) => id)).toEqual(['other']);
    settleFakeJob(worker, 'mine', 'succeeded');
    expect(model.openJob.value).toBeUndefined();
    expect(model.shownJobId.value).toBe('mine');
    end();
  });

  it('that ended before nobody looks at again', async () => {
    const worker = onPage(createFakeWorker({ jobs: [fakeJob()] }));
    settleFakeJob(worker, 'job-1', 'succeeded');
    const model = createOpportunityModel(createFakeApp(worker));
    model.start();
    await settled();
    expect(model.shownJobId.value).toBeUndefined();
  });

  it('that is unknown is still open', async () => {
    const worker = onPage(createFakeWorker({ jobs: [fakeJob()] }));
    settleFakeJob(worker, 'job-1', 'unknown');
    const model = createOpportunityModel(createFakeApp(worker));
    await model.read();
    expect(model.openJob.value?.id).toBe('job-1');
  });
});

describe('another company’s opportunity of the same number', () => {
  const crm = (id: string, host: string) =>
    ({ id, platform: 'ikcrm', name: id, baseUrl: `https://${host}/`, hasToken: true, permitted: true }) as const;
  const connections = [crm('company-a', 'a.example.com'), crm('company-b', 'b.example.com')];
  const edit = (id: string, via: string) => {
    const connection = { id: via, name: via, endpoint: `https://${via}/`, appKey: '' };
    return fakeJob({ id, operation: 'update-opportunity', connection });
  };

  function onSite(host: string, worker = createFakeWorker({ connections, jobs: [edit('of-b', 'company-b')] })) {
    onPage(worker);
    worker.tab = { ...worker.tab, origin: `https://${host}` };
    return worker;
  }

  it('is at work in its own CRM only', async () => {
    const model = createOpportunityModel(createFakeApp(onSite('a.example.com')));
    await model.read();
    expect([model.openJob.value, model.otherJobs.value.map(({ id }) => id)]).toEqual([undefined, ['of-b']]);
    const own = createOpportunityModel(createFakeApp(onSite('b.example.com')));
    await own.read();
    expect(own.openJob.value?.id).toBe('of-b');
  });

  it('keeps its history to itself', async () => {
    const worker = onSite('a.example.com');
    const entry = { operation: 'update-opportunity', state: 'succeeded', at: 1 } as const;
    const entries = ['company-a', 'company-b', 'gone', undefined].map((connectionId) => ({
      ...{ ...entry, jobId: `${connectionId}`, connectionId },
    }));
    worker.answer({ 'job.history': () => ({ entries }) });
    const model = createOpportunityModel(createFakeApp(worker));
    await model.read();
    expect(model.history.value.map(({ jobId }) => jobId)).toEqual(['company-a', 'gone', 'undefined']);
  });

  it('shows neither the job nor the history of the page before it', async () => {
    const worker = onSite('b.example.com');
    const model = createOpportunityModel(createFakeApp(worker));
    const end = model.start();
    await settled();
    expect([model.shownJobId.value, model.history.value.length]).toEqual(['of-b', 1]);
    let answer: () => void = () => undefined;
    worker.answer({ 'job.history': () => new Promise((resolve) => (answer = () => resolve({ entries: [] }))) });
    onSiteAgain(worker);
    const reading = model.read();
    await settled();
    expect([model.shownJobId.value, model.history.value]).toEqual([undefined, []]);
    answer();
    await reading;
    end();
  });

  function onSiteAgain(worker: FakeWorker) {
    worker.tab = { ...worker.tab, origin: 'https://a.example.com' };
  }
});

describe('always reading this site', () => {
  it('asks the browser for this origin alone, then the worker', async () => {
    const worker = onPage();
    const asked: string[][] = [];
    const requestOrigins = async (patterns: string[]) => {
      asked.push(patterns);
      return true;
    };
    const model = createOpportunityModel(createFakeApp(worker, { ports: { requestOrigins } }));
    await model.read();
    expect(worker.callsOf('site.wish')).toEqual([]);
    await model.enableSite();
    expect(worker.callsOf('site.wish')).toEqual([{ origin, name: 'crm.example.com' }]);
    expect(asked).toEqual([[`${origin}/*`]]);
    expect(worker.state.value.sites).toEqual([{ origin, name: 'crm.example.com' }]);
  });

  it('changes nothing when the person refuses', async () => {
    const worker = onPage();
    const model = createOpportunityModel(createFakeApp(worker, { ports: { requestOrigins: async () => false } }));
    await model.read();
    await model.enableSite();
    expect(worker.callsOf('site.enable')).toEqual([]);
    // What the browser grants later is not for this.
    expect(worker.callsOf('site.unwish')).toMatchObject([{ origin }]);
  });
});

describe('an id typed by hand', () => {
  it.each([['20191214888'], [' 20191214888 '], ['9007199254740993']])('%j goes on, digit for digit', async (typed) => {
    const model = createOpportunityModel(createFakeApp());
    model.typedId.value = typed;
    expect(await model.takeTypedId()).toBe(typed.trim());
  });

  it.each([[''], ['12 ab'], ['商机'], ['1'.repeat(33)]])('%j does not, and says so', async (typed) => {
    const model = createOpportunityModel(createFakeApp());
    model.typedId.value = typed;
    expect(await model.takeTypedId()).toBeUndefined();
    expect(model.isTypedIdFaulty.value).toBe(true);
  });
});

describe('an id that was asked for', () => {
  it('is shown without any page, which is not read', async () => {
    const worker = onPage();
    const model = createOpportunityModel(createFakeApp(worker), '9007199254740993');
    await model.read();
    expect(model.tab.value?.context).toEqual({ opportunityId: '9007199254740993', rule: '' });
    expect(model.history.value.map(({ jobId }) => jobId)).toEqual(['of-9007199254740993']);
    expect(worker.callsOf('tab.read')).toEqual([]);
  });

  it('and is none, stands in the field where it can be mended', async () => {
    const model = createOpportunityModel(createFakeApp(onPage()), '12 ab');
    await model.read();
    expect([model.tab.value?.state, model.typedId.value, model.isTypedIdFaulty.value]).toEqual(['none', '12 ab', true]);
  });
});
