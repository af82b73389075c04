import { expect, test } from 'vitest';
import { batchWords } from '../../assets/messages/zh-cn/batch.ts';
import { bulkWords as bulk } from '../../assets/messages/zh-cn/bulk.ts';
import { submitOutreach } from '../../lib/operations/words/zh-cn/submit-outreach.ts';
import { createBatchStage } from './batch-stage.ts';
import { runButton } from './bulk-stage.ts';
import { openOpportunityPage } from './drive.ts';
import { openSection } from './setup.ts';
import { said } from './words.ts';
import { tabIdOf } from './worker.ts';

const text = batchWords.outreach;
const words = batchWords['submit-outreach'];
const { fields: fieldWords } = submitOutreach;
const { issues } = said.fields;

const form = createBatchStage('outreach', { height: 2600, ready: 'outreach-plan_id' });
const { fill, told, rowOf, entries, expectError } = form;

const chooseChannel = (channel: keyof typeof text.channels) =>
  form.panel.getByRole('radio', { name: text.channels[channel], exact: true }).check();
/** Of the only task, whatever number it has. */
const phone = () => form.panel.locator('[id^="task-"][id$="-phone_number"]');
const submit = (count: number) => form.panel.getByRole('button', { name: text.submit(count), exact: true }).click();

test('every rule, violated once, is said at its field; nothing is sent', async () => {
  await form.begin();
  const { panel } = form;
  await submit(1);
  await expectError('outreach-plan_id', issues.required);
  await expectError('outreach-channel', issues.required);
  await chooseChannel('call');
  await submit(1);
  await expectError('task-1-phone_number', issues['required-for-channel']);
  await chooseChannel('mail');
  await submit(1);
  await expectError('task-1-email', issues['required-for-channel']);
  await panel.getByText(text.book).click();
  await fill('outreach-book_code', 'BOOK_CODE');
  await submit(1);
  await expectError('outreach-use_platform', batchWords.batch.together(''));
  await panel.getByText(text.more).click();
  const wrong: Record<string, [typed: string, sentence: string]> = {
    'outreach-plan_id': ['12a', issues['not-a-whole-number']],
    'outreach-batch_num': ['1 2', issues['not-an-id']],
    'outreach-use_platform': ['PLATFORM A', issues['not-an-id']],
    'outreach-book_code': ['码'.repeat(129), said.fields.tooLong(128)],
    'outreach-book_owner_id': ['9223372036854775808', issues['not-a-whole-number']],
    'task-1-phone_number': ['139****5678', issues['not-a-phone']],
    'task-1-email': ['wang@', issues['not-an-email']],
    'task-1-user_name': ['名'.repeat(129), said.fields.tooLong(128)],
    'task-1-plan_execute_start_time': ['2027-02-30 10:00:00', issues['not-a-china-time']],
    'task-1-biz_id': ['a b', issues['not-an-id']],
    'task-1-outer_user_id': ['a b', issues['not-an-id']],
    'task-1-cms_user_id': ['-1', issues['not-a-whole-number']],
    'task-1-cms_member_type': ['a b', issues['not-an-id']],
    'task-1-source_id': ['1.5', issues['not-a-whole-number']],
    'task-1-department_id': ['01', issues['not-a-whole-number']],
    'task-1-appointment_time_id': ['1e3', issues['not-a-whole-number']],
    'task-1-policy_id': ['一', issues['not-a-whole-number']],
    'task-1-book_user_id': ['0x1', issues['not-a-whole-number']],
    'task-1-book_charge_biz_info': ['[1]', issues['not-a-json-object']],
  };
  for (const [id, [typed]] of Object.entries(wrong)) await fill(id, typed);
  for (const name of ['input_params', 'output_params']) {
    await form.field(`task-1-${name}`).getByRole('button', { name: text.asJson }).click();
    await panel.locator(`textarea#task-1-${name}`).fill('{"a":');
  }
  await submit(1);
  for (const [id, [, sentence]] of Object.entries(wrong)) await expectError(id, sentence);
  for (const name of ['input_params', 'output_params'])
    await expectError(`task-1-${name}`, issues['not-a-json-object']);
  await panel.getByText(said.fields.issueCount(Object.keys(wrong).length + 2)).waitFor();
  expect(entries()).toEqual([]);
});

test('a name that stands twice, a value without one, and an id that two tasks have, are said where they stand', async () => {
  await form.begin();
  const { panel } = form;
  await fill('outreach-plan_id', '124');
  await chooseChannel('sms');
  await fill('task-1-phone_number', '13912345678');
  const pairs = form.field('task-1-input_params');
  for (const index of [0, 1]) {
    await pairs.getByRole('button', { name: text.addPair }).click();
    await pairs.getByPlaceholder(text.pairName).nth(index).fill('a');
  }
  await panel.getByText(text.repeatedName('a')).waitFor();
  await pairs.getByPlaceholder(text.pairName).nth(1).fill('');
  await pairs.getByPlaceholder(text.pairValue).nth(1).fill('1');
  await panel.getByText(text.namelessPair).waitFor();
  await pairs.getByPlaceholder(text.pairName).nth(1).fill('b');
  await fill('task-1-phone_number', '12');
  // As long as a person's press takes: the error must not move the page from under it.
  await panel.getByRole('button', { name: text.addTask }).click({ delay: 120 });
  await expectError('task-1-phone_number', issues['not-a-phone']);
  await fill('task-1-phone_number', '13912345678');
  await fill('task-2-phone_number', '13912345679');
  await panel.getByText(text.more).nth(1).click();
  await fill('task-2-biz_id', await form.field('task-1-biz_id').inputValue());
  await submit(2);
  await expectError('task-2-biz_id', issues.repeated);
  expect(entries()).toEqual([]);
});

