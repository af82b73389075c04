import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { batchWords } from '../../assets/messages/zh-cn/batch.ts';
import { setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';

const methods = {
  cards: 'alibaba.alsc.crm.card.batch.sell',
  outreach: 'alibaba.lingyang.utouch.submit.initiative.batch.task',
} as const;

/** The form of several rows in the panel, and what its job says afterwards. */
export type BatchStage = {
  readonly stage: Stage;
  readonly panel: Page;
  method: string;
  /** Brings the form up on a page of its own, over a tab when given. */
  open(tabId?: number): Promise<void>;
  /** The same, with nothing in it that an earlier test left. */
  begin(tabId?: number): Promise<void>;
  /** A field by its name in the form. */
  field(id: string): Locator;
  fill(id: string, value: string): Promise<void>;
  expectError(id: string, sentence: string): Promise<void>;
  /** Waits until the outcome is told, as the eye sees it. */
  told(sentence: string): Promise<void>;
  /** What became of one row, by what it is about. */
  rowOf(subject: string): Locator;
  expectRow(subject: string, state: keyof typeof said.jobs.rowStates): Promise<void>;
  entries(): ReturnType<Stage['sandbox']['ledger']>['entries'];
};

/** A set-up extension over a sandbox that is as new for every test of the file. `ready`: a control of the form. */
export function createBatchStage(
  screen: keyof typeof methods,
  { height, ready }: { height: number; ready: string },
): BatchStage {
  const method = methods[screen];
  let stage: Stage;
  let panel: Page;
  beforeAll(async () => {
    stage = await openStage();
    await setUp(stage);
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    await panel.close();
    stage.sandbox.reset();
  });
  const rowOf = (subject: string) =>
    panel
      .getByRole('list', { name: batchWords.batch.rows })
      .getByRole('listitem')
      .filter({ has: panel.getByText(subject, { exact: true }) });
  async function open(tabId?: number): Promise<void> {
    const over = tabId === undefined ? {} : { tabId };
    panel = await stage.browser.openPage('sidepanel.html', { width: 360, height, hash: `/${screen}`, ...over });
    await panel.locator(`#${ready}`).waitFor();
  }
  return {
    get stage() {
      return stage;
    },
    get panel() {
      return panel;
    },
    method,
    open,
    async begin(tabId) {
      await open(tabId);
      const clear = panel.getByRole('button', { name: said.release.clearDraft });
      if (!(await clear.isVisible())) return;
      await clear.click();
      await clear.waitFor({ state: 'detached' });
      await panel.close();
      await open(tabId);
    },
    field: (id) => panel.locator(`#${id}`),
    fill: (id, value) => panel.locator(`#${id}`).fill(value),
    expectError: (id, sentence) => panel.locator(`#${id}-error`).getByText(sentence).waitFor(),
    told: (sentence) =>
      panel.getByText(sentence, { exact: true }).and(panel.locator(':not([role="status"])')).first().waitFor(),
    rowOf,
    expectRow: (subject, state) => rowOf(subject).getByText(said.jobs.rowStates[state], { exact: true }).waitFor(),
    entries: () => stage.sandbox.ledger({ method }).entries,
  };
}
