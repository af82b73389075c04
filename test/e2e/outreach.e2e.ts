import { expect, test } from 'vitest';
import { batchWords } from '../../assets/messages/zh-cn/batch.ts';
import { findAccessibilityFaults } from './axe.ts';
import { createBatchStage } from './batch-stage.ts';
import { readStore } from './crm-stage.ts';
import { said } from './words.ts';

const text = batchWords.outreach;
const words = batchWords['submit-outreach'];
const bigId = '9007199254740993';

// High enough for the whole form: what is half under the footer is no touch target.
const form = createBatchStage('outreach', { height: 2600, ready: 'outreach-plan_id' });
const { fill, told, rowOf, entries } = form;

const chooseChannel = (channel: keyof typeof text.channels) =>
  form.panel.getByRole('radio', { name: text.channels[channel], exact: true }).check();
const submit = (count: number) => form.panel.getByRole('button', { name: text.submit(count), exact: true }).click();
const bizIdOf = (task: number) => form.field(`task-${task}-biz_id`).inputValue();

test('every documented field goes out as it was typed, with its JSON type', async () => {
  await form.open();
  const { panel } = form;
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
  await told(words.succeeded(1));
  await rowOf('BIZ-20270314-1').getByText('139****5678', { exact: false }).waitFor();
  // The first that the sandbox gives, beyond what a JavaScript number holds.
  await rowOf('BIZ-20270314-1').getByText('task_id 9007199254741001', { exact: false }).waitFor();
  expect(await panel.getByText('13912345678').count()).toBe(0);
  const stored = await panel.evaluate(readStore, 'rowBlocks');
  for (const id of ['9007199254740997', '9007199254740999', '9007199254741001']) expect(stored).toContain(`"${id}"`);
  expect(stored).not.toMatch(/900719925474\d{4}(?=[,}\]])/);
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
  await form.open();
  await fill('outreach-plan_id', '125');
  await chooseChannel('mail');
  await fill('task-1-email', 'wang@example.com');
  await form.panel.close();
  await form.open();
  await form.panel.getByText(said.release.draftKept).waitFor();
  const bizId = await bizIdOf(1);
  await submit(1);
  await told(words.succeeded(1));
  const [entry] = entries();
  expect(entry?.body.initiative_batch_task_request).toEqual({
    task_unique_code: entry?.key,
    plan_id: 125,
    task_list: [{ email: 'wang@example.com', input_params: '{}', output_params: '{}', biz_id: bizId }],
  });
  expect(bizId).toBe(`${entry?.key}-1`);
});

test('an answer that is shuffled and leaves one out: each by its key, the missing one unknown', async () => {
  form.stage.sandbox.addFaults([
    { kind: 'rows-shuffled', match: { method: form.method } },
    { kind: 'rows-missing', match: { method: form.method } },
  ]);
  await form.open();
  const { panel } = form;
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
  await told(words.unknown(1));
  const shown = await Promise.all(bizIds.map(async (bizId) => (await rowOf(bizId).textContent()) ?? ''));
  const { unknown, succeeded, failed } = said.jobs.rowStates;
  expect(shown.filter((row) => row.includes(unknown))).toHaveLength(1);
  for (const [index, row] of shown.entries())
    if (!row.includes(unknown)) expect(row).toContain(index === 1 ? failed : succeeded);
});