test('what failed is tried again from the job: its number masked where it is shown, whole where it is corrected and sent, under a new intention', async () => {
  await form.begin();
  const { panel } = form;
  await fill('outreach-plan_id', '124');
  await chooseChannel('sms');
  await fill('task-1-phone_number', '13912340001');
  await panel.getByRole('button', { name: text.addTask }).click();
  await fill('task-2-phone_number', '13800000000');
  const bizId = await form.field('task-2-biz_id').inputValue();
  await submit(2);
  await told(words.mixed(1, 2));
  await rowOf(bizId).getByText('138****0000', { exact: false }).waitFor();

  // Something else was begun meanwhile: it stays.
  await panel.getByRole('button', { name: batchWords.batch.again }).click();
  await phone().fill('13700000000');
  await panel.locator('nav a[href="#/jobs"]').click();
  await panel.locator('main a[href^="#/jobs/"]').first().click();
  const job = panel.url();
  const retry = panel.getByRole('button', { name: bulk.job.retryFailed('1') });
  await retry.click();
  await panel.getByText(bulk.job.retryOf).waitFor();
  const draft = panel.url();
  // Asked for twice, it is one draft.
  await panel.goto(job);
  await retry.click();
  await panel.getByText(bulk.job.retryOf).waitFor();
  expect(panel.url()).toBe(draft);

  await panel.getByRole('button', { name: bulk.check.open('2') }).click();
  const line = panel.getByRole('listitem').filter({ hasText: fieldWords.phone_number.label });
  await line.getByText('138****0000').waitFor();
  expect(await panel.getByText('13800000000').count()).toBe(0);
  await line.getByRole('button').click();
  expect(await panel.locator('#bulk-cell').inputValue()).toBe('13800000000');
  await panel.locator('#bulk-cell').fill('13800000001');
  await panel.keyboard.press('Enter');
  await line.getByText('138****0001').waitFor();
  await runButton(panel, 'submit-outreach', 1).click();
  await told(bulk['submit-outreach'].done('1'));
  const [first, second] = entries().map(({ key, body }) => ({
    key,
    ...(body.initiative_batch_task_request as object),
  }));
  expect(second).toMatchObject({ plan_id: 124, task_list: [{ phone_number: '13800000001' }] });
  expect(second?.key).not.toBe(first?.key);
  expect(JSON.stringify(second)).not.toContain(bizId);

  await panel.close();
  await form.open();
  expect(await phone().inputValue()).toBe('13700000000');
});

test('the page’s customer becomes a task; as many tasks as the settings say go into one request', async () => {
  const { stage } = form;
  const options = await stage.browser.openPage('options.html');
  await openSection(options, 'defaults');
  const rows = options.locator('#default-outreachRows');
  await rows.fill('201');
  await options.getByRole('button', { name: said.words.save, exact: true }).click();
  await options.getByText(said.defaults.rowsWrong).waitFor();
  await rows.fill('1');
  await options.getByRole('button', { name: said.words.save, exact: true }).click();
  await options.getByText(said.words.saved, { exact: true }).waitFor();
  await options.close();

  const page = await openOpportunityPage(stage, '20191214888');
  const customer = stage.sandbox.crm().opportunities.get('20191214888')?.customer.name ?? '';
  await form.begin(await tabIdOf(stage.browser, page));
  const { panel } = form;
  await fill('outreach-plan_id', '124');
  await chooseChannel('sms');
  await fill('task-1-phone_number', '13912345678');
  await panel.getByRole('button', { name: text.addFromPage(customer) }).click();
  const added = panel.getByRole('group', { name: text.task(2) });
  expect(await added.locator('[id$="-user_name"]').inputValue()).toBe(customer);
  await added.locator('[id$="-phone_number"]').fill('13912345679');
  await panel.getByText(said.release.dryRun).click();
  await panel.getByText(batchWords.batch.requests(2)).waitFor();
  await page.close();
});

test('whatever cannot be read as an answer is unknown, and nothing is sent again by itself', async () => {
  await form.begin();
  const wrapper = 'alibaba_lingyang_utouch_submit_initiative_batch_task_response';
  const faults = [
    { kind: 'html' as const },
    { kind: 'oversize' as const },
    { kind: 'body' as const, text: `{"${wrapper}":{"result":[{"success":true}]}}` },
    { kind: 'error' as const, code: 987, msg: 'Nobody knows' },
  ];
  for (const [index, fault] of faults.entries()) {
    form.stage.sandbox.addFaults([{ ...fault, match: { method: form.method } }]);
    await fill('outreach-plan_id', '124');
    await chooseChannel('sms');
    await phone().fill(`1391234000${index}`);
    await submit(1);
    await told(words.unknown(1));
    expect(entries()).toHaveLength(index + 1);
    await form.panel.getByRole('button', { name: batchWords.batch.again }).click();
    await form.panel.locator('#outreach-plan_id').waitFor();
  }
});
