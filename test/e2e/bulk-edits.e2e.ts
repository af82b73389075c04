import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { checkRows, filter, openBulk, pasteRows, runButton } from './bulk-stage.ts';
import { getMethod, openCrmStage, putMethod, writesTo } from './crm-stage.ts';
import type { Stage } from './stage.ts';
import { said } from './words.ts';

const words = bulk['update-opportunity'];
const { rowStates } = said.jobs;
/** As in the document's sample. */
const contract = { label: '谈判/合同', value: '3514' };

let stage: Stage;

beforeAll(async () => {
  stage = await openCrmStage();
  stage.sandbox.setShapes({ 'rest-limit': 'off' });
});
afterAll(() => stage.close());

const record = (id: string) => stage.sandbox.crm().opportunities.get(id);

test('30 records, options by label and by value, are written once each; taken back in three buckets', async () => {
  const ids = [...stage.sandbox.crm().opportunities.keys()].slice(120, 150);
  const [overtaken = '', changedSince = '', locked = ''] = ids;
  const before = new Map(ids.map((id) => [id, { note: record(id)?.note, stage: record(id)?.stage }]));
  const stageOf = (index: number) => (index === 5 ? '没有这个阶段' : index % 2 === 0 ? contract.label : contract.value);
  const panel = await openBulk(stage, 'update-opportunity');
  await pasteRows(panel, [
    ['商机ID', '阶段', '备注'],
    ...ids.map((id, index) => [id, stageOf(index), `清理备注${index}`]),
  ]);
  await checkRows(panel);
  await filter(panel, bulk.check.filters.faulty, 1).waitFor();
  await panel.getByText(bulk.check.reasons['not-an-option']).waitFor();
  await panel.getByRole('button', { name: bulk.check.edit('B7'), exact: true }).click();
  await panel.locator('#bulk-cell').fill(contract.label);
  await panel.keyboard.press('Enter');
  await filter(panel, bulk.check.filters.faulty, 0).waitFor();
  // With the last faulty row its cell is gone: whoever uses the keyboard is still in the list.
  expect(await panel.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await panel.getByText(bulk.run.previewShow).click();
  await panel.getByText(`PUT ${stage.sandbox.url}/api/v2/opportunities/${overtaken}`).waitFor();
  expect(stage.sandbox.ledger({ method: putMethod }).entries).toEqual([]);
  expect(stage.sandbox.ledger({ method: getMethod }).entries).toEqual([]);

  // A colleague saves the same field before the record is read once more.
  stage.sandbox.addFaults([
    {
      kind: 'colleague-edit',
      field: 'note',
      value: '同事刚写的',
      when: 'after',
      match: { method: putMethod, object: overtaken },
    },
  ]);
  await runButton(panel, 'update-opportunity', 30).click();
  const saved = bulk.job.partlyToo(words.mixed('29', '30'), '1');
  await panel.getByText(saved, { exact: true }).first().waitFor({ timeout: 60_000 });
  for (const [index, id] of ids.entries()) {
    const [entry, ...others] = writesTo(stage, id);
    expect(others, id).toEqual([]);
    const { opportunity } = (entry?.body ?? {}) as { opportunity?: Record<string, unknown> };
    expect(Object.keys(opportunity ?? {}).sort(), id).toEqual(
      ['customer_id', 'note', 'title', ...(before.get(id)?.stage === contract.label ? [] : ['stage'])].sort(),
    );
    expect(opportunity, id).toMatchObject({ note: `清理备注${index}`, title: record(id)?.title });
    expect(entry?.violations).toEqual([]);
    expect(record(id), id).toMatchObject({
      stage: contract.label,
      note: id === overtaken ? '同事刚写的' : `清理备注${index}`,
    });
  }

  stage.sandbox.changeData([
    { kind: 'opportunity', id: changedSince, set: { note: '之后又改了', stage: '3512' } },
    { kind: 'opportunity', id: locked, set: { is_editable: false } },
  ]);
  await panel.getByRole('button', { name: bulk.job.undo, exact: true }).click();
  await panel.getByText(bulk.job.undoOf).waitFor();
  const asked = (await panel.getByRole('button', { name: /^修改 \d+ 条商机$/ }).textContent()) ?? '';
  await panel.getByRole('button', { name: asked, exact: true }).click();
  await panel.getByText(bulk.job.undoBuckets.kept('1')).waitFor({ timeout: 60_000 });
  await panel.getByText(bulk.job.undoBuckets.failed('1')).waitFor();
  await panel.getByText(bulk.job.undoBuckets.restored(String(Number(/\d+/.exec(asked)?.[0]) - 2))).waitFor();
  await filter(panel, rowStates.failed, 1).waitFor();
  await filter(panel, rowStates.skipped, 1).waitFor();
  const untouched = new Set([overtaken, changedSince, locked]);
  for (const id of ids.filter((one) => !untouched.has(one)))
    expect(record(id), id).toMatchObject({ ...before.get(id) });
  expect(record(changedSince)).toMatchObject({ note: '之后又改了' });
  expect(record(locked)).toMatchObject({ stage: contract.label, note: '清理备注2' });
  await panel.close();
});
