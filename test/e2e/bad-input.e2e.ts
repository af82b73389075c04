import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appWithoutPermission, expiredSession } from '../sandbox/accounts.ts';
import {
  fillRelease,
  openMoreFields,
  openReleaseForm,
  openSurfaceOver,
  releaseThrough,
  shown,
  submitButton,
  unlock,
} from './drive.ts';
import { expectOneRelease, requiredFields } from './expect-ledger.ts';
import { fillConnection, openSection, setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';

const { connections, errorReasons, fields, opportunity, release, words } = said;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const countRequests = () => stage.sandbox.ledger().entries.length;

/** Before a connection: the first thing that a new user meets. */
test('without a set-up, popup and form say that a connection comes first, and lead there', async () => {
  const popup = await stage.browser.openPage('popup.html', { hash: '/release/20191214888' });
  await popup.getByText(said.app.setUpFirst).waitFor();
  expect(await submitButton(popup).isDisabled()).toBe(true);
  const opened = stage.browser.context.waitForEvent('page');
  await popup.getByRole('button', { name: said.app.setUp }).click();
  const options = await opened;
  await options.getByRole('heading', { name: connections.title }).waitFor();
  await Promise.all([popup.close(), options.close()]);
  await setUp(stage);
});

describe('an id that is none', () => {
  test.each([
    ['with letters', '2019abc888'],
    ['with spaces', '2019 1214 888'],
    ['none at all', ''],
    ['a very long one', '1'.repeat(400)],
    ['markup', '<img src=x>'],
  ])('%s is refused at the field where it is typed', async (_case, text) => {
    const before = countRequests();
    const popup = await openOverNothing();
    await popup.getByLabel(opportunity.enterId).fill(text);
    await popup.getByRole('button', { name: opportunity.release }).click();
    await shown(popup, opportunity.notOpportunityId).waitFor();
    expect(countRequests()).toBe(before);
    await popup.close();
  });

  test('is refused by the release form too, wherever it came from, and right again once corrected', async () => {
    const before = countRequests();
    const popup = await openReleaseForm(stage, encodeURIComponent('2019 1215 070'));
    await shown(popup, fields.issues['not-an-id']).waitFor();
    await submitButton(popup).click();
    expect(countRequests()).toBe(before);
    await popup.getByLabel(fields.labels.opportunity_id).fill(' 20191215070 ');
    await releaseThrough(popup, '20191215070');
    expectOneRelease(stage.sandbox, '20191215070');
    await popup.close();
  });
});

test('a page without an opportunity, and one that may not be read, are told apart', async () => {
  const page = await stage.browser.context.newPage();
  await page.goto(`${stage.sandbox.url}/crm/about`);
  const popup = await openSurfaceOver(stage, page);
  await shown(popup, opportunity.none).waitFor();
  await popup.close();
  await page.goto('chrome://version/');
  const over = await openSurfaceOver(stage, page);
  await shown(over, opportunity.cannotRead).waitFor();
  await Promise.all([over.close(), page.close()]);
});

test.each<[string, Parameters<typeof fillRelease>[1], string]>([
  ['no operator id', { operator_id: '' }, fields.issues.required],
  ['no operator name', { operator_name: '  ' }, fields.issues.required],
  ['no territory', { territory_code: '' }, fields.issues.required],
  ['an operator id with a space', { operator_id: 'kyr 13386' }, fields.issues['not-an-id']],
  ['a memo of 600 characters', { note: '长'.repeat(600) }, fields.tooLong(500)],
  ['a time that is none', { out_release_time: '2026-02-30 25:00' }, fields.issues['not-a-china-time']],
  ['ext_info that is no JSON', { ext_info: '{来源}' }, fields.issues['not-a-json-object']],
  ['ext_info that is a list', { ext_info: '[1]' }, fields.issues['not-a-json-object']],
])('%s is said at the field, and nothing is sent or lost', async (name, typed, sentence) => {
  const before = countRequests();
  // One for each, since the form keeps its draft.
  const popup = await openReleaseForm(stage, `201912150${name.length}`);
  await fillRelease(popup, { note: '不能丢', ...typed });
  await submitButton(popup).click();
  await shown(popup, sentence).waitFor();
  await shown(popup, fields.issueCount(1)).waitFor();
  const faulty = popup.locator('[aria-invalid="true"]');
  expect(await faulty.count()).toBe(1);
  await waitUntil('the field to have the focus', () => faulty.evaluate((field) => field === document.activeElement));
  expect(await popup.getByLabel(release.reasonNote).inputValue()).toBe(typed.note ?? '不能丢');
  expect(countRequests()).toBe(before);
  await popup.close();
});

test('while it is locked nothing is sent and nothing typed is lost; unlocked, the same form goes on', async () => {
  const opportunityId = '20191215072';
  const popup = await openReleaseForm(stage, opportunityId);
  await fillRelease(popup, { note: '锁定时写的', ext_info: '{"a":1}' });
  await popup.getByRole('button', { name: said.app.lockNow }).click();
  await shown(popup, said.app.locked).waitFor();
  await submitButton(popup).click();
  expect(stage.sandbox.ledger({ object: opportunityId }).entries).toEqual([]);
  await popup.getByLabel(said.unlock.passphrase).fill('nicht dieses Wort');
  await popup.getByRole('main').getByRole('button', { name: said.unlock.submit, exact: true }).click();
  await shown(popup, errorReasons['wrong-passphrase'].title).waitFor();
  await unlock(popup);
  await openMoreFields(popup);
  expect(await popup.getByLabel(release.reasonNote).inputValue()).toBe('锁定时写的');
  await releaseThrough(popup, opportunityId);
  expectOneRelease(stage.sandbox, opportunityId, { ...requiredFields, memo: '锁定时写的', ext_info: '{"a":1}' });
  await popup.close();
});

describe('the test of a connection says what is wrong', () => {
  test.each<[string, (form: Page) => Promise<void>, string]>([
    ['a wrong secret', (form) => form.locator('#connection-app-secret').fill('wrong-secret-000'), 'wrong-secret'],
    ['an app key that nobody knows', (form) => form.locator('#connection-app-key').fill('11112222'), 'unknown-app'],
    ['an expired session', (form) => form.locator('#connection-session').fill(expiredSession), 'session-expired'],
    ['an address that is no gateway', (form) => fillEndpoint(form, '/crm/'), 'not-a-top-gateway'],
    ['an address that answers with a page', answerWithPage, 'html'],
    ['an app without the permission', fillAppWithoutPermission, 'no-permission'],
  ])('%s', async (_case, spoil, reason) => {
    const form = await openConnectionForm();
    await spoil(form);
    await form.getByRole('button', { name: connections.test, exact: true }).click();
    await form.getByText(connections.testFailed).waitFor();
    await form.getByText(sentenceOf(reason)).first().waitFor();
    expect(stage.sandbox.ledger().entries.at(-1)?.objects ?? []).toEqual([]);
    await form.close();
  });

  test.each([
    ['no address at all', '', connections.issues.required],
    ['an address that is none', 'eco.taobao.com', connections.issues['not-a-url']],
    ['an address without encryption', 'http://eco.taobao.com/router/rest', connections.issues['not-https']],
  ])('%s is refused at its field', async (_case, address, sentence) => {
    const form = await openConnectionForm();
    await form.locator('#connection-own-endpoint').fill(address);
    await form.getByRole('button', { name: words.save, exact: true }).click();
    await shown(form, sentence).waitFor();
    await form.close();
  });
});

describe('a settings file that is not right changes nothing', () => {
  test.each([
    ['not JSON', 'version: 1', errorReasons['invalid-input/not-json'].title],
    ['an unknown key', '{"version":1,"operater":{}}', errorReasons['unknown-key'].titleAt('operater')],
    [
      'an unknown key inside',
      '{"version":1,"operator":{"id":"a","age":1}}',
      errorReasons['unknown-key'].titleAt('operator.age'),
    ],
    ['a wrong version', '{"version":2}', errorReasons['wrong-version'].title],
    [
      'a wrong value',
      '{"version":1,"preferences":{"theme":"pink"}}',
      errorReasons['bad-value'].titleAt('preferences.theme'),
    ],
  ])('%s', async (_case, text, sentence) => {
    const options = await stage.browser.openPage('options.html', { hash: '/data' });
    await options.locator('input[type="file"]').setInputFiles(fileOf(text));
    await options.getByRole('button', { name: said.data.importConfirm, exact: true }).click();
    await shown(options, sentence).waitFor();
    await options.getByText(said.data.nothingChanged).waitFor();
    await openSection(options, 'defaults');
    expect(await options.getByLabel(said.defaults.operatorId).inputValue()).toBe(requiredFields.operator_id);
    await options.close();
  });
});

const fileOf = (text: string) => ({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(text) });

function sentenceOf(reason: string): string {
  const sentences: Readonly<Record<string, { title: string }>> = errorReasons;
  return sentences[reason]?.title ?? reason;
}

async function openOverNothing(): Promise<Page> {
  const page = await stage.browser.context.newPage();
  const popup = await openSurfaceOver(stage, page);
  await popup.getByLabel(opportunity.enterId).waitFor();
  await page.close();
  return popup;
}

async function openConnectionForm(): Promise<Page> {
  const form = await stage.browser.openPage('options.html', { hash: '/connections' });
  await form.getByRole('button', { name: connections.add }).click();
  await form.getByLabel(connections.name).fill('另一个');
  await fillConnection(form, stage.sandbox.gatewayUrl);
  return form;
}

const fillEndpoint = (form: Page, path: string) =>
  form.locator('#connection-own-endpoint').fill(`${stage.sandbox.url}${path}`);

async function answerWithPage(): Promise<void> {
  stage.sandbox.addFaults([{ kind: 'html' }]);
}

async function fillAppWithoutPermission(form: Page): Promise<void> {
  await form.locator('#connection-app-key').fill(appWithoutPermission.appKey);
  await form.locator('#connection-app-secret').fill(appWithoutPermission.appSecret);
  await form.locator('#connection-session').fill(appWithoutPermission.session);
}
