import type { Page } from 'playwright-core';
import { batchWords as en } from '../../assets/messages/en/batch.ts';
import { type BatchWords, batchWords as zhCn } from '../../assets/messages/zh-cn/batch.ts';
import { answerInstead } from './answer-instead.ts';
import type { BatchJobKind } from './batch-jobs.ts';
import type { Scene } from './scene.ts';
import type { Screen } from './screens.ts';
import { type Said, saidIn } from './words.ts';

type Step = { page: Page; said: Said; words: BatchWords };

const wordsOf = (said: Said): BatchWords => (said === saidIn.en ? en : zhCn);

/** A form whose draft is its own: those of other screens stand aside. `job`: what it becomes when it is submitted. */
function form(
  screen: 'cards' | 'outreach',
  name: string,
  act: (step: Step) => Promise<unknown>,
  { job, ...more }: Partial<Screen> & { job?: BatchJobKind } = {},
): Screen {
  return {
    name: `panel-${screen}-${name}`,
    state: 'ready',
    file: 'sidepanel.html',
    hash: `/${screen}`,
    ...more,
    async act(page, said, scene: Scene) {
      const create = job && { 'job.create': [{ jobId: scene.batchJobs[job], created: true }] };
      await answerInstead(page, { 'draft.read': [{}], 'draft.save': [{}], 'draft.delete': [{}], ...create });
      await page.locator(screen === 'cards' ? '#cards-entry' : '#outreach-plan_id').waitFor();
      await act({ page, said, words: wordsOf(said) });
    },
  };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const shown = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();

async function scan({ page, words }: Step, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    await page.locator('#cards-entry').fill(id);
    await button(page, words.cards.add).click();
  }
}

async function fillCards(step: Step, ...ids: string[]): Promise<void> {
  await scan(step, ...ids);
  for (const [name, value] of Object.entries({ brand_id: '3396912', shop_id: '4564334', operator_id: 'kyr13386' }))
    await step.page.locator(`#cards-${name}`).fill(value);
}

async function fillTask({ page, words }: Step, phone: string): Promise<void> {
  await page.locator('#outreach-plan_id').fill('124');
  await page.getByRole('radio', { name: words.outreach.channels.sms, exact: true }).check();
  await page.locator('#task-1-phone_number').fill(phone);
}

async function sendCards(step: Step): Promise<void> {
  await fillCards(step, '6600000399');
  await button(step.page, step.words.cards.submit(1)).click();
}

async function sendTask(step: Step): Promise<void> {
  await fillTask(step, '13912345678');
  await button(step.page, step.words.outreach.submit(1)).click();
}

/** Forms of several rows, and what becomes of what they send. */
export const batchScreens: readonly Screen[] = [
  form('cards', 'empty', async () => {}),
  form('cards', 'filled', async (step) => {
    await fillCards(step, '0066000005', '6600000398', '9007199254740993', '6600000398');
    await step.page.getByText(step.said.release.dryRun).click();
    await step.page.getByText('["0066000005"').first().waitFor();
  }),
  form('cards', 'errors', async (step) => {
    await step.page.locator('#cards-brand_id').fill('1 2');
    await step.page.locator('#cards-operator_id').fill('');
    await button(step.page, step.words.cards.submitNone).click();
    await scan(step, 'a=b c=d');
    await step.page.locator('[aria-invalid="true"]').nth(3).waitFor();
  }),
  form(
    'cards',
    'held',
    async (step) => {
      await fillCards(step, '6600000397', '6600000396');
      await button(step.page, step.words.cards.submit(2)).click();
      await button(step.page, step.said.release.callOff).waitFor();
    },
    { leave: (page, said) => button(page, said.release.callOff).click() },
  ),
  form('cards', 'called-off', async (step) => {
    await fillCards(step, '6600000393', '6600000394');
    await button(step.page, step.words.cards.submit(2)).click();
    await button(step.page, step.said.release.callOff).click();
    await button(step.page, step.words['sell-cards'].takeUp(2)).waitFor();
  }),
  form('cards', 'at-work', async (step) => {
    await fillCards(step, '6600000306', '6600000395');
    await button(step.page, step.words.cards.submit(2)).click();
    await button(step.page, step.words.batch.takeOut(1, false)).waitFor();
  }),
  form(
    'cards',
    'resending',
    async (step) => {
      await sendCards(step);
      await step.page.getByText(step.said.release.sendingNote).waitFor();
    },
    { job: 'cardsLost' },
  ),
  form(
    'cards',
    'mixed',
    async (step) => {
      await sendCards(step);
      await shown(step.page, step.words['sell-cards'].mixed(2, 6));
    },
    { job: 'cardsMixed' },
  ),
  form(
    'cards',
    'unknown',
    async (step) => {
      await sendCards(step);
      await shown(step.page, step.words['sell-cards'].unknown(1));
    },
    { job: 'cardsUnknown' },
  ),
  form('outreach', 'empty', async () => {}),
  form(
    'outreach',
    'filled',
    async (step) => {
      const { page, words } = step;
      await fillTask(step, '13912345678');
      await page.getByText(words.outreach.book).click();
      for (const [name, value] of Object.entries({
        use_platform: 'PLATFORM_A',
        book_code: 'BOOK',
        book_owner_id: '123',
      }))
        await page.locator(`#outreach-${name}`).fill(value);
      await button(page, words.outreach.addPair).first().click();
      await page.getByPlaceholder(words.outreach.pairName).fill('店名');
      await page.getByPlaceholder(words.outreach.pairValue).fill('老王铜锅涮肉（三里屯店）');
      await page.getByText(words.outreach.more).click();
      await button(page, words.outreach.asJson).nth(1).click();
      await page.locator('textarea#task-1-output_params').fill('{"次数":3}');
      await page.getByRole('button', { name: /^(从页面|Add from)/ }).click();
      await page.locator('#task-2-user_name').waitFor();
    },
    { tab: 'found' },
  ),
  form('outreach', 'errors', async ({ page, words }) => {
    await page.getByText(words.outreach.more).click();
    const wrong = { plan_execute_start_time: '明天', biz_id: '', source_id: 'x', phone_number: '1391234' };
    for (const [name, value] of Object.entries(wrong)) await page.locator(`#task-1-${name}`).fill(value);
    await page.getByRole('button', { name: words.outreach.addPair }).first().click();
    await page.getByPlaceholder(words.outreach.pairValue).fill('没有名称');
    await page.getByText(words.outreach.book).click();
    await page.locator('#outreach-book_code').fill('BOOK');
    await button(page, words.outreach.submit(1)).click();
    await page.locator('[aria-invalid="true"]').nth(3).waitFor();
  }),
  form(
    'outreach',
    'mixed',
    async (step) => {
      await sendTask(step);
      await shown(step.page, step.words['submit-outreach'].mixed(2, 3));
    },
    { job: 'tasksMixed' },
  ),
  form(
    'outreach',
    'unknown',
    async (step) => {
      await sendTask(step);
      await shown(step.page, step.words['submit-outreach'].unknown(1));
    },
    { job: 'tasksUnknown' },
  ),
];
