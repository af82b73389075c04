import type { Page } from 'playwright-core';
import { imSettings as en } from '../../assets/messages/en/im-settings.ts';
import { type ImMessages, imSettings as zhCn } from '../../assets/messages/zh-cn/im-settings.ts';
import { answerInstead } from './answer-instead.ts';
import { query } from './im-stage.ts';
import type { Scene } from './scene.ts';
import type { Screen } from './screens.ts';
import { type Said, saidIn } from './words.ts';

type Step = { page: Page; said: Said; words: ImMessages; sandbox: Scene['stage']['sandbox'] };

const bigAccount = '9007199254740995';

const screen = (name: string, act: (step: Step) => Promise<unknown>): Screen => ({
  name: `panel-im-${name}`,
  state: 'ready',
  file: 'sidepanel.html',
  hash: '/im-settings',
  act: (page, said, { stage: { sandbox } }) => act({ page, said, words: said === saidIn.en ? en : zhCn, sandbox }),
});

/** Several hours later, without having waited. */
const laterBy = (page: Page, hours: number) =>
  page.addInitScript((ms) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ms;
  }, hours * 3_600_000);

/** Each is about an account of its own where something changes, since several are looked at at once. */
export const imScreens: readonly Screen[] = [
  screen('empty', async ({ page, words }) => {
    await answerInstead(page, { 'im.accounts': [{ accounts: [] }] });
    await page.locator('#im-account-id').fill('012a');
    await page.keyboard.press('Enter');
    await page.getByText(words.accountIdWrong).waitFor();
  }),
  screen('fresh', async (step) => {
    await query(step.page, '12345', step.words);
    await step.page.getByText(step.words.passed(6)).waitFor();
  }),
  screen('findings', async (step) => {
    await query(step.page, '12346', step.words);
    await step.page.getByText(step.words.health['rotation-off'].bad).waitFor();
    await step.page.getByText(step.words.settings, { exact: true }).click();
    await step.page.getByLabel(step.words.checkMinutes).fill('1441');
    await step.page.keyboard.press('Enter');
    await step.page.locator('[aria-invalid="true"]').waitFor();
  }),
  screen('history', async (step) => {
    const { page, words, sandbox } = step;
    const refresh = page.getByRole('button', { name: words.refresh, exact: true });
    await query(step.page, bigAccount, step.words);
    const wang = { kind: 'im-account' as const, company: bigAccount, id: '9007199254740993' };
    const stamp = words === en ? 1 : 2;
    for (const set of [{ charge_auto_distribute: words === en }, { in_charge_area_count: 20 + stamp }]) {
      sandbox.changeData([{ ...wang, set }]);
      await refresh.click();
      // Its name is another one while it asks.
      await refresh.waitFor();
    }
    await page.getByText(words.compare, { exact: true }).first().click();
    await page.locator('#im-compare-from').selectOption('0');
    await page.getByRole('button', { name: words.compare }).click();
    await page.getByRole('table').waitFor();
  }),
  screen('offline', async (step) => {
    await laterBy(step.page, 26);
    await answerInstead(step.page, { 'im.refresh': [{ error: { code: 'offline', detail: {} } }] });
    await query(step.page, '12345', step.words);
    await step.page.getByText(step.words.errors.offline.title).waitFor();
  }),
  screen('none-listed', async (step) => {
    await query(step.page, '12348', step.words);
    await step.page.getByText(step.words.noSubAccounts).waitFor();
    await step.page.getByRole('button', { name: step.words.forget('12348') }).click();
    await step.page.getByRole('dialog').waitFor();
  }),
];

/** What an earlier look left, in the worker's words: the platform cannot be asked while it is locked. */
const kept = {
  settings: {
    ...{ assignRuleType: 'area', customerFirst: true },
    accounts: [
      { accountId: '12345', nickName: '张经理', accountType: 'manager', inChargeAreaCount: 10, accountEnable: true },
      { accountId: bigAccount, nickName: '王五 139****5678', inChargeAreaCount: 14, chargeAutoDistribute: true },
    ],
  },
  health: [{ question: 'rotation-off', state: 'unknown', accountIds: [] }],
  ...{ checkedAt: Date.UTC(2026, 10, 20, 6, 30), firstAt: Date.UTC(2026, 10, 3, 1, 0), version: 0 },
} as const;

export const lockedImScreen: Screen = {
  ...screen('locked', async (step) => {
    const { page, words } = step;
    await answerInstead(page, {
      'im.accounts': [{ accounts: [] }],
      'im.read': [{ view: kept }],
      'im.refresh': [{ error: { code: 'locked', detail: {} } }],
    });
    await query(step.page, '12345', step.words);
    await page.getByText(words.errors.locked.title).waitFor();
  }),
  state: 'locked',
};
