import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { checkRows, exportCsv, exportXlsx, filter, openBulk, pasteRows, runButton } from './bulk-stage.ts';
import { operator, setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';

const release = bulk['release-opportunity'];
const { rowStates } = said.jobs;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await setUp(stage);
});
afterAll(() => stage.close());

const shown = (panel: Page, text: string) => panel.getByText(text, { exact: true }).first().waitFor();

/** What the page gives to the clipboard, which nothing headless may read. */
async function copied(panel: Page): Promise<string> {
  await panel.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void Object.assign(globalThis, { copied: text });
  });
  await panel.getByRole('button', { name: bulk.job.copySummary }).click();
  await panel.getByText(bulk.job.copied).first().waitFor();
  return panel.evaluate(() => (globalThis as unknown as { copied: string }).copied);
}

test('the result file, as CSV and as a workbook: every row once, as it came in, what became of it behind; what failed is tried again', async () => {
  const ids = [...stage.sandbox.crm().opportunities.keys()].slice(100, 112);
  const odd = [
    '=1+1',
    '+8613900000000',
    '@SUM(A1)',
    '-12.5',
    '一,"二"',
    ' 前后有空格 ',
    '两\n行',
    '',
    '0001',
    '＝1',
    "'原样",
    '3',
  ];
  const table = ids.map((id, index) => [odd[index] ?? '', id, index === 2 ? '' : `原因${index}`]);
  const panel = await openBulk(stage, 'release-opportunity');
  await pasteRows(panel, [['内部备注', '商机ID', '释放原因'], ...table.map((cells) => cells.map(quoted))]);
  await checkRows(panel);
  await panel.getByRole('button', { name: bulk.check.exclude('5') }).click();
  stage.sandbox.addFaults([
    {
      kind: 'error',
      code: 15,
      subCode: 'isv.opportunity-not-exist',
      subMsg: '商机不存在',
      match: { object: ids[0] ?? '' },
    },
    { kind: 'answer-lost', match: { object: ids[1] ?? '' } },
  ]);
  await runButton(panel, 'release-opportunity', 11).click();
  await shown(panel, release.unknown('1'));

  const csv = await exportCsv(panel);
  const xlsx = await exportXlsx(panel);
  const [header, ...rows] = csv;
  expect(header).toEqual(['内部备注', '商机ID', '释放原因', ...Object.values(bulk.job.resultColumns)]);
  expect(rows.map((cells) => cells.slice(0, 3))).toEqual(table.map(([note = '', ...rest]) => [inCsv(note), ...rest]));
  expect(xlsx[0]).toEqual(header);
  expect(xlsx.slice(1).map((cells) => cells.slice(0, 3))).toEqual(table);
  expect(xlsx.map((cells) => cells.slice(3))).toEqual(csv.map((cells) => cells.slice(3)));
  const states = rows.map((cells) => cells[3]);
  expect(states).toEqual([
    ...[rowStates.failed, rowStates.unknown, rowStates.succeeded, rowStates.skipped],
    ...Array.from({ length: 8 }, () => rowStates.succeeded),
  ]);
  for (const [index, cells] of rows.entries()) {
    const [entry] = stage.sandbox.ledger({ object: ids[index] ?? '' }).entries;
    expect(cells[7], ids[index]).toBe(entry?.key ?? '');
  }
  expect(rows[0]?.[5]).toContain('商机不存在');

  const summary = await copied(panel);
  for (const [state, count] of [
    ['succeeded', 9],
    ['failed', 1],
    ['unknown', 1],
    ['skipped', 1],
  ] as const)
    expect(summary).toContain(`${rowStates[state]} ${count}`);
  expect(summary).toContain('共 12 条');

  await panel.getByRole('button', { name: bulk.job.retryFailed('1') }).click();
  await panel.getByText(bulk.job.retryOf).first().waitFor();
  await filter(panel, bulk.check.filters.all, 1).waitFor();
  await runButton(panel, 'release-opportunity', 1).click();
  await shown(panel, release.done('1'));
  const { counts } = stage.sandbox.ledger({ object: ids[0] ?? '' });
  expect(counts.byObject[ids[0] ?? '']).toMatchObject({ requests: 2, processed: 1 });
  await panel.getByRole('link', { name: bulk.job.showJob }).first().click();
  await shown(panel, release.unknown('1'));
  await panel.getByText(bulk.job.retriedBy).first().waitFor();
  await panel.close();
});

