import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { edit } from '../../assets/messages/zh-cn/edit.ts';
import { help } from '../../assets/messages/zh-cn/help.ts';
import { advice as adviceSettings } from '../../assets/messages/zh-cn/settings/advice.ts';
import { openCrmStage, openEdit, readStore, save, startAfresh } from './crm-stage.ts';
import { goToOpportunity, openSurfaceOver, releaseThrough, submitButton, unlock } from './drive.ts';
import { operator } from './setup.ts';
import type { Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';

const { advice, record } = help;
const id = '20191214888';
let stage: Stage;

beforeAll(async () => {
  stage = await openCrmStage();
  await stage.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => stage.close());
beforeEach(() => startAfresh(stage));

/** The side panel over a page of the partner CRM, or of the REST CRM. */
async function openPanel(opportunityId: string, crm: 'partner' | 'rest' = 'partner'): Promise<Page> {
  const page = await stage.browser.context.newPage();
  if (crm === 'partner') await goToOpportunity(page, stage.sandbox.url, opportunityId);
  else await page.goto(`${stage.sandbox.url}/opportunities/${opportunityId}`);
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await panel.getByRole('heading', { name: record.title }).waitFor();
  return panel;
}

const shown = (panel: Page, text: string) => panel.getByText(text, { exact: false }).first().waitFor();
const adviceItem = (panel: Page, title: string) =>
  panel.getByRole('list', { name: advice.title }).getByRole('listitem').filter({ hasText: title });
/** Nothing may be written because of what is only shown. */
const expectNoWrites = () =>
  expect(stage.sandbox.ledger().entries.filter(({ httpMethod }) => httpMethod !== 'GET')).toEqual([]);

function setRecord(set: Record<string, string | boolean>, opportunityId = id): void {
  stage.sandbox.changeData([{ kind: 'opportunity', id: opportunityId, set }]);
}

const button = (panel: Page, name: string) => panel.getByRole('button', { name, exact: true });
const focusIn = (panel: Page) => panel.evaluate(() => document.activeElement?.id);

test.each(['partner', 'rest'] as const)(
  'the record is shown over the %s CRM’s page, with what it says of itself',
  async (crm) => {
    const panel = await openPanel(id, crm);
    for (const text of ['20,000.0', '2026-11-19', '93天未跟进', '2026-12-31 00:00', '已通过', record.noOthers])
      await shown(panel, text);
    await shown(panel, record.step(3, 5));
    expect(await panel.locator('[aria-current="step"]').textContent()).toContain('方案/报价');
    // Of what is kept already nothing is asked for again.
    expect(stage.sandbox.ledger().entries.length).toBeLessThanOrEqual(3);
    expectNoWrites();
    await panel.screenshot({ path: `.tmp/helps-${crm}.png`, fullPage: true });
    await panel.close();
  },
);

test('advice says why and leads to the prepared form, and nothing is sent', async () => {
  setRecord({ expect_sign_date: '2020-01-01' });
  const panel = await openPanel(id);
  await button(panel, record.readAgain).click();
  const date = adviceItem(panel, advice.signDate.title('2020-01-01'));
  await date.getByRole('button', { name: advice.newDate }).click();
  await waitUntil('the date to have the focus', async () => (await focusIn(panel)) === 'edit-expect_sign_date');
  await panel.goBack();
  await adviceItem(panel, advice.signDate.title('2020-01-01')).getByRole('button', { name: advice.newStage }).click();
  await waitUntil('the stage to have the focus', async () => (await focusIn(panel)) === 'edit-stage');
  await panel.goBack();
  const unfollowed = () => adviceItem(panel, advice.unfollowed.title(93));
  await unfollowed().getByText(advice.unfollowed.reason(30)).waitFor();
  await unfollowed().getByRole('button', { name: advice.followUp }).click();
  await waitUntil('the follow-up to have the focus', async () => (await focusIn(panel)) === 'follow-up-content');
  expect(await panel.locator('#follow-up-content').inputValue()).toBe(edit.followUp.begin);
  await panel.goBack();
  await unfollowed().getByRole('button', { name: said.opportunity.release }).click();
  await submitButton(panel).waitFor();
  expectNoWrites();
  expect(await panel.evaluate(readStore, 'jobs')).toBe('[]');
  await panel.close();
});

test('an approval under way stands against edits, and says so', async () => {
  const panel = await openPanel('20191215100');
  await adviceItem(panel, advice.approval.title).getByText(advice.approval.reason('审批中')).waitFor();
  for (const name of [advice.newDate, advice.newStage]) expect(await button(panel, name).count()).toBe(0);
  await panel.close();
});

test('the customer’s other open opportunities lead to their records, and back', async () => {
  const panel = await openPanel('20191215000');
  const sibling = adviceItem(panel, advice.sameCustomer.reason).getByRole('link').first();
  const other = (await sibling.getAttribute('href'))?.split('/').at(-1) ?? '';
  const title = stage.sandbox.crm().opportunities.get(other)?.title ?? '';
  expect(await sibling.textContent()).toBe(`${title} · ${other}`);
  await sibling.click();
  await panel.getByText(other, { exact: true }).first().waitFor();
  await shown(panel, title);
  await panel.getByRole('link', { name: said.opportunity.ofPage }).click();
  await panel.getByText('20191215000', { exact: true }).first().waitFor();
  await panel.close();
});

test('advice that is switched off is gone', async () => {
  const options = await stage.browser.openPage('options.html', { hash: '/advice' });
  const save = async (isOn: boolean) => {
    await options.locator('#advice-unfollowed').selectOption(isOn ? '30' : '0');
    await options.locator('#advice-signDate').selectOption(isOn ? '1' : '0');
    await options.getByRole('switch', { name: adviceSettings.approval }).setChecked(isOn);
    await options.getByRole('switch', { name: adviceSettings.sameCustomer }).setChecked(isOn);
    await options.getByText(adviceSettings.saved, { exact: true }).waitFor();
  };
  await save(false);
  const panel = await openPanel('20191215100');
  await shown(panel, record.approval);
  expect(await panel.getByRole('list', { name: advice.title }).count()).toBe(0);
  // A change of the settings is seen at once.
  await save(true);
  await adviceItem(panel, advice.approval.title).waitFor();
  await panel.close();
  await options.close();
});

test('what cannot be read is said, and what was read before stays with its age', async () => {
  const opportunity = '20191215030';
  const panel = await openPanel(opportunity);
  await shown(panel, '93天未跟进');
  stage.sandbox.changeData([{ kind: 'rest-token', id: 'sandbox-token-0123456789abcdef', set: { state: 'invalid' } }]);
  await button(panel, record.readAgain).click();
  await panel.getByRole('alert').waitFor();
  await button(panel, record.readAgain).waitFor();
  await shown(panel, '93天未跟进');
  await button(panel, said.app.lockNow).click();
  await panel.getByLabel(said.unlock.passphrase).waitFor();
  await shown(panel, '93天未跟进');
  stage.sandbox.reset();
  stage.sandbox.setShapes({ 'rest-limit': 'off' });
  await unlock(panel);
  await waitUntil('no error to be left', async () => (await panel.getByRole('alert').count()) === 0);
  await panel.close();
});

test('opened while it is locked, it is read once that is over; saved in another surface, it is read anew', async () => {
  const opportunity = '20191215033';
  const popup = await stage.browser.openPage('popup.html');
  await button(popup, said.app.lockNow).click();
  await button(popup, said.app.unlock).first().waitFor();
  await popup.close();
  const panel = await openPanel(opportunity);
  await panel.getByLabel(said.unlock.passphrase).waitFor();
  expect(stage.sandbox.ledger({ object: opportunity }).entries).toEqual([]);
  await unlock(panel);
  await shown(panel, '93天未跟进');
  const form = await openEdit(stage, opportunity);
  await form.locator('#edit-title').fill('在别处改过的名称');
  await save(form, 1);
  await shown(panel, '在别处改过的名称');
  await form.close();
  await panel.close();
});

test('hidden values stay hidden, and another title than the page’s is pointed out', async () => {
  const masked = '20191215102';
  const { phone = '' } = stage.sandbox.crm().opportunities.get(masked) ?? {};
  const page = await stage.browser.context.newPage();
  await goToOpportunity(page, stage.sandbox.url, masked);
  setRecord({ title: '完全不同的标题' }, masked);
  const panel = await openSurfaceOver(stage, page, 'sidepanel.html');
  await shown(panel, record.differs);
  await shown(panel, '完全不同的标题');
  expect(await panel.locator('body').textContent()).not.toContain(phone);
  await panel.close();
});

test('it is taken elsewhere as id, link, Markdown and a row, by the keyboard', async () => {
  const panel = await openPanel('9007199254740993');
  await shown(panel, '128,000.5');
  const { forms } = help.copy;
  const copied = async (form: keyof typeof forms) => {
    await button(panel, forms[form]).focus();
    await panel.keyboard.press('Enter');
    await panel.getByRole('status').getByText(help.copy.copied(forms[form])).waitFor();
    return panel.evaluate(() => navigator.clipboard.readText());
  };
  const link = `${stage.sandbox.url}/crm/opportunities/9007199254740993`;
  expect(await copied('id')).toBe('9007199254740993');
  expect(await copied('link')).toBe(link);
  expect(await copied('markdown')).toBe(
    `[潮汕砂锅粥\\(南山店\\)](${link}) · \`9007199254740993\` · 深圳市潮味餐饮有限公司 · 需求确定`,
  );
  const row = await copied('row');
  const cells = ['="9007199254740993"', '潮汕砂锅粥(南山店)', '深圳市潮味餐饮有限公司', '需求确定'];
  expect(row.split('\t').slice(0, 4)).toEqual(cells);
  await panel.close();
});

test('what was released here is told afterwards: when, by whom, how it ended, and its job', async () => {
  const opportunity = '20191215031';
  const journal = await stage.browser.openPage('sidepanel.html', { hash: '/journal' });
  await journal.getByRole('heading', { name: said.journal.title }).waitFor();
  const panel = await openPanel(opportunity);
  await panel.getByRole('contentinfo').or(panel.locator('footer')).first().waitFor();
  await button(panel, said.opportunity.release).last().click();
  await releaseThrough(panel, opportunity, { reason: '联系不上' });
  await button(panel, said.release.done).click();
  const title = advice.earlierJob.title(said.jobs.operations['release-opportunity'], said.jobs.rowStates.succeeded);
  await adviceItem(panel, title).getByText(operator.name).waitFor();
  const history = panel.getByRole('list', { name: said.opportunity.recent });
  await history.getByRole('listitem').filter({ hasText: operator.name }).waitFor();
  await adviceItem(panel, title).getByRole('button', { name: advice.viewJob }).click();
  await shown(panel, said.release.succeeded(opportunity));
  // A journal that was open all the while has it, too.
  await shown(journal, opportunity);
  await journal.close();
  await panel.close();
});

test('whom a page names is added to outreach from the popup, and the way leads back', async () => {
  const page = await stage.browser.context.newPage();
  await goToOpportunity(page, stage.sandbox.url, id);
  const popup = await openSurfaceOver(stage, page, 'popup.html');
  await button(popup, help.addToOutreach).click();
  const phone = popup.locator('#task-1-phone_number');
  await phone.waitFor();
  expect(await phone.inputValue()).toBe('13801381465');
  await popup.getByRole('link', { name: said.words.back }).click();
  await button(popup, help.addToOutreach).waitFor();
  expectNoWrites();
  await popup.close();
});
