import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { findAccessibilityFaults } from './axe.ts';
import { checkRows, exportCsv, filter, openBulk, pasteRows, runButton } from './bulk-stage.ts';
import { operator, setUp, territory } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';
import { killWorker } from './worker.ts';

const { rowStates } = said.jobs;
const release = bulk['release-opportunity'];

let stage: Stage;
/** Opportunities that nobody has asked for yet; each test takes its own. */
let free: string[];

beforeAll(async () => {
  stage = await openStage({ sandboxOptions: { opportunities: 700 } });
  await setUp(stage);
  free = [...stage.sandbox.crm().opportunities.keys()].slice(200);
});
afterAll(() => stage.close());

const take = (count: number) => free.splice(0, count);
const shown = (panel: Page, text: string) => panel.getByText(text, { exact: true }).first().waitFor();

async function begin(rows: readonly (readonly string[])[]): Promise<Page> {
  const panel = await openBulk(stage, 'release-opportunity');
  await pasteRows(panel, [['商机ID', '释放原因', '内部备注'], ...rows]);
  await checkRows(panel);
  return panel;
}

test('a pasted list: faults told at their cells, one put right, the others left out; every row once in the result file', async () => {
  const ids = take(40);
  const [repeated = '', letters = ''] = [ids[4], ids[7]];
  const table = ids.map((id, index) => {
    const cell = { 3: '1.23E+17', 5: repeated, 7: 'abc' }[index] ?? id;
    return [cell, `联系不上${index}`, `=HYPERLINK("x${index}")`];
  });
  const panel = await begin(table);
  await panel.getByRole('radio', { name: bulk.check.filterCount(bulk.check.filters.faulty, '3') }).waitFor();
  await shown(panel, '1.23E+17');
  await panel.getByText(bulk.check.reasons['spoilt-id']).waitFor();
  expect(await findAccessibilityFaults(panel)).toEqual([]);
  expect(await runButton(panel, 'release-opportunity', 37).isDisabled()).toBe(true);

  await panel.getByRole('button', { name: bulk.check.edit('A9'), exact: true }).click();
  await panel.locator('#bulk-cell').fill(letters);
  await panel.keyboard.press('Enter');
  await panel.getByRole('radio', { name: bulk.check.filterCount(bulk.check.filters.faulty, '2') }).waitFor();
  await panel.getByRole('button', { name: bulk.check.excludeAll.faulty('2') }).click();
  await panel.getByText(bulk.run.previewShow).click();
  await shown(panel, ids[0] ?? '');
  expect(stage.sandbox.ledger({ object: ids[0] ?? '' }).entries).toEqual([]);

  stage.sandbox.addFaults([
    { kind: 'error', code: 15, subCode: 'isv.opportunity-not-exist', match: { object: ids[0] ?? '' } },
    { kind: 'answer-lost', match: { object: ids[1] ?? '' } },
  ]);
  await runButton(panel, 'release-opportunity', 38).click();
  await shown(panel, release.unknown('1'));
  await filter(panel, rowStates.succeeded, 36).waitFor();
  await filter(panel, rowStates.failed, 1).waitFor();
  await filter(panel, rowStates.skipped, 2).waitFor();
  const { entries } = stage.sandbox.ledger({ object: ids[2] ?? '' });
  expect(entries[0]?.body.param_top_leads_release_request).toMatchObject({
    ...{ opportunity_id: ids[2], memo: '联系不上2', territory_code: territory, operator_id: operator.id },
  });
  expect(await findAccessibilityFaults(panel)).toEqual([]);

  const [header = [], ...rows] = await exportCsv(panel);
  expect(header.slice(0, 3)).toEqual(['商机ID', '释放原因', '内部备注']);
  expect(header.slice(3)).toEqual(Object.values(bulk.job.resultColumns));
  expect(rows.map(([cell]) => cell)).toEqual(table.map(([cell]) => cell));
  expect(rows[0]?.[2]).toBe(`'=HYPERLINK("x0")`);
  const states = rows.map((cells) => cells[3]);
  expect(states.filter((state) => state === rowStates.succeeded)).toHaveLength(36);
  expect([states[0], states[1], states[3], states[5]]).toEqual([
    rowStates.failed,
    rowStates.unknown,
    rowStates.skipped,
    rowStates.skipped,
  ]);
  expect(rows[7]?.at(-1)).toContain(letters);

  await panel.getByRole('button', { name: bulk.job.retryFailed('1') }).click();
  await panel.getByText(bulk.job.retryOf).waitFor();
  await filter(panel, bulk.check.filters.all, 1).waitFor();
  await panel.close();
});

