import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { batchWords } from '../../assets/messages/zh-cn/batch.ts';
import { findAccessibilityFaults } from './axe.ts';
import { setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { said } from './words.ts';

const method = 'alibaba.lingyang.utouch.submit.initiative.batch.task';
const text = batchWords.outreach;
const told = batchWords['submit-outreach'];
const bigId = '9007199254740993';

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

/** High enough for the whole form: what is half under the footer is no touch target. */
async function openOutreach(): Promise<void> {
  panel = await stage.browser.openPage('sidepanel.html', { width: 360, height: 2600, hash: '/outreach' });
  await panel.locator('#outreach-plan_id').waitFor();
}

const fill = (id: string, value: string) => panel.locator(`#${id}`).fill(value);
const chooseChannel = (channel: keyof typeof text.channels) =>
  panel.getByRole('radio', { name: text.channels[channel], exact: true }).check();
const submit = (count: number) => panel.getByRole('button', { name: text.submit(count), exact: true }).click();
const waitUntilTold = (sentence: string) =>
  panel
    .getByText(sentence, { exact: true })
    .and(panel.locator(':not([role="status"])'))
    .first()
    .waitFor({ timeout: 20_000 });
const rowOf = (bizId: string) =>
  panel
    .getByRole('list', { name: batchWords.batch.rows })
    .getByRole('listitem')
    .filter({ has: panel.getByText(bizId, { exact: true }) });
const entries = () => stage.sandbox.ledger({ method }).entries;
const bizIdOf = (task: number) => panel.locator(`#task-${task}-biz_id`).inputValue();

test('every documented field goes out as it was typed, with its JSON type', async () => {
  await openOutreach();
  await fill('outreach-plan_id', bigId);
  await fill('outreach-batch_num', '7');
  await chooseChannel('sms');
  await panel.getByText(text.book).click();
  await fill('outreach-use_platform', 'PLATFORM_A');
  await fill('outreach-book_code', 'BOOK_BIG_OWNER');
  await fill('outreach-book_owner_id', '9007199254740995');
  await fill('task-1-phone_number', '13912345678');
  await fill('task-1-email', 'wang.wu@example.com');
  await fill('task-1-user_name', '王 五');
  const pairs = panel.locator('#task-1-input_params');
  await pairs.getByRole('button', { name: text.addPair }).click();
  await pairs.getByPlaceholder(text.pairName).fill('店名');
  await pairs.getByPlaceholder(text.pairValue).fill('老王"火锅"');
  const output = panel.locator('#task-1-output_params');
  await output.getByRole('button', { name: text.asJson }).click();
  await panel.locator('textarea#task-1-output_params').fill(`{"次数":3,"编号":${bigId}}`);
  await panel.getByText(text.more).click();
  const rare = {
    plan_execute_start_time: '2027-03-14 15:16:52',
    biz_id: 'BIZ-20270314-1',
    outer_user_id: '2088001',
    cms_user_id: '9007199254740997',
    cms_member_type: 'MEMBER',
    source_id: '31',
    department_id: '32',
    appointment_time_id: '33',
    policy_id: '34',
    book_user_id: '9007199254740999',
    book_charge_biz_info: '{"shop":"1"}',
  };
  for (const [name, value] of Object.entries(rare)) await fill(`task-1-${name}`, value);
  expect(await findAccessibilityFaults(panel)).toEqual([]);
  await panel.getByText(said.release.dryRun).click();
  await panel.getByText(`"plan_id":${bigId}`).waitFor();
  await submit(1);
  await waitUntilTold(told.succeeded(1));
  await rowOf('BIZ-20270314-1').getByText('139****5678', { exact: false }).waitFor();
  expect(await panel.getByText('13912345678').count()).toBe(0);
  const [entry] = entries();
  expect(entries()).toHaveLength(1);
  expect(entry).toMatchObject({ signature: 'right', violations: [], verdict: { kind: 'accepted' } });
  const { biz_id, outer_user_id, cms_member_type, plan_execute_start_time, book_charge_biz_info } = rare;
  expect(JSON.stringify(entry?.body.initiative_batch_task_request)).toContain(bigId);
  expect(entry?.body.initiative_batch_task_request).toEqual({
    task_unique_code: entry?.key,
    batch_num: '7',
    plan_id: bigId,
    use_book_info: { use_platform: 'PLATFORM_A', book_code: 'BOOK_BIG_OWNER', book_owner_id: '9007199254740995' },
    task_list: [
      {
        phone_number: '13912345678',
        email: 'wang.wu@example.com',
        user_name: '王 五',
        input_params: '{"店名":"老王\\"火锅\\""}',
        output_params: `{"次数":3,"编号":${bigId}}`,
        biz_id,
        outer_user_id,
        cms_member_type,
        plan_execute_start_time,
        book_charge_biz_info,
        cms_user_id: '9007199254740997',
        source_id: 31,
        department_id: 32,
        appointment_time_id: 33,
        policy_id: 34,
        book_user_id: '9007199254740999',
      },
    ],
  });
});

test('with what is required only; what was typed outlives the panel', async () => {
  await openOutreach();
  await fill('outreach-plan_id', '125');
  await chooseChannel('mail');
  await fill('task-1-email', 'wang@example.com');
  await panel.close();
  await openOutreach();
  await panel.getByText(said.release.draftKept).waitFor();
  const bizId = await bizIdOf(1);
  await submit(1);
  await waitUntilTold(told.succeeded(1));
  const [entry] = entries();
  expect(entry?.body.initiative_batch_task_request).toEqual({
    task_unique_code: entry?.key,
    plan_id: 125,
    task_list: [{ email: 'wang@example.com', input_params: '{}', output_params: '{}', biz_id: bizId }],
  });
  expect(bizId).toBe(`${entry?.key}-1`);
});

test('an answer that is shuffled and leaves one out: each by its key, the missing one unknown', async () => {
  stage.sandbox.addFaults([
    { kind: 'rows-shuffled', match: { method } },
    { kind: 'rows-missing', match: { method } },
  ]);
  await openOutreach();
  await fill('outreach-plan_id', '124');
  await chooseChannel('sms');
  const phones = ['13912340001', '13800000000', '13912340003'];
  for (const [index, phone] of phones.entries()) {
    if (index > 0) await panel.getByRole('button', { name: text.addTask }).click();
    await fill(`task-${index + 1}-phone_number`, phone);
  }
  const bizIds = await Promise.all([1, 2, 3].map(bizIdOf));
  expect(new Set(bizIds).size).toBe(3);
  await submit(3);
  await waitUntilTold(told.unknown(1));
  const shown = await Promise.all(bizIds.map(async (bizId) => (await rowOf(bizId).textContent()) ?? ''));
  const { unknown, succeeded, failed } = said.jobs.rowStates;
  expect(shown.filter((row) => row.includes(unknown))).toHaveLength(1);
  for (const [index, row] of shown.entries())
    if (!row.includes(unknown)) expect(row).toContain(index === 1 ? failed : succeeded);
});

test('what is missing or wrong is said at its field, and nothing is sent', async () => {
  await openOutreach();
  await submit(1);
  const expectError = (id: string, sentence: string) => panel.locator(`#${id}-error`).getByText(sentence).waitFor();
  await expectError('outreach-plan_id', said.fields.issues.required);
  await expectError('outreach-channel', said.fields.issues.required);
  await fill('outreach-plan_id', '124');
  await chooseChannel('sms');
  await panel.getByText(text.book).click();
  await fill('outreach-book_code', 'BOOK_CODE');
  await submit(1);
  await expectError('task-1-phone_number', said.fields.issues['required-for-channel']);
  await expectError('outreach-use_platform', '要么都填');
  await fill('task-1-phone_number', '12ab');
  const pairs = panel.locator('#task-1-input_params');
  for (const index of [0, 1]) {
    await pairs.getByRole('button', { name: text.addPair }).click();
    await pairs.getByPlaceholder(text.pairName).nth(index).fill('a');
  }
  await panel.getByText(text.repeatedName('a')).waitFor();
  await submit(1);
  await expectError('task-1-phone_number', said.fields.issues['not-a-phone']);
  expect(entries()).toEqual([]);
});
