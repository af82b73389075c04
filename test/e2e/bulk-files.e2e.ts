import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { encodeGb18030 } from '../fakes/encode-gb18030.ts';
import { type BulkOperation, checkRows, chooseFile, filter, openBulk, readAll, runButton } from './bulk-stage.ts';
import { expectOneRelease, requiredFields } from './expect-ledger.ts';
import { makeXlsx } from './make-xlsx.ts';
import { operator, setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let free: string[];

beforeAll(async () => {
  stage = await openStage();
  await setUp(stage);
  free = [...stage.sandbox.crm().opportunities.keys()].slice(200);
});
afterAll(() => stage.close());

const take = (count: number) => free.splice(0, count);
/** No name that the product knows stands above its columns. */
const header = ['门店', '单号', '处理意见'];

async function choose(operation: BulkOperation, name: string, buffer: Uint8Array): Promise<Page> {
  const panel = await openBulk(stage, operation);
  await chooseFile(panel, { name, buffer: Buffer.from(buffer) });
  await panel.getByRole('heading', { name }).waitFor();
  return panel;
}

async function run(panel: Page, operation: BulkOperation, count: number): Promise<void> {
  await runButton(panel, operation, count).click();
  await panel
    .getByText(bulk[operation].done(String(count)), { exact: true })
    .first()
    .waitFor();
}

test('a sheet of a workbook, its columns matched by hand and kept as a template; what Excel rounded is refused where it stands', async () => {
  const [one = '', two = '', three = '', typed = ''] = take(4);
  const rows = [
    header,
    ['一店', one, '联系不上'],
    ['二店', { number: '123456789012345680' }, '门店关闭'],
    ['三店', two, ''],
  ];
  const file = makeXlsx({ 封面: [['十一月清理']], 商机: [...rows, ['四店', { number: three }, '"老板"不接受']] });
  const panel = await choose('release-opportunity', '清理.xlsx', file);
  await panel.locator('#bulk-sheet').selectOption({ label: '商机' });
  await panel.getByRole('cell', { name: '一店' }).waitFor();
  await readAll(panel);
  await panel.locator('#field-opportunity_id').selectOption({ label: bulk.columns.column('B', '单号') });
  await panel.locator('#field-memo').selectOption({ label: bulk.columns.column('C', '处理意见') });
  await panel.getByRole('button', { name: bulk.columns.templateSave }).click();
  await panel.locator('#template-name').fill('门店清理表');
  await panel.keyboard.press('Enter');
  await panel.getByText(bulk.columns.templateSaved('门店清理表')).waitFor();
  await checkRows(panel);

  await filter(panel, bulk.check.filters.faulty, 1).waitFor();
  await panel.getByText(/^B3 .*已把这个编号变成科学计数法/).waitFor();
  await panel.getByText('1.23457E+17', { exact: true }).waitFor();
  expect(await runButton(panel, 'release-opportunity', 3).isDisabled()).toBe(true);
  await panel.getByRole('button', { name: bulk.check.edit('B3'), exact: true }).click();
  await panel.locator('#bulk-cell').fill(typed);
  await panel.keyboard.press('Enter');
  await filter(panel, bulk.check.filters.faulty, 0).waitFor();
  await run(panel, 'release-opportunity', 4);
  expectOneRelease(stage.sandbox, one, { ...requiredFields, memo: '联系不上' });
  expectOneRelease(stage.sandbox, typed, { ...requiredFields, memo: '门店关闭' });
  expectOneRelease(stage.sandbox, two, requiredFields);
  expectOneRelease(stage.sandbox, three, { ...requiredFields, memo: '"老板"不接受' });
  await panel.close();
});

test('a GB18030 CSV with quoted cells, through the template that was kept', async () => {
  const [one = '', two = ''] = take(2);
  const text = `${header.join(',')}\n老王火锅,${one},"三次上门,无人"\n"海底捞(""一店"")",${two},"门店\n关闭"\n`;
  const panel = await choose('release-opportunity', '清理.csv', encodeGb18030(text));
  expect(await panel.locator('#bulk-encoding').inputValue()).toBe('gb18030');
  await panel.getByRole('cell', { name: '海底捞("一店")' }).waitFor();
  await readAll(panel);
  await panel.locator('#draft-template').selectOption({ label: '门店清理表' });
  await checkRows(panel);
  await run(panel, 'release-opportunity', 2);
  expectOneRelease(stage.sandbox, one, { ...requiredFields, memo: '三次上门,无人' });
  expectOneRelease(stage.sandbox, two, { ...requiredFields, memo: '门店\n关闭' });
  await panel.close();
});

test('a UTF-16 TSV of cards: leading zeros stay', async () => {
  const ids = ['0066000005', '6600000001', '6600000002'];
  const text = `\uFEFF卡号\t姓名\r\n${ids.map((id, index) => `${id}\t会员${index}`).join('\r\n')}`;
  const panel = await choose('sell-cards', '开卡.txt', Buffer.from(text, 'utf16le'));
  expect(await panel.locator('#bulk-encoding').inputValue()).toBe('utf-16le');
  await readAll(panel);
  await panel.locator('#value-brand_id').fill('3396912');
  await panel.locator('#value-shop_id').fill('4564334');
  await checkRows(panel);
  await runButton(panel, 'sell-cards', 3).click();
  await panel.getByText(bulk['sell-cards'].mixed('2', '3'), { exact: true }).first().waitFor();
  const { entries } = stage.sandbox.ledger({ object: ids[1] ?? '' });
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ signature: 'right', violations: [] });
  expect(entries[0]?.body.param_batch_open_card_open_req).toEqual({
    ...{ brand_id: '3396912', shop_id: '4564334', operator_id: operator.id },
    ...{ request_id: entries[0]?.key, physical_card_ids: ids },
  });
  await panel.close();
});
