import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '@/components/app/app';
import { AppError } from '@/lib/errors/app-error';
import { showLanguage } from '@/lib/i18n/messages';
import { teachCatalogue } from '@/lib/i18n/teach-messages';
import type { CallOutput } from '@/lib/messages/extension-contract';
import type { TabContext } from '@/lib/messages/page-context';
import { createFakeApp, createFakeWorker, type FakeWorker } from '@/test/fakes/fake-client';
import type { Candidate } from './taught-rule';
import { createTeachModel, type TeachModel } from './teach-model';

const site = 'https://crm.example.com';
const candidate: Candidate = { source: { from: 'path', after: ['deal'] }, reads: '12', kind: 'address' };

let worker: FakeWorker;
let app: App;
let model: TeachModel;
let page: CallOutput<'teach.read'>;
let news: () => void;
let leave: () => void;
const tab = signal<TabContext | undefined>(undefined);
const lines: string[] = [];

beforeEach(async () => {
  vi.useFakeTimers();
  await showLanguage('zh-CN', teachCatalogue);
  lines.length = 0;
  tab.value = { state: 'none', granted: true, origin: site };
  worker = createFakeWorker();
  page = { state: 'pointing', field: 'id', candidates: [] };
  worker.answer({
    'teach.point': () => ({}),
    'teach.read': () => page,
    'teach.end': () => ({}),
    'rule.list': () => ({ rules: [] }),
    'rule.try': () => ({ context: { opportunityId: '12', rule: 'taught-crm-example-com' }, faults: [] }),
    'rule.save': () => ({ rules: [] }),
  });
  app = createFakeApp(worker, {
    ports: {
      watchActiveTab: (listener) => {
        news = listener;
        return () => undefined;
      },
      stayWithTab: (tabId) => {
        lines.push(`with ${tabId}`);
        return () => void lines.push(`left ${tabId}`);
      },
    },
  });
  model = createTeachModel(app, tab);
  leave = model.start();
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});

async function tell(next: Partial<CallOutput<'teach.read'>>): Promise<void> {
  page = { candidates: [], ...next } as typeof page;
  news();
  await vi.advanceTimersByTimeAsync(300);
}

const asked = () => worker.callsOf('teach.point').map(({ field }) => field);

describe('pointing', () => {
  it('goes from one thing to the next, and ends after the last', async () => {
    await model.point('id', true);
    await tell({ state: 'picked', field: 'id', candidates: [candidate] });
    await tell({ state: 'skipped', field: 'title' });
    await tell({ state: 'picked', field: 'customer', candidates: [candidate] });
    expect(asked()).toEqual(['id', 'title', 'customer']);
    expect([model.pointing.value, Object.keys(model.pointed.value), lines]).toEqual([
      undefined,
      ['id', 'customer'],
      ['with 7', 'left 7'],
    ]);
    expect(worker.callsOf('teach.end')).toHaveLength(1);
  });

  it('at one thing alone ends with it', async () => {
    await model.point('owner');
    await tell({ state: 'picked', field: 'owner', candidates: [candidate] });
    expect([asked(), model.pointing.value]).toEqual([['owner'], undefined]);
  });

  it('takes no answer about something else, nor one twice', async () => {
    await model.point('id', true);
    await tell({ state: 'picked', field: 'title', candidates: [candidate] });
    expect([model.pointed.value, model.pointing.value]).toEqual([{}, 'id']);
    await tell({ state: 'pointing', field: 'id' });
    expect(asked()).toEqual(['id']);
  });

  it.each(['ended', 'removed', 'gone'] as const)('%s is said, and what was pointed at is kept', async (state) => {
    await model.point('id', true);
    await tell({ state: 'picked', field: 'id', candidates: [candidate] });
    await tell({ state });
    expect([model.ended.value, model.pointing.value, Object.keys(model.pointed.value)]).toEqual([
      state,
      undefined,
      ['id'],
    ]);
  });

  it('that is refused says why and asks for nothing more', async () => {
    worker.answer({
      'teach.point': () => {
        throw new AppError('not-allowed', { reason: 'page-not-read' });
      },
    });
    await model.point('id', true);
    expect([model.asking.error.value?.code, model.pointing.value, lines]).toEqual(['not-allowed', undefined, []]);
  });

  it('ends when nobody looks any more', async () => {
    await model.point('id');
    leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(lines).toEqual(['with 7', 'left 7']);
    expect(worker.callsOf('teach.end')).toEqual([{ tabId: 7 }]);
  });

  it('that is called off before the page has answered leaves nothing over it', async () => {
    for (const callOff of [() => model.stop(), leave]) {
      let answer: () => void = () => undefined;
      worker.answer({
        'teach.point': () =>
          new Promise<Record<string, never>>((resolve) => {
            answer = () => resolve({});
          }),
      });
      const pointing = model.point('id');
      await vi.advanceTimersByTimeAsync(0);
      void callOff();
      answer();
      await pointing;
    }
    expect([model.pointing.value, lines]).toEqual([undefined, []]);
    expect(worker.callsOf('teach.end')).toEqual([{ tabId: 7 }, { tabId: 7 }]);
  });

  it('that nobody waits for any more is not begun', async () => {
    const pointing = model.point('id');
    leave();
    await pointing;
    expect([asked(), lines]).toEqual([[], []]);
  });

  it('stays with the site where it began', async () => {
    await model.point('id');
    await tell({ state: 'picked', field: 'id', candidates: [candidate] });
    tab.value = { state: 'none', granted: true, origin: 'https://other.example.com' };
    expect([model.isElsewhere.value, await model.point('title')]).toEqual([true, false]);
  });
});

