import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { checkRows, decideAllAs, filter, openBulk, pasteRows, runButton } from './bulk-stage.ts';
import { nextChinaMidnight } from './china-midnight.ts';
import { makeNotifyingBuild } from './notifying-build.ts';
import { openSection, setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';

const method = 'alibaba.lingyang.utouch.submit.initiative.batch.task';
const words = bulk['submit-outreach'];
const { rowStates } = said.jobs;

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

let stage: Stage;
let build: string;
let used = 0;

beforeAll(async () => {
  build = makeNotifyingBuild();
  stage = await openStage({ extensionDir: build });
  await setUp(stage);
  const options = await stage.browser.openPage('options.html');
  await openSection(options, 'defaults');
  await options.locator('#default-outreachRows').fill('200');
  await options.getByRole('button', { name: said.words.save, exact: true }).click();
  await options.getByText(said.words.saved, { exact: true }).waitFor();
  await options.close();
});
afterEach(() => stage.sandbox.clearFaults());
afterAll(async () => {
  await stage.close();
  rmSync(build, { recursive: true, force: true });
});

const requests = (since: number) => stage.sandbox.ledger({ method, since }).entries;
const lastSequence = () => stage.sandbox.ledger().entries.at(-1)?.sequence ?? 0;
const ask = (biz: string, phone: string) => [biz, phone, '王五', '{"店名":"一店"}', '{}'];

/** So many people that nobody was asked about yet, from the paste to the button that sends. */
async function begin(count: number, planId = '124'): Promise<{ panel: Page; ids: string[] }> {
  const people = Array.from({ length: count }, (_, index) => used + index);
  used += count;
  const ids = people.map((person) => `BIZ-${person}`);
  const rows = people.map((person) => ask(`BIZ-${person}`, String(13_910_000_000 + person)));
  const panel = await openBulk(stage, 'submit-outreach');
  await pasteRows(panel, [['biz_id', '手机号', '姓名', 'input_params', 'output_params'], ...rows]);
  await panel.locator('#value-plan_id').fill(planId);
  await panel.getByRole('radio', { name: bulk.columns.channels.sms, exact: true }).check();
  await checkRows(panel);
  await runButton(panel, 'submit-outreach', count).click();
  return { panel, ids };
}

const shown = (panel: Page, text: string) =>
  panel.getByText(text, { exact: true }).first().waitFor({ timeout: 60_000 });

/** Every id under one key; `processed` of them taken by the platform. */
function expectOneKeyEach(ids: readonly string[], processed: number): void {
  const { byObject } = stage.sandbox.ledger({ method }).counts;
  expect(ids.filter((id) => byObject[id]?.keys.length !== 1)).toEqual([]);
  expect(ids.filter((id) => (byObject[id]?.processed ?? 0) > 1)).toEqual([]);
  expect(ids.filter((id) => byObject[id]?.processed === 1)).toHaveLength(processed);
}

test('600 people whose answers were all lost: unknown, none sent twice; sent again on demand, under the same keys', async () => {
  stage.sandbox.addFaults([{ kind: 'answer-lost', times: 3, match: { method } }]);
  const { panel, ids } = await begin(600);
  await shown(panel, words.unknown('600'));
  await shown(panel, words.unknownNext);
  expect(requests(0)).toHaveLength(3);
  expectOneKeyEach(ids, 600);
  const jobId = panel.url().split('/').at(-1) ?? '';
  const worker = await stage.browser.worker();
  const isNotified = async () => `job-${jobId}` in (await worker.evaluate(() => chrome.notifications.getAll()));
  await waitUntil('the notification', isNotified);
  for (const [index, { key, body }] of requests(0).entries()) {
    const { task_list: tasks, ...shared } = body.initiative_batch_task_request as Record<string, unknown>;
    expect(JSON.parse(JSON.stringify(shared))).toEqual({ task_unique_code: key, plan_id: expect.anything() });
    const person = 200 * index;
    expect(tasks).toHaveLength(200);
    expect((tasks as unknown[])[0]).toEqual({
      ...{ biz_id: `BIZ-${person}`, phone_number: `${13_910_000_000 + person}`, user_name: '王五' },
      ...{ input_params: '{"店名":"一店"}', output_params: '{}' },
    });
  }

  await decideAllAs(panel, 'submit-outreach', 'send-again', 600);
  await stage.sandbox.waitForRequests(6);
  await filter(panel, rowStates.unknown, 600).waitFor();
  await panel.getByRole('button', { name: bulk.job.details('BIZ-0'), exact: true }).click();
  await panel.getByText(said.errorReasons['duplicate-request'].title).first().waitFor();
  expect(requests(0)).toHaveLength(6);
  expectOneKeyEach(ids, 600);
  await decideAllAs(panel, 'submit-outreach', 'mark-succeeded', 600);
  await shown(panel, words.done('600'));
  expect(requests(0)).toHaveLength(6);
  await panel.close();
});

test('what the platform takes no more than 60 of goes in halves, each person once', async () => {
  stage.sandbox.addFaults([{ kind: 'batch-limit', rows: 60, match: { method } }]);
  const since = lastSequence();
  const { panel, ids } = await begin(400);
  await shown(panel, words.done('400'));
  const taken = requests(since).filter(({ verdict }) => verdict.kind === 'accepted');
  expect(taken.map(({ objects }) => objects.length)).toEqual(Array.from({ length: 8 }, () => 50));
  expect(taken.flatMap(({ objects }) => objects).sort()).toEqual([...ids].sort());
  await panel.close();
});

test('a session that expired pauses, says where to renew it, and goes on from there', async () => {
  const since = lastSequence();
  stage.sandbox.addFaults([{ kind: 'session-expired', match: { method } }]);
  const { panel, ids } = await begin(250);
  await shown(panel, said.errorReasons['session-expired'].title);
  await panel.getByRole('button', { name: said.app.openSection.connections }).waitFor();
  await panel.getByRole('button', { name: said.jobs.resume }).click();
  await shown(panel, words.done('250'));
  expectOneKeyEach(ids.slice(0, 200), 200);
  const refused = requests(since).filter(({ verdict }) => verdict.kind === 'refused');
  const again = requests(since).filter(({ key }) => key === refused[0]?.key);
  expect(refused).toHaveLength(1);
  expect(again).toHaveLength(2);
  await panel.close();
});

test('five requests in a row that fail alike pause the job; the rest has not left', async () => {
  const ids = [...stage.sandbox.crm().opportunities.keys()].slice(100, 120);
  stage.sandbox.addFaults([
    { kind: 'error', code: 15, subCode: 'isv.territory-not-exist', subMsg: '领地不存在', times: null },
  ]);
  const panel = await openBulk(stage, 'release-opportunity');
  await pasteRows(panel, [['商机ID'], ...ids.map((id) => [id])]);
  await checkRows(panel);
  await runButton(panel, 'release-opportunity', 20).click();
  await shown(panel, said.errorReasons['same-failure'].title);
  await panel.getByText('领地不存在').first().waitFor();
  const left = ids.filter((id) => stage.sandbox.ledger({ object: id }).entries.length > 0);
  // Those that were on their way when the fifth came back.
  expect(left.length).toBeLessThanOrEqual(8);
  stage.sandbox.clearFaults();
  await panel.getByRole('button', { name: said.jobs.resume }).click();
  await shown(panel, bulk['release-opportunity'].mixed(String(20 - left.length), '20'));
  await panel.close();
});

test("the day's quota is gone: paused until midnight in China; a person may try earlier", async () => {
  stage.sandbox.addFaults([{ kind: 'quota-gone', match: { method } }]);
  const { panel, ids } = await begin(30);
  await panel.getByText(said.errorCodes['quota-gone'].title).first().waitFor();
  await panel.getByText(said.errorCodes['quota-gone'].nextUntil(nextChinaMidnight())).waitFor();
  await panel.getByRole('button', { name: said.jobs.resume }).click();
  await shown(panel, words.done('30'));
  expectOneKeyEach(ids, 30);
  await panel.close();
});
