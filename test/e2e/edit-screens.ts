import type { Page } from 'playwright-core';
import { edit as en } from '../../assets/messages/en/edit.ts';
import { type EditMessages, edit as zhCn } from '../../assets/messages/zh-cn/edit.ts';
import { getMethod, postMethod, putMethod } from './crm-stage.ts';
import type { Scene } from './scene.ts';
import type { Screen } from './screens.ts';
import { type Said, saidIn } from './words.ts';

type Fault = Parameters<Scene['stage']['sandbox']['addFaults']>[0][number];

/** What is at hand while a screen is brought up. `language` makes what is written differ from the other's. */
type Step = { page: Page; words: EditMessages; id: string; sandbox: Scene['stage']['sandbox']; language: string };

const wordsOf = (said: Said): EditMessages => (said === saidIn.en ? en : zhCn);

/** Each screen is about a record of its own, since several are looked at at once. */
function screen(name: string, id: string, act: (step: Step) => Promise<unknown>, isKept = false): Screen {
  return {
    name: `panel-edit-${name}`,
    state: 'crm',
    file: 'sidepanel.html',
    hash: `/edit/${id}`,
    async act(page, said, { stage: { sandbox } }) {
      await page.locator('#edit-title, [role="alert"]').first().waitFor();
      await act({ page, words: wordsOf(said), id, sandbox, language: said === saidIn.en ? 'en' : '中文' });
    },
    // What was typed and not sent would come back in the other language.
    ...(isKept ? { leave: (page: Page, said: Said) => discard(page, wordsOf(said)) } : {}),
  };
}

