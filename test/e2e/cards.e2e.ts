import { expect, test } from 'vitest';
import { batchWords } from '../../assets/messages/zh-cn/batch.ts';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { sellCards } from '../../lib/operations/words/zh-cn/sell-cards.ts';
import { findAccessibilityFaults } from './axe.ts';
import { createBatchStage } from './batch-stage.ts';
import { filter } from './bulk-stage.ts';
import { readStore } from './crm-stage.ts';
import { operator } from './setup.ts';
import { said } from './words.ts';

const text = batchWords.cards;
const cardWords = batchWords['sell-cards'];
const bigCard = '9007199254740993';

const form = createBatchStage('cards', { height: 900, ready: 'cards-entry' });
const { told, rowOf, expectRow, entries } = form;

const label = (name: keyof typeof sellCards.fields) => form.field(`cards-${name}`);

const listed = () => form.panel.locator('li').filter({ has: form.panel.getByRole('button', { name: /^移除 / }) });

/** As a scanner does it: every key at once, Enter at the end. */
async function scan(id: string): Promise<void> {
  await form.panel.locator('#cards-entry').focus();
  await form.panel.keyboard.type(id);
  await form.panel.keyboard.press('Enter');
}

async function paste(content: string): Promise<void> {
  await form.panel.locator('#cards-entry').focus();
  await form.panel.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, content);
}

async function fillShared(values: Partial<Record<keyof typeof sellCards.fields, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await label(name as keyof typeof sellCards.fields).fill(value);
}

const submit = (count: number) => form.panel.getByRole('button', { name: text.submit(count), exact: true }).click();

test('every documented field goes out as it was typed, scanned and pasted', async () => {
  await form.begin();
  await scan('111');
  await scan('111');
  await form.panel.getByText(text.repeated('111')).waitFor();
  await paste(`222，333\r\n${bigCard} 222`);
  await label('brand_id').fill('3396912');
  await fillShared({ out_brand_id: '33959', shop_id: '4564334', out_shop_id: '35663464', operator_id: 'kyr20001' });
  await form.panel.getByText(said.release.dryRun).click();
  await form.panel.getByText(`["111","222","333","${bigCard}"]`).waitFor();
  expect(await findAccessibilityFaults(form.panel)).toEqual([]);
  await submit(4);
  await told(cardWords.succeeded(4));
  for (const id of ['111', '222', '333', bigCard]) await expectRow(id, 'succeeded');
  expect(await form.panel.evaluate(readStore, 'rowBlocks')).toContain(`"${bigCard}"`);
  const [entry] = entries();
  expect(entries()).toHaveLength(1);
  expect(entry).toMatchObject({ signature: 'right', violations: [], verdict: { kind: 'accepted' } });
  expect(entry?.body.param_batch_open_card_open_req).toEqual({
    brand_id: '3396912',
    out_brand_id: '33959',
    shop_id: '4564334',
    out_shop_id: '35663464',
    operator_id: 'kyr20001',
    request_id: entry?.key,
    physical_card_ids: ['111', '222', '333', bigCard],
  });
});

test('with what is required only, by outside ids; leading zeros stay, and what is typed outlives the panel', async () => {
  await form.open();
  await scan('0066000005');
  await scan('6600000001');
  await scan('6600000002');
  await form.panel.getByRole('button', { name: text.remove('6600000001') }).click();
  await form.panel.getByRole('button', { name: text.undo }).click();
  await form.panel.getByRole('button', { name: text.remove('6600000002') }).click();
  await fillShared({ out_brand_id: '33959', out_shop_id: '35663464' });
  await form.panel.close();
  await form.open();
  await form.panel.getByText(said.release.draftKept).waitFor();
  expect(await listed().count()).toBe(2);
  await submit(2);
  await told(cardWords.mixed(1, 2));
  await expectRow('0066000005', 'failed');
  await expectRow('6600000001', 'succeeded');
  const [entry] = entries();
  expect(entry?.body.param_batch_open_card_open_req).toEqual({
    out_brand_id: '33959',
    out_shop_id: '35663464',
    operator_id: operator.id,
    request_id: entry?.key,
    physical_card_ids: ['0066000005', '6600000001'],
  });
  await form.panel.getByRole('button', { name: cardWords.retry(1) }).click();
  await form.panel.getByText(bulk.job.retryOf).waitFor();
  await filter(form.panel, bulk.check.filters.all, 1).waitFor();
  await form.panel.getByText('0066000005', { exact: true }).first().waitFor();
  expect(await form.panel.getByText('6600000001', { exact: true }).count()).toBe(0);
  await form.panel.getByText(bulk.run.previewShow).click();
  await form.panel.getByText('33959').first().waitFor();
});

test('an answer that is lost is asked for again under the same request_id, and no card is opened twice', async () => {
  form.stage.sandbox.addFaults([{ kind: 'answer-lost', match: { method: form.method } }]);
  await form.open();
  await scan('6600000007');
  await fillShared({ brand_id: '3396912', shop_id: '4564334' });
  await submit(1);
  await form.panel.getByText(batchWords.batch.resending(2)).waitFor();
  await told(cardWords.succeeded(1));
  const keys = entries().map(({ key }) => key);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(entries().map(({ body }) => body.param_batch_open_card_open_req)).toEqual([
    expect.objectContaining({ physical_card_ids: ['6600000007'] }),
    expect.objectContaining({ physical_card_ids: ['6600000007'] }),
  ]);
});