/** A CSV has no other way than this to keep a spreadsheet from computing a cell. */
function inCsv(cell: string): string {
  return ['=1+1', '@SUM(A1)', '＝1'].includes(cell) ? `'${cell}` : cell;
}

/** As Excel quotes a cell on the clipboard. */
function quoted(cell: string): string {
  return /["\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

test('cards scanned one by one are on disk at once; the dry run shows the very request that leaves', async () => {
  const ids = ['6600000021', '6600000022', '6600000021', '6600000023'];
  const panel = await openBulk(stage, 'sell-cards');
  await panel.getByRole('button', { name: bulk.rowsIn.scan, exact: true }).click();
  const scan = async (id: string) => {
    await panel.locator('#bulk-scan').focus();
    await panel.keyboard.type(id);
    await panel.keyboard.press('Enter');
  };
  for (const id of ids.slice(0, 2)) await scan(id);
  await panel.getByText(bulk.scan.count('2')).waitFor();
  await panel.reload();
  await panel.getByText(bulk.scan.count('2')).waitFor();
  for (const id of ids.slice(2)) await scan(id);
  await panel.getByText(bulk.scan.count('4')).waitFor();
  await panel.getByRole('button', { name: bulk.scan.end }).click();
  await panel.getByRole('link', { name: bulk.draft.columns }).click();
  await panel.locator('#value-brand_id').fill('3396912');
  await panel.locator('#value-shop_id').fill('4564334');
  await checkRows(panel);
  await filter(panel, bulk.check.filters.faulty, 1).waitFor();
  await panel.getByRole('button', { name: bulk.check.excludeAll.faulty('1') }).click();
  await panel.getByText(bulk.run.previewShow).click();
  await panel.getByText('["6600000021","6600000022","6600000023"]').waitFor();
  const preview = await panel.locator('main').textContent();
  expect(stage.sandbox.ledger({ object: '6600000021' }).entries).toEqual([]);
  await runButton(panel, 'sell-cards', 3).click();
  await shown(panel, bulk['sell-cards'].mixed('3', '4'));
  const [entry, ...others] = stage.sandbox.ledger({ object: '6600000021' }).entries;
  expect(others).toEqual([]);
  expect(entry?.body.param_batch_open_card_open_req).toEqual({
    ...{ brand_id: '3396912', shop_id: '4564334', operator_id: operator.id, request_id: entry?.key },
    physical_card_ids: ['6600000021', '6600000022', '6600000023'],
  });
  expect(preview).toContain(entry?.key);
  await panel.close();
});

test('of many requests the dry run shows the first, and says that its number is an example', async () => {
  const panel = await openBulk(stage, 'submit-outreach');
  const people = Array.from({ length: 60 }, (_, index) => String(13_920_000_000 + index));
  await pasteRows(panel, [['手机号'], ...people.map((phone) => [phone])]);
  await panel.locator('#value-plan_id').fill('124');
  await panel.getByRole('radio', { name: bulk.columns.channels.sms, exact: true }).check();
  await checkRows(panel);
  await panel.getByText(bulk.run.estimate('60', '2')).waitFor();
  await panel.getByText(bulk.run.previewShow).click();
  await panel.getByText(bulk.run.previewNote('2')).waitFor();
  await panel.getByText(bulk.run.exampleKey).waitFor();
  await panel.getByText('"plan_id":124', { exact: false }).first().waitFor();
  expect(stage.sandbox.ledger({ method: 'alibaba.lingyang.utouch.submit.initiative.batch.task' }).entries).toEqual([]);
  await panel.getByRole('button', { name: bulk.draft.discard }).click();
  await panel.getByRole('dialog').getByRole('button', { name: bulk.draft.discard }).click();
  await panel.getByRole('heading', { name: said.jobs.title }).waitFor();
  await panel.close();
});
