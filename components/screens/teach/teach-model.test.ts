import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors/app-error';
import { showLanguage } from '@/lib/i18n/messages';
import { teachCatalogue } from '@/lib/i18n/teach-messages';
import {
  idCandidate as candidate,
  createFakeTeaching,
  type FakeTeaching,
  taughtSite as site,
} from '@/test/fakes/fake-teaching';
import type { TeachModel } from './teach-model';

let stage: FakeTeaching;
let worker: FakeTeaching['worker'];
let tab: FakeTeaching['tab'];
let model: TeachModel;
let lines: string[];
beforeEach(async () => {
  vi.useFakeTimers();
  await showLanguage('zh-CN', teachCatalogue);
  stage = createFakeTeaching();
  ({ worker, tab, model, lines } = stage);
});
afterEach(() => {
  stage.leave();
  vi.useRealTimers();
});

const asked = () => worker.callsOf('teach.point').map(({ field }) => field);

describe('pointing', () => {
  it('goes from one thing to the next, and ends after the last', async () => {
    await model.point('id', true);
    await stage.tell({ state: 'picked', field: 'id', candidates: [candidate] });
    await stage.tell({ state: 'skipped', field: 'title' });
    await stage.tell({ state: 'picked', field: 'customer', candidates: [candidate] });
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
    await stage.tell({ state: 'picked', field: 'owner', candidates: [candidate] });
    expect([asked(), model.pointing.value]).toEqual([['owner'], undefined]);
  });

  it('takes no answer about something else, nor one twice', async () => {
    await model.point('id', true);
    await stage.tell({ state: 'picked', field: 'title', candidates: [candidate] });
    expect([model.pointed.value, model.pointing.value]).toEqual([{}, 'id']);
    await stage.tell({ state: 'pointing', field: 'id' });
    expect(asked()).toEqual(['id']);
  });

  it.each(['ended', 'removed', 'gone'] as const)('%s is said, and what was pointed at is kept', async (state) => {
    await model.point('id', true);
    await stage.tell({ state: 'picked', field: 'id', candidates: [candidate] });
    await stage.tell({ state });
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
    stage.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(lines).toEqual(['with 7', 'left 7']);
    expect(worker.callsOf('teach.end')).toEqual([{ tabId: 7 }]);
  });

  it('that is called off before the page has answered leaves nothing over it', async () => {
    for (const callOff of [() => model.stop(), () => stage.leave()]) {
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
    stage.leave();
    await pointing;
    expect([asked(), lines]).toEqual([[], []]);
  });

  it('stays with the site where it began', async () => {
    await model.point('id');
    await stage.tell({ state: 'picked', field: 'id', candidates: [candidate] });
    tab.value = { state: 'none', granted: true, origin: 'https://other.example.com' };
    expect([model.isElsewhere.value, await model.point('title')]).toEqual([true, false]);
  });
});

describe('the rule', () => {
  it('is tried as soon as it is whole, and saved for its host as a new one', async () => {
    await model.point('id');
    await stage.tell({ state: 'picked', field: 'id', candidates: [candidate] });
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
    await stage.tell({ state: 'picked', field: 'id', candidates: [candidate] });
    expect(model.trial.value).toBeDefined();
    model.name.value = '另一个名字';
    expect(model.trial.value).toBeUndefined();
    await vi.runOnlyPendingTimersAsync();
    expect(model.trial.value).toBeDefined();
  });

  it('that was changed while it was saved is not said to be saved, and what was changed is kept', async () => {
    let answer: () => void = () => undefined;
    worker.answer({
      'rule.save': () =>
        new Promise((resolve) => {
          answer = () => resolve({ rules: [] });
        }),
    });
    await model.point('id');
    await stage.tell({ state: 'picked', field: 'id', candidates: [candidate] });
    const saving = model.save();
    await vi.advanceTimersByTimeAsync(10);
    model.name.value = '改了';
    answer();
    expect([await saving, model.saving.isDone.value]).toEqual([false, false]);
    await vi.advanceTimersByTimeAsync(400);
    expect([model.base.value?.name, [...worker.drafts.values()][0]?.values.name]).toEqual(['crm.example.com', '改了']);
  });

  it('once saved is not saved over by another new one', async () => {
    await model.point('id');
    await stage.tell({ state: 'picked', field: 'id', candidates: [candidate] });
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
    await stage.tell({ state: 'picked', field: 'title', candidates: [candidate] });
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
    await stage.tell({ state: 'picked', field: 'id', candidates: [candidate] });
    expect([model.trial.value, model.trialError.value?.detail.path]).toEqual([undefined, 'taught: match[0]']);
  });
});