test('an answer that is shuffled and leaves a card out: each by its id, the missing one unknown until a person says', async () => {
  form.stage.sandbox.setShapes({ 'cards-all-success': 'absent', 'cards-result-map': 'pairs' });
  form.stage.sandbox.addFaults([
    { kind: 'rows-shuffled', match: { method: form.method } },
    { kind: 'rows-missing', from: 'start', match: { method: form.method } },
  ]);
  await form.open();
  await paste('6600000010 6600000100 6600000011');
  await fillShared({ brand_id: '3396912', shop_id: '4564334' });
  await submit(3);
  await told(cardWords.unknown(1));
  const sold = new Set(['6600000010', '6600000011']);
  const outcomes = await Promise.all(
    ['6600000010', '6600000100', '6600000011'].map(async (id) => [id, (await rowOf(id).textContent()) ?? ''] as const),
  );
  const missing = outcomes.filter(([, shown]) => shown.includes(said.jobs.rowStates.unknown)).map(([id]) => id);
  expect(missing).toHaveLength(1);
  for (const [id, shown] of outcomes) {
    if (missing.includes(id)) continue;
    expect(shown).toContain(sold.has(id) ? said.jobs.rowStates.succeeded : said.jobs.rowStates.failed);
  }
  await rowOf(missing[0] ?? '')
    .getByRole('button', { name: cardWords['mark-succeeded'].label })
    .click();
  const dialog = form.panel.getByRole('dialog');
  await dialog.getByText(cardWords['mark-succeeded'].note).waitFor();
  await dialog.getByRole('button', { name: cardWords['mark-succeeded'].label }).click();
  await expectRow(missing[0] ?? '', 'succeeded');
});

test('every rule, violated once, is said at its field; nothing is sent', async () => {
  await form.begin();
  await label('operator_id').fill('');
  await form.panel.getByRole('button', { name: text.submitNone, exact: true }).click();
  await form.expectError('cards-entry', text.none);
  await form.expectError('cards-brand_id', batchWords.batch.oneOf(sellCards.fields.out_brand_id.label));
  await form.expectError('cards-shop_id', batchWords.batch.oneOf(sellCards.fields.out_shop_id.label));
  await form.expectError('cards-operator_id', said.fields.issues.required);
  const wrong = {
    brand_id: '1 2',
    out_brand_id: '外'.repeat(65),
    shop_id: '\u3000x y',
    out_shop_id: 'a b',
    operator_id: 'kyr 1',
  };
  await fillShared(wrong);
  await scan('1');
  await submit(1);
  for (const [name, typed] of Object.entries(wrong)) {
    const isLong = typed.length > 64;
    await form.expectError(`cards-${name}`, isLong ? said.fields.tooLong(64) : said.fields.issues['not-an-id']);
  }
  for (const id of ['a=b', '9'.repeat(65)]) {
    await form.panel.locator('#cards-entry').fill('');
    await scan(id);
    await form.expectError('cards-entry', text.refused(id));
    expect(await form.panel.evaluate(() => document.activeElement?.id)).toBe('cards-entry');
    // What could not be taken stands on in the field, to be corrected, apart from what is scanned next.
    expect(await form.panel.locator('#cards-entry').inputValue()).toBe(`${id} `);
  }
  await form.panel.locator('#cards-entry').fill('');
  await paste(Array.from({ length: 501 }, (_, index) => `C${index}`).join('\n'));
  await form.expectError('cards-entry', text.tooMany(500, 2));
  expect(entries()).toEqual([]);
});

test('what cannot be read is unknown; what was lost goes again under its request_id; a refusal opens nothing', async () => {
  const wrapper = 'alibaba_alsc_crm_card_batch_sell_response';
  const faults = [
    {
      fault: { kind: 'body' as const, text: `{"${wrapper}":{"result":[]}}` },
      sentence: cardWords.unknown(1),
      requests: 1,
    },
    { fault: { kind: 'oversize' as const }, sentence: cardWords.succeeded(1), requests: 2 },
    { fault: { kind: 'truncated' as const }, sentence: cardWords.succeeded(1), requests: 2 },
    {
      fault: { kind: 'error' as const, code: 15, subCode: 'isv.shop-closed', subMsg: '门店已停业' },
      sentence: cardWords.failed(1),
      requests: 1,
    },
  ];
  await form.begin();
  await fillShared({ brand_id: '3396912', shop_id: '4564334' });
  for (const [index, { fault, sentence, requests }] of faults.entries()) {
    const before = entries().length;
    form.stage.sandbox.addFaults([{ ...fault, match: { method: form.method } }]);
    await scan(`66000000${20 + index}`);
    await submit(1);
    await told(sentence);
    const sent = entries().slice(before);
    expect(sent).toHaveLength(requests);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    await form.panel.getByRole('button', { name: batchWords.batch.again }).click();
    await form.panel.locator('#cards-entry').waitFor();
  }
});
