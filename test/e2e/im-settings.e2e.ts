import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imSettings as words } from '../../assets/messages/zh-cn/im-settings.ts';
import { findAccessibilityFaults } from './axe.ts';
import { readStore } from './crm-stage.ts';
import { unlock } from './drive.ts';
import { age, history, listenToClipboard, openReception, people, query, refresh, showAllChanges } from './im-stage.ts';
import { makeNotifyingBuild } from './notifying-build.ts';
import { setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';
import { getWorker, killWorker } from './worker.ts';

const method = 'alibaba.interaction.im.assignsetting.query';
const bigAccount = '9007199254740995';

let stage: Stage;
let notifyingBuild: string;

/** The extension API, inside functions that are evaluated in the worker. */
declare const chrome: typeof import('wxt/browser').browser;

beforeAll(async () => {
  notifyingBuild = makeNotifyingBuild();
  stage = await openStage({ extensionDir: notifyingBuild });
  await setUp(stage);
});
afterAll(async () => {
  await stage.close();
  rmSync(notifyingBuild, { recursive: true });
});

const requests = () => stage.sandbox.ledger({ method }).entries;

test('a wrong account number is told at the field, and nothing is asked', async () => {
  const page = await openReception(stage);
  await page.getByText(words.noAccount).waitFor();
  for (const wrong of ['', '12a', '012345', '12345678901234567890']) {
    await page.locator('#im-account-id').fill(wrong);
    await page.keyboard.press('Enter');
    await page.getByText(words.accountIdWrong).waitFor();
    expect(await page.locator('#im-account-id').getAttribute('aria-invalid')).toBe('true');
  }
  expect(requests()).toEqual([]);
  await page.close();
});

test('settings are asked for by account number and told with what a manager would mind; ids stay as they are', async () => {
  const page = await openReception(stage);
  await query(page, bigAccount);
  expect(requests()).toMatchObject([{ signature: 'right', violations: [], verdict: { kind: 'accepted' } }]);
  expect(requests()[0]?.body).toMatchObject({ self_account_id: bigAccount });
  await people(page).getByText('9007199254740993', { exact: true }).waitFor();
  await page.getByText(words.passed(6)).waitFor();
  expect(await page.evaluate(readStore, 'imSettings')).toContain('"9007199254740993"');

  await query(page, '12346');
  await page.getByText(`刘洋 · ${words.health['disabled-in-rotation'].bad}`).waitFor();
  await page.getByText(words.health['rotation-off'].bad).waitFor();
  await page.getByText(`刘洋 · ${words.health['disabled-with-areas'].bad}`).waitFor();
  await page.getByText(`陈娟 · ${words.health['without-areas'].bad}`).waitFor();
  await query(page, '12347');
  await page.getByText(words.health['nobody-in-rotation'].bad).waitFor();
  expect(await findAccessibilityFaults(page)).toEqual([]);
  await page.close();
});

test('accounts are searched, sorted, copied and exported as they are shown', async () => {
  const page = await openReception(stage);
  await query(page, '12345');
  expect(await people(page).getByRole('listitem').count()).toBe(8);
  await page.getByLabel(words.sort).selectOption('areas');
  await people(page).getByRole('listitem').first().getByText('Lily Chen').waitFor();
  await page.getByLabel(words.search).fill('9007199');
  await page.getByText(words.countOf(1, 8)).waitFor();
  const exportCsv = page.getByRole('button', { name: words.exportCsv });
  const [file] = await Promise.all([page.waitForEvent('download'), exportCsv.click()]);
  expect(file.suggestedFilename()).toMatch(/^接待设置-12345-\d{4}-\d\d-\d\d\.csv$/);
  const [head, first] = readFileSync(await file.path(), 'utf8').split('\r\n');
  expect(head).toMatch(/^\uFEFF账号编号,名称,/);
  expect(first).toBe('"\t9007199254740993",王五,业务员,是,是,14');
  const copied = await listenToClipboard(page);
  await page.getByRole('button', { name: words.copyAccounts }).click();
  expect((await copied())?.split('\n').slice(1)).toEqual(['"\t9007199254740993"\t王五\t业务员\t是\t是\t14']);
  await page.getByRole('button', { name: words.copyId('9007199254740993') }).click();
  await waitUntil('the id to be copied', async () => (await copied()) === '9007199254740993');
  await page.getByLabel(words.search).fill('没有这个人');
  await page.getByText(words.noMatch).waitFor();
  await page.close();
});

test('what is fresh is not asked for again; what is stale is shown at once and renewed behind', async () => {
  const before = requests().length;
  const fresh = await openReception(stage);
  await people(fresh).getByText('赵敏').waitFor();
  expect(requests()).toHaveLength(before);
  await fresh.close();

  await age(stage);
  stage.sandbox.changeData([
    { kind: 'im-account', company: '12345', id: '20010002', set: { charge_auto_distribute: false } },
  ]);
  stage.sandbox.addFaults([{ kind: 'hold', match: { method } }]);
  const stale = await openReception(stage);
  await query(stale, '12345');
  await people(stale).getByText('赵敏').waitFor();
  await stage.sandbox.waitForRequests(before + 1, {});
  expect(await history(stale).getByText(words.changes.left('赵敏')).count()).toBe(0);
  stage.sandbox.releaseHeld();
  await history(stale).getByText(words.changes.left('赵敏')).waitFor();
  await stale.getByText(/此前 .* 仍在/).waitFor();
  await stale.close();
});

test('offline, and while locked, the last answer is there with its age and the reason why it is not newer', async () => {
  await age(stage);
  const page = await openReception(stage);
  await query(page, '12345');
  await waitUntil('the renewal', async () => (await refresh(page).getAttribute('aria-busy')) === null);
  await stage.browser.context.setOffline(true);
  await refresh(page).click();
  await page.getByText(words.errors.offline.title).first().waitFor();
  await people(page).getByText('孙晓东').waitFor();
  await stage.browser.context.setOffline(false);
  await refresh(page).click();
  await page.getByText(words.errors.offline.title).first().waitFor({ state: 'detached' });

  await page.getByRole('button', { name: said.app.lockNow }).click();
  await page.getByRole('button', { name: said.app.unlock }).first().waitFor();
  await page.close();
  await age(stage);
  await killWorker(stage.browser);
  const before = requests().length;
  const locked = await openReception(stage);
  await people(locked).getByText('孙晓东').waitFor();
  await locked.getByText(words.errors.locked.title).waitFor();
  await locked.getByText(`1小时前 · ${words.cached}`).waitFor();
  expect(requests()).toHaveLength(before);
  await unlock(locked);
  await locked.getByText(words.errors.locked.title).waitFor({ state: 'detached' });
  expect(requests().length).toBeGreaterThan(before);
  await locked.close();
});

test('ten changes by others are all found and told, and any two versions can be compared', async () => {
  const page = await openReception(stage);
  await query(page, bigAccount);
  const company = bigAccount;
  const wang = { kind: 'im-account' as const, company, id: '9007199254740993' };
  const { changes } = words;
  const told: [Parameters<typeof stage.sandbox.changeData>[0][number], string][] = [
    [{ ...wang, set: { charge_auto_distribute: false } }, changes.left('王五')],
    [{ ...wang, set: { charge_auto_distribute: true } }, changes.joined('王五')],
    [{ ...wang, set: { in_charge_area_count: 12 } }, changes.areas('王五', '14', '12')],
    [{ ...wang, set: { nick_name: '王武' } }, changes.renamed('王五', '王武')],
    [{ ...wang, set: { account_enable: false } }, changes.disabled('王武')],
    [{ kind: 'im-account-gone', company, id: '20010003' }, changes.removed('孙晓东')],
    [
      {
        kind: 'im-account',
        company,
        id: '9007199254740999',
        set: {
          nick_name: '新来的',
          account_type: 'sales',
          in_charge_area_count: 1,
          account_enable: true,
          charge_auto_distribute: false,
        },
      },
      changes.added('新来的'),
    ],
    [{ kind: 'im-company', id: company, set: { assign_rule_type: 'product' } }, changes.rule('按地区', '按产品')],
    [
      { kind: 'im-company', id: company, set: { customer_first: false } },
      changes.switched(words.customerFirst, words.off),
    ],
    [
      { kind: 'im-company', id: company, set: { admin_auto_distribute: false } },
      changes.switched(words.rotation, words.off),
    ],
  ];
  for (const [change, sentence] of told) {
    stage.sandbox.changeData([change]);
    await refresh(page).click();
    await history(page).getByText(sentence, { exact: true }).first().waitFor();
  }
  await showAllChanges(page);
  const lines = await history(page).getByRole('listitem').allInnerTexts();
  expect(lines.map((line) => line.split('\n')[0])).toEqual(told.map(([, sentence]) => sentence).reverse());

  await page.getByText(words.compare, { exact: true }).first().click();
  await page.getByLabel(words.compareFrom, { exact: true }).selectOption('0');
  await page.getByLabel(words.compareTo, { exact: true }).selectOption('10');
  await page.getByRole('button', { name: words.compare }).click();
  const rows = page.getByRole('table').getByRole('row');
  await rows.filter({ hasText: '王武 · 负责地区数' }).filter({ hasText: '14' }).waitFor();
  // Left and joined again: between these two versions nothing of it is to be seen.
  expect(await rows.filter({ hasText: `王武 · ${words.columns.chargeAutoDistribute}` }).count()).toBe(0);
  expect(await findAccessibilityFaults(page)).toEqual([]);
  await page.close();
});

test('a failure has its sentence and the platform’s request_id, and takes nothing from what is shown', async () => {
  const page = await openReception(stage);
  await query(page, '12345');
  stage.sandbox.addFaults([{ kind: 'session-expired', match: { method } }]);
  await refresh(page).click();
  await page.getByText(words.errors['sign-in-again'].title).waitFor();
  await page.getByText(said.words.requestId, { exact: true }).waitFor();
  await people(page).getByText('周雅婷').waitFor();
  const wrapper = 'alibaba_interaction_im_assignsetting_query_response';
  const bodies = [
    '',
    '{"some_other_response":{}}',
    `{"${wrapper}":{"result":[{"success":true}]}}`,
    `{"${wrapper}":{"result":{"success":true,"data":{"sub_account_info_list":"none"}}}}`,
  ];
  const faults = [
    ...(['html', 'truncated', 'oversize'] as const).map((kind) => ({ kind })),
    ...bodies.map((body) => ({ kind: 'body' as const, text: body })),
  ];
  for (const fault of faults) {
    stage.sandbox.addFaults([{ ...fault, match: { method } }]);
    await refresh(page).click();
    await page.getByText(words.errors['unreadable-answer'].title).waitFor();
    await refresh(page).click();
    await page.getByText(words.errors['unreadable-answer'].title).waitFor({ state: 'detached' });
  }
  await people(page).getByText('周雅婷').waitFor();
  await query(page, '12348');
  await page.getByText(words.noSubAccounts).waitFor();
  await page.close();
});

test('a list that is dropped is said to be so: nobody has left, and nothing is a change', async () => {
  const page = await openReception(stage);
  await query(page, '12345');
  await waitUntil('the renewal', async () => (await refresh(page).getAttribute('aria-busy')) === null);
  const before = await history(page).getByRole('listitem').allInnerTexts();
  stage.sandbox.setShapes({ 'im-accounts': 'absent' });
  await refresh(page).click();
  await page.getByText(words.errors['accounts-not-told'].title).waitFor();
  await page.getByText(said.words.requestId, { exact: true }).waitFor();
  await people(page).getByText('周雅婷').waitFor();
  expect(await history(page).getByRole('listitem').allInnerTexts()).toEqual(before);

  // An account that was never asked for is shown as far as it was told.
  await query(page, '12347');
  await page.getByRole('button', { name: words.forget('12347') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words.forget('12347') })
    .click();
  await query(page, '12347');
  await page.getByText(words.subAccountsNotTold).waitFor();
  await page.getByText(words.health['nobody-in-rotation'].unknown).waitFor();
  stage.sandbox.setShapes({ 'im-accounts': 'objects' });
  await refresh(page).click();
  await people(page).getByText('林芳').waitFor();
  expect(await history(page).count()).toBe(0);
  await page.close();
});

test('the regular look finds a change while no surface is open, and a notification tells of it', async () => {
  const page = await openReception(stage);
  await page.getByText(words.settings, { exact: true }).click();
  await page.getByLabel(words.checkMinutes).fill('1441');
  await page.keyboard.press('Enter');
  await page.getByText(words.minutesWrong(0, 1440)).waitFor();
  await page.getByLabel(words.checkMinutes).fill('30');
  await page.keyboard.press('Enter');
  await page.getByText(words.settingsSaved, { exact: true }).waitFor();
  await page.close();
  stage.sandbox.changeData([{ kind: 'im-company', id: '12345', set: { customer_first: false } }]);
  await age(stage);
  const worker = await getWorker(stage.browser);
  const alarm = await worker.evaluate(() => chrome.alarms.get('im-check'));
  expect(alarm?.scheduledTime).toBeGreaterThan(Date.now());
  // Again and again: whatever the worker tells of sets its alarm anew, half an hour away.
  const ring = () => worker.evaluate(() => chrome.alarms.create('im-check', { when: Date.now() + 100 }));
  await waitUntil(
    'the notification',
    async () => {
      const shown = await worker.evaluate(() => chrome.notifications.getAll());
      if (!('im-settings-12345' in shown)) await ring();
      return 'im-settings-12345' in shown;
    },
    { everyMs: 700 },
  );
  const later = await openReception(stage);
  await query(later, '12345');
  await history(later)
    .getByText(words.changes.switched(words.customerFirst, words.off), { exact: true })
    .first()
    .waitFor();
  await later.getByText(words.health['customer-first-off'].bad).waitFor();
  await later.close();
});