describe('the rule', () => {
  it('is tried as soon as it is whole, and saved for its host as a new one', async () => {
    await model.point('id');
    await tell({ state: 'picked', field: 'id', candidates: [candidate] });
    expect(model.trial.value?.context?.opportunityId).toBe('12');
    expect(await model.save()).toBe(true);
    const [saved] = worker.callsOf('rule.save');
    expect(saved?.mayReplace).toBe(false);
    expect(JSON.parse(saved?.text ?? '')).toEqual({
      id: 'taught-crm-example-com',
      name: 'crm.example.com',
      match: ['https://crm.example.com/*'],
      opportunity: { id: [candidate.source] },
    });
  });

  it('says nothing of what an earlier rule read while it is not tried itself', async () => {
    await model.point('id');
    await tell({ state: 'picked', field: 'id', candidates: [candidate] });
    expect(model.trial.value).toBeDefined();
    model.name.value = '另一个名字';
    expect(model.trial.value).toBeUndefined();
    await vi.runOnlyPendingTimersAsync();
    expect(model.trial.value).toBeDefined();
  });

  it('once saved is not saved over by another new one', async () => {
    await model.point('id');
    await tell({ state: 'picked', field: 'id', candidates: [candidate] });
    await model.save();
    await model.addTo(undefined);
    expect(model.rule.value?.id).toBe('taught-crm-example-com-2');
  });

  it('that is there for the site is added to, unless a new one is wanted', async () => {
    const own = {
      id: 'mine',
      name: '我的',
      match: [`${site}/a/*`, `${site}/b/*`],
      opportunity: { id: [{ from: 'heading' }] },
    };
    worker.answer({
      'rule.list': () => ({ rules: [{ ...own, isBuiltIn: false }] }),
      'rule.export': () => ({ file: JSON.stringify({ version: 1, sites: [own] }) }),
    });
    await model.point('title');
    await tell({ state: 'picked', field: 'title', candidates: [candidate] });
    expect(model.rule.value).toEqual({ ...own, opportunity: { ...own.opportunity, title: [candidate.source] } });
    await model.save();
    expect(worker.callsOf('rule.save')[0]?.mayReplace).toBe(true);
    await model.addTo(undefined);
    expect(model.rule.value).toBeUndefined();
  });

  it('that cannot be tried says why', async () => {
    worker.answer({
      'rule.try': () => {
        throw new AppError('invalid-input', { path: 'taught: match[0]' });
      },
    });
    await model.point('id');
    await tell({ state: 'picked', field: 'id', candidates: [candidate] });
    expect([model.trial.value, model.trialError.value?.detail.path]).toEqual([undefined, 'taught: match[0]']);
  });
});

describe('what was not saved when the panel was closed', () => {
  const phone: Candidate = { source: { from: 'label', labels: ['电话'] }, reads: '13922220007', kind: 'label' };

  async function reopen(): Promise<void> {
    leave();
    await vi.advanceTimersByTimeAsync(300);
    model = createTeachModel(app, tab);
    leave = model.start();
    await vi.advanceTimersByTimeAsync(300);
  }

  async function pointAtIdAndPhone(): Promise<void> {
    await model.point('id');
    await tell({ state: 'picked', field: 'id', candidates: [candidate, { ...candidate, reads: '13' }] });
    await model.point('phone');
    await tell({ state: 'picked', field: 'phone', candidates: [phone] });
    model.choose('id', 1);
    model.name.value = '没有保存';
    model.pages.value = `${site}/deal/*`;
    await vi.advanceTimersByTimeAsync(50);
  }

  it('is here again, is tried, and can be saved', async () => {
    await pointAtIdAndPhone();
    const before = { rule: model.rule.value, chosen: model.pointed.value.id?.chosen };
    await reopen();
    expect({ rule: model.rule.value, chosen: model.pointed.value.id?.chosen }).toEqual(before);
    expect([before.chosen, model.isRestored.value, model.trial.value?.context?.opportunityId]).toEqual([1, true, '12']);
    expect(await model.save()).toBe(true);
    await reopen();
    expect([model.pointed.value, model.isRestored.value, worker.drafts.size]).toEqual([{}, false, 0]);
  });

  it('holds no number that anybody could call', async () => {
    await pointAtIdAndPhone();
    await reopen();
    const kept = JSON.stringify([...worker.drafts.values()]);
    expect([kept.includes('13922220007'), kept.includes('139****0007')]).toEqual([false, true]);
  });

  it('belongs to its site', async () => {
    await pointAtIdAndPhone();
    tab.value = { state: 'none', granted: true, origin: 'https://other.example.com' };
    await reopen();
    expect([model.origin.value, model.pointed.value]).toEqual([undefined, {}]);
    tab.value = { state: 'none', granted: true, origin: site };
    await vi.advanceTimersByTimeAsync(0);
    expect([model.origin.value, model.name.value]).toEqual([site, '没有保存']);
  });

  it.each([
    ['started over', () => model.startOver()],
    ['taken back one by one', async () => (['id', 'phone'] as const).forEach((field) => void model.forget(field))],
  ])('is gone once it was %s', async (_how, undo) => {
    await pointAtIdAndPhone();
    await reopen();
    await undo();
    await reopen();
    expect([model.pointed.value, model.isRestored.value, worker.drafts.size]).toEqual([{}, false, 0]);
  });

  it('is added to when something is pointed at before it was read', async () => {
    await pointAtIdAndPhone();
    leave();
    model = createTeachModel(app, tab);
    leave = model.start();
    await model.point('title');
    await tell({ state: 'picked', field: 'title', candidates: [candidate] });
    expect(Object.keys(model.pointed.value)).toEqual(['id', 'phone', 'title']);
  });
});
