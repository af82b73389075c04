import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { checkRows, decideAllAs, filter, openBulk, pasteRows, runButton } from './bulk-stage.ts';
import { operator, setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';

const method = 'alibaba.alsc.crm.card.batch.sell';
const words = bulk['sell-cards'];
const { rowStates } = said.jobs;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await setUp(stage);
});
afterAll(() => stage.close());

const shop = { brand_id: '3396912', shop_id: '4564334', operator_id: operator.id };
const cards = Array.from({ length: 450 }, (_, index) => `66${String(10_000_000 + index)}`);
const chunks = [0, 100, 200, 300, 400].map((from) => cards.slice(from, from + 100));
const requestsOf = (card = '') => stage.sandbox.ledger({ object: card }).entries;

async function decide(panel: Page, card: string, choice: 'mark-succeeded'): Promise<void> {
  await panel.getByRole('button', { name: bulk.job.details(card) }).click();
  await panel.getByRole('cell').getByRole('button', { name: words[choice].label, exact: true }).click();
  const dialog = panel.getByRole('dialog');
  await dialog.getByText(words[choice].note).waitFor();
  await dialog.getByRole('button', { name: words[choice].label }).click();
}

test('450 cards: a lost answer is asked for again by itself, what an answer leaves out is unknown and decided, each card opened once', async () => {
  stage.sandbox.setShapes({ 'cards-all-success': 'absent' });
  stage.sandbox.addFaults([
    { kind: 'answer-lost', match: { object: chunks[1]?.[0] ?? '' } },
    { kind: 'rows-missing', count: 4, match: { object: chunks[2]?.[0] ?? '' } },
    { kind: 'rows-shuffled', match: { object: chunks[3]?.[0] ?? '' } },
  ]);
  const panel = await openBulk(stage, 'sell-cards');
  await pasteRows(panel, [['卡号'], ...cards.map((id) => [id])]);
  await panel.locator('#value-brand_id').fill(shop.brand_id);
  await panel.locator('#value-shop_id').fill(shop.shop_id);
  await checkRows(panel);
  await panel.getByText(bulk.run.estimate('450', '5')).waitFor();
  await runButton(panel, 'sell-cards', 450).click();
  await panel.getByText(words.unknown('4'), { exact: true }).first().waitFor({ timeout: 60_000 });
  await filter(panel, rowStates.succeeded, 446).waitFor();

  const leftOut = chunks[2]?.slice(-4) ?? [];
  await decide(panel, leftOut[0] ?? '', 'mark-succeeded');
  await panel.getByText(words.unknown('3'), { exact: true }).first().waitFor();
  expect(requestsOf(leftOut[0])).toHaveLength(1);
  await decideAllAs(panel, 'sell-cards', 'send-again', 3);
  await panel.getByText(words.done('450'), { exact: true }).first().waitFor();
  const { byObject, byKey } = stage.sandbox.ledger({ method }).counts;
  for (const card of cards) expect(byObject[card], card).toMatchObject({ processed: 1, keys: [expect.any(String)] });
  expect(Object.values(byKey).map(({ processed }) => processed)).toEqual([1, 1, 1, 1, 1]);
  for (const chunk of chunks) {
    const entries = requestsOf(chunk[0]);
    for (const { key, body, signature, violations } of entries) {
      expect({ signature, violations }).toEqual({ signature: 'right', violations: [] });
      expect(body.param_batch_open_card_open_req).toEqual({ ...shop, request_id: key, physical_card_ids: chunk });
    }
    expect(new Set(entries.map(({ key }) => key)).size).toBe(1);
    expect(entries).toHaveLength(chunk === chunks[1] || chunk === chunks[2] ? 2 : 1);
  }
  await panel.close();

  const journal = await stage.browser.openPage('sidepanel.html', { width: 360, height: 900, hash: '/journal' });
  for (const [card = '', choice] of [
    [leftOut[0], 'mark-succeeded'],
    [leftOut[1], 'send-again'],
  ] as const) {
    await journal.locator('#journal-search').fill(card);
    const decided = `${said.journal.events.decided} · ${card}`;
    await journal.getByText(decided).filter({ hasText: said.journal.choices[choice] }).first().waitFor();
  }
  await journal.getByRole('button', { name: said.journal.verify, exact: true }).click();
  await journal.getByText(/\d+ .*完整/).waitFor();
  await journal.close();
});
