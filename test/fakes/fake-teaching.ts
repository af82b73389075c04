import { type Signal, signal } from '@preact/signals';
import { vi } from 'vitest';
import type { App } from '@/components/app/app';
import type { Candidate } from '@/components/screens/teach/taught-rule';
import { createTeachModel, type TeachModel } from '@/components/screens/teach/teach-model';
import type { CallOutput } from '@/lib/messages/extension-contract';
import type { TabContext } from '@/lib/messages/page-context';
import { createFakeApp, createFakeWorker, type FakeWorker } from './fake-client';

type PointState = CallOutput<'teach.read'>;

export const taughtSite = 'https://crm.example.com';
export const idCandidate: Candidate = { source: { from: 'path', after: ['deal'] }, reads: '12', kind: 'address' };

/** Somebody who teaches the page in tab 7, over a worker that has no rules. With fake timers. */
export interface FakeTeaching {
  worker: FakeWorker;
  tab: Signal<TabContext | undefined>;
  /** The model of the panel as it was opened last. */
  model: TeachModel;
  /** The lines to the page, opened and closed. */
  lines: string[];
  /** Closes the panel. */
  leave(): void;
  open(): void;
  /** The page has news: what it answers when it is asked. */
  tell(next: Partial<PointState>): Promise<void>;
}

export function createFakeTeaching(): FakeTeaching {
  const worker = createFakeWorker();
  const tab = signal<TabContext | undefined>({ state: 'none', granted: true, origin: taughtSite });
  const lines: string[] = [];
  let page: PointState = { state: 'pointing', field: 'id', candidates: [] };
  let news: () => void = () => undefined;
  worker.answer({
    'teach.point': () => ({}),
    'teach.read': () => page,
    'teach.end': () => ({}),
    'rule.list': () => ({ rules: [] }),
    'rule.try': () => ({ context: { opportunityId: '12', rule: 'taught-crm-example-com' }, faults: [] }),
    'rule.save': () => ({ rules: [] }),
  });
  const ports: Partial<App['ports']> = {
    watchActiveTab: (listener) => {
      news = listener;
      return () => undefined;
    },
    stayWithTab: (tabId) => {
      lines.push(`with ${tabId}`);
      return () => void lines.push(`left ${tabId}`);
    },
  };
  const app = createFakeApp(worker, { ports });
  const model = createTeachModel(app, tab);
  const teaching: FakeTeaching = {
    worker,
    tab,
    model,
    lines,
    leave: model.start(),
    open() {
      teaching.model = createTeachModel(app, tab);
      teaching.leave = teaching.model.start();
    },
    async tell(next) {
      page = { candidates: [], ...next } as PointState;
      news();
      await vi.advanceTimersByTimeAsync(300);
    },
  };
  return teaching;
}