test('who ran it before is warned of; a job that is under way keeps its objects to itself', async () => {
  const ids = take(3);
  const first = await begin(ids.map((id) => [id, '联系不上', '']));
  await runButton(first, 'release-opportunity', 3).click();
  await shown(first, release.done('3'));
  const again = await begin(ids.map((id) => [id, '联系不上', '']));
  await filter(again, bulk.check.filters.warned, 3).waitFor();
  await first.close();
  await again.close();
});

test('closed, killed and paused in the middle: it goes on from there, each opportunity once', async () => {
  const ids = take(120);
  const panel = await begin(ids.map((id) => [id, '门店关闭', '']));
  stage.sandbox.addFaults([{ kind: 'latency', ms: 600, times: null }]);
  await runButton(panel, 'release-opportunity', 120).click();
  await panel.getByRole('button', { name: bulk.job.pause, exact: true }).click();
  await shown(panel, said.errorReasons['paused-by-person'].title);
  stage.sandbox.clearFaults();
  stage.sandbox.addFaults([{ kind: 'latency', ms: 150, times: null }]);
  const address = panel.url().replace(/^.*#/, '');
  await panel.close();
  await killWorker(stage.browser);

  const later = await stage.browser.openPage('sidepanel.html', { width: 360, height: 900, hash: address });
  await later.getByRole('button', { name: said.jobs.resume }).click();
  await waitUntil('some to have gone out', () => stage.sandbox.ledger({ object: ids[60] ?? '' }).entries.length > 0, {
    timeoutMs: 40_000,
  });
  await killWorker(stage.browser);
  await waitUntil(
    'the job to end',
    async () => (await later.getByRole('button', { name: bulk.job.copySummary }).count()) > 0,
    { timeoutMs: 60_000 },
  );
  stage.sandbox.clearFaults();
  const { byObject } = stage.sandbox.ledger().counts;
  const [, ...rows] = await exportCsv(later);
  const stateOf = new Map(rows.map((cells) => [cells[0], cells[3]]));
  for (const id of ids) {
    const { keys = [], processed = 0 } = byObject[id] ?? {};
    expect(keys.length, id).toBeLessThanOrEqual(1);
    expect(processed, id).toBeLessThanOrEqual(1);
    // Written down and killed before it left: that nobody can know, and so it says.
    if (stateOf.get(id) !== rowStates.unknown)
      expect({ state: stateOf.get(id), processed }).toEqual({ state: rowStates.succeeded, processed: 1 });
  }
  expect(rows.filter((cells) => cells[3] === rowStates.unknown).length).toBeLessThan(10);
  await later.close();
});

test('cancelled in the middle: what has not left stays where it is, and the sum is right', async () => {
  const ids = take(100);
  const panel = await begin(ids.map((id) => [id, '门店关闭', '']));
  stage.sandbox.addFaults([{ kind: 'latency', ms: 600, times: null }]);
  await runButton(panel, 'release-opportunity', 100).click();
  await panel.getByRole('button', { name: bulk.job.cancel }).click();
  await panel
    .getByRole('dialog')
    .getByRole('button', { name: /^取消 \d+ 条$/ })
    .click();
  await panel.getByRole('button', { name: bulk.job.copySummary }).waitFor();
  stage.sandbox.clearFaults();
  const [, ...rows] = await exportCsv(panel);
  const released = ids.filter((id) => stage.sandbox.ledger({ object: id }).counts.all.processed === 1);
  expect(rows).toHaveLength(100);
  expect(rows.filter((cells) => cells[3] === rowStates.succeeded).map(([id]) => id)).toEqual(released);
  expect(rows.filter((cells) => cells[3] === rowStates.cancelled)).toHaveLength(100 - released.length);
  await panel.close();
});