async function discard(page: Page, words: EditMessages): Promise<void> {
  await page.reload();
  await page.getByText(words.restored).waitFor();
  await page.getByRole('status').getByRole('button', { name: words.discard }).click();
  await page.getByText(words.restored).waitFor({ state: 'detached' });
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const note = ({ page, language }: Step) => page.locator('#edit-note').fill(`下周签约 ${language}`);
const followUp = ({ page }: Step) => page.locator('#follow-up-content').fill('已与老板通话，下周签合同');
const save = ({ page, words }: Step, count: number, hasFollowUp = false) =>
  button(page, words.save(count, hasFollowUp)).click();
const shown = ({ page }: Step, text: string) => page.getByText(text).first().waitFor();
const fail = ({ sandbox, id }: Step, method: string, fault: Pick<Fault, 'kind'> & Record<string, unknown>) =>
  sandbox.addFaults([{ ...fault, match: { method, object: id } } as Fault]);
const colleague = ({ sandbox, id, language }: Step) =>
  sandbox.changeData([{ kind: 'opportunity', id, set: { note: `同事刚写的备注 ${language}` } }]);

async function settleAs(page: Page, name: string, words: EditMessages): Promise<void> {
  await button(page, name).click();
  await page.getByText(words.decidedByPerson).waitFor();
}

/** What a record of a REST CRM is edited on, and what becomes of it. */
export const editScreens: readonly Screen[] = [
  { name: 'panel-edit-no-connection', state: 'ready', file: 'sidepanel.html', hash: '/edit/20191214888' },
  screen('form', '20191214888', async () => {}),
  screen(
    'changes',
    '20191215060',
    async (step) => {
      await note(step);
      await step.page.locator('#edit-expect_amount').fill('12345678.50');
      await followUp(step);
      await step.page.getByText(step.words.followUp.more).click();
      await step.page.getByText(step.words.preview).click();
      await shown(step, '2 · POST');
    },
    true,
  ),
  screen(
    'errors',
    '20191215061',
    async (step) => {
      const { page } = step;
      await page.locator('#edit-title').fill('');
      await page.locator('#edit-expect_amount').fill('两万');
      await page.locator('#edit-user_id').fill('王五');
      await page.locator('#follow-up-stage').selectOption({ index: 1 });
      await save(step, 3, true);
      await page.locator('[aria-invalid="true"]').nth(3).waitFor();
    },
    true,
  ),
  screen(
    'restored',
    '20191215062',
    async (step) => {
      await note(step);
      await step.page.reload();
      await shown(step, step.words.restored);
    },
    true,
  ),
  screen(
    'typed-conflict',
    '20191215063',
    async (step) => {
      await note(step);
      await step.page.reload();
      await shown(step, step.words.restored);
      colleague(step);
      await step.page.reload();
      await shown(step, step.words.typedConflict);
    },
    true,
  ),
  screen('conflict', '20191215064', async (step) => {
    await note(step);
    await followUp(step);
    colleague(step);
    await save(step, 1, true);
    await shown(step, step.words.conflict);
  }),
  screen('saved', '20191215065', async (step) => {
    await note(step);
    await followUp(step);
    await save(step, 1, true);
    await shown(step, step.words.followUp.written);
  }),
  screen('undo', '20191215066', async (step) => {
    await note(step);
    await save(step, 1);
    await button(step.page, step.words.undo).click();
    await button(step.page, step.words.undoConfirm(1)).waitFor();
  }),
  screen('partly', '20191215101', async (step) => {
    await note(step);
    await step.page.locator('#edit-expect_amount').fill('7.5');
    await followUp(step);
    await save(step, 2, true);
    await shown(step, step.words.partly);
    await shown(step, step.words.followUp.unsentNote);
  }),
  {
    ...screen('unknown', '20191215067', async (step) => {
      step.sandbox.changeData([{ kind: 'opportunity', id: step.id, set: { locked_fields: ['note'] } }]);
      fail(step, putMethod, { kind: 'html' });
      await note(step);
      await save(step, 1);
      await shown(step, step.words.unknown);
    }),
    leave: (page, said) => settleAs(page, wordsOf(said).markNotSaved, wordsOf(said)),
  },
  {
    ...screen('follow-up-unknown', '20191215068', async (step) => {
      fail(step, postMethod, { kind: 'answer-lost' });
      await followUp(step);
      await step.page.locator('#follow-up-stage').selectOption({ index: 1 });
      await save(step, 0, true);
      await shown(step, step.words.followUp.unknown);
    }),
    leave: (page, said) => settleAs(page, wordsOf(said).followUp.markWritten, wordsOf(said)),
  },
  screen('refused', '20191215069', async (step) => {
    fail(step, putMethod, { kind: 'error', status: 422, code: 422, msg: '备注不能包含联系方式', field: 'note' });
    await note(step);
    await save(step, 1);
    await shown(step, step.words.reasons['refused-by-crm'].title);
  }),
  {
    ...screen('unsaved', '20191215071', async (step) => {
      fail(step, putMethod, { kind: 'error', status: 422, code: 422, msg: '备注不能包含联系方式', field: 'note' });
      await note(step);
      await save(step, 1);
      await shown(step, step.words.reasons['refused-by-crm'].title);
      await step.page.reload();
      await shown(step, step.words.unsaved);
    }),
    isVariant: true,
  },
  screen('approval-pending', '20191215100', (step) => shown(step, step.words.reasons['approval-pending'].title)),
  screen('unreadable', '20191215070', async (step) => {
    fail(step, getMethod, { kind: 'html', times: null });
    await step.page.reload();
    await shown(step, step.words.reasons.html.title);
  }),
  {
    name: 'options-crm-connection',
    state: 'crm',
    file: 'options.html',
    hash: '/connections',
    async act(page, said) {
      const words = wordsOf(said).connections;
      await button(page, said.connections.addCrm).click();
      await page.getByRole('radio', { name: words.ways['sign-in'] }).check();
      await page.getByLabel(words.password, { exact: true }).waitFor();
      await page.getByText(said.connections.pace.title).click();
    },
  },
  {
    name: 'options-connection-pace',
    state: 'crm',
    file: 'options.html',
    hash: '/connections',
    async act(page, said) {
      const { pace, add } = said.connections;
      await button(page, add).click();
      await page.getByText(pace.title).click();
      await page.locator('#connection-calls').fill('0');
      await button(page, said.words.save).click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
    },
  },
];
