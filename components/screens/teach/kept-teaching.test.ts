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
import type { Candidate } from './taught-rule';
import type { TeachModel } from './teach-model';

let stage: FakeTeaching;
let worker: FakeTeaching['worker'];
let tab: FakeTeaching['tab'];
let model: TeachModel;

beforeEach(async () => {
  vi.useFakeTimers();
  await showLanguage('zh-CN', teachCatalogue);
  stage = createFakeTeaching();
  ({ worker, tab, model } = stage);
});
afterEach(() => {
  stage.leave();
  vi.useRealTimers();
});

describe('what was not saved when the panel was closed', () => {
  const phone: Candidate = { source: { from: 'label', labels: ['电话'] }, reads: '13922220007', kind: 'label' };

  async function reopen(): Promise<void> {
    stage.leave();
    await vi.advanceTimersByTimeAsync(300);
    stage.open();
    model = stage.model;
    await vi.advanceTimersByTimeAsync(300);
  }

  async function pointAtIdAndPhone(): Promise<void> {
    await model.point('id');
    await stage.tell({ state: 'picked', field: 'id', candidates: [candidate, { ...candidate, reads: '13' }] });
    await model.point('phone');
    await stage.tell({ state: 'picked', field: 'phone', candidates: [phone] });
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

  describe('where the site has a rule already', () => {
    const own = { id: 'mine', name: '我的', match: [`${site}/a/*`], opportunity: { id: [{ from: 'heading' }] } };
    beforeEach(() =>
      worker.answer({
        'rule.list': () => ({ rules: [{ ...own, isBuiltIn: false }] }),
        'rule.export': () => ({ file: JSON.stringify({ version: 1, sites: [own] }) }),
      }),
    );

    it('is a new rule still, and replaces none', async () => {
      await model.point('id');
      await model.addTo(undefined);
      await pointAtIdAndPhone();
      const before = model.rule.value;
      await reopen();
      expect([model.rule.value, before?.id]).toEqual([before, 'taught-crm-example-com']);
      await model.save();
      expect(worker.callsOf('rule.save')[0]?.mayReplace).toBe(false);
    });

    it('is added to no other than it was', async () => {
      await pointAtIdAndPhone();
      expect(model.rule.value?.id).toBe('mine');
      const other = { ...own, id: 'other', isBuiltIn: false };
      worker.answer({ 'rule.list': () => ({ rules: [other] }) });
      await reopen();
      expect([model.base.value, model.name.value, model.rule.value?.id]).toEqual([
        undefined,
        '没有保存',
        'taught-crm-example-com',
      ]);
    });
  });

  it('leaves the site free once it was started over elsewhere, though the page that was asked is gone', async () => {
    await pointAtIdAndPhone();
    await reopen();
    await model.point('title');
    worker.answer({
      'teach.end': () => {
        throw new AppError('not-found');
      },
    });
    tab.value = { state: 'none', granted: true, origin: 'https://other.example.com' };
    expect(model.isElsewhere.value).toBe(true);
    await model.startOver();
    expect([model.pointed.value, model.origin.value, model.isElsewhere.value]).toEqual([{}, undefined, false]);
    expect([model.isRestored.value, worker.drafts.size]).toEqual([false, 0]);
    await model.point('id');
    expect(model.origin.value).toBe('https://other.example.com');
  });

  it('is added to when something is pointed at before it was read', async () => {
    await pointAtIdAndPhone();
    stage.leave();
    stage.open();
    model = stage.model;
    await model.point('title');
    await stage.tell({ state: 'picked', field: 'title', candidates: [candidate] });
    expect(Object.keys(model.pointed.value)).toEqual(['id', 'phone', 'title']);
  });
});
