import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Display } from './display.ts';
import { goToOpportunity, releaseThrough, shown } from './drive.ts';
import { expectOneRelease } from './expect-ledger.ts';
import { builtExtensionDir } from './granted-build.ts';
import { answerPermissionPrompt, clickToolbarIcon } from './native.ts';
import { fillConnection, fillDefaults, openSection, passphrase } from './setup.ts';
import { attachSurface } from './surface.ts';
import { openWindowedStage, type WindowedStage } from './windowed-stage.ts';
import { said } from './words.ts';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

const { connections, errorReasons, opportunity, security, words } = said;

// The build as it is shipped, and the browser's own prompts.
let display: Display;
let stage: WindowedStage;
let options: Page;

beforeAll(async () => {
  stage = await openWindowedStage({ isGranted: false });
  ({ display } = stage);
  [options] = stage.browser.context.pages() as [Page];
  await options.goto(`chrome-extension://${stage.browser.extensionId}/options.html`);
});
afterAll(() => stage.close());

async function grantedOrigins(): Promise<string[]> {
  const worker = await stage.browser.worker();
  return worker.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
}

const button = (name: string) => options.getByRole('button', { name, exact: true });

test('the shipped manifest holds no host permission', async () => {
  const manifest = JSON.parse(readFileSync(join(builtExtensionDir, 'manifest.json'), 'utf8'));
  expect(manifest.host_permissions ?? []).toEqual([]);
  expect(manifest.content_scripts ?? []).toEqual([]);
  expect(await grantedOrigins()).toEqual([]);
});

test('testing a connection asks for its host; denied, it says so and nothing is sent', async () => {
  await button(connections.add).click();
  await fillConnection(options, stage.sandbox.gatewayUrl);
  await answerPermissionPrompt(display, () => button(connections.test).click(), 'deny');
  await shown(options, errorReasons['host-permission-refused'].title).waitFor();
  expect(await grantedOrigins()).toEqual([]);
  expect(stage.sandbox.ledger().entries).toEqual([]);
});

test('saving it asks again; allowed, exactly that host is granted and the saved connection passes its test', async () => {
  await answerPermissionPrompt(display, () => button(words.save).click(), 'allow');
  await options.getByLabel(security.newPassphrase).fill(passphrase);
  expect(await grantedOrigins()).toEqual(['http://127.0.0.1/*']);
  await options.getByLabel(security.repeatPassphrase).fill(passphrase);
  await button(security.continueAfter).click();
  await options.getByText(connections.saved(connections.platforms.top)).waitFor();
  await options.getByText(connections.permissionGranted).waitFor();

  await button(`${connections.edit} ${connections.platforms.top}`).click();
  await button(connections.test).click();
  await options.getByText(connections.testPassed).waitFor();
  await button(words.cancel).click();
  await fillDefaults(options);
});

test("a CRM that was never granted is read by the icon's click alone, and released from", async () => {
  // Another host than the gateway's, which is granted.
  const origin = `http://crm.localhost:${stage.sandbox.port}`;
  const opportunityId = '20191215090';
  const crm = await stage.browser.context.newPage();
  await goToOpportunity(crm, origin, opportunityId);
  await crm.bringToFront();
  await clickToolbarIcon(display);
  const popup = await attachSurface(stage.browser, 'popup.html');
  const { title, territory } = stage.sandbox.crm().opportunities.get(opportunityId) ?? { title: '', territory: '' };
  await popup.page.getByRole('heading', { name: title }).waitFor();
  await popup.page.getByRole('button', { name: opportunity.grant }).waitFor();
  await popup.page.getByRole('button', { name: opportunity.release }).click();
  await releaseThrough(popup.page, opportunityId, { territory_code: territory });
  expectOneRelease(stage.sandbox, opportunityId, {
    territory_code: territory,
    operator_id: 'kyr13386',
    operator_name: '王五',
  });
  expect(await grantedOrigins()).toEqual(['http://127.0.0.1/*']);
  await popup.page.close();
  await popup.detach();
  await crm.close();
});

test('a permission taken back in the browser shows at the connection, which can be granted again', async () => {
  await openSection(options, 'connections');
  await options.bringToFront();
  const worker = await stage.browser.worker();
  await worker.evaluate(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }));
  await options.getByText(connections.permissionMissing).waitFor();
  // What was granted once by a prompt the browser grants again without one.
  await button(connections.grant).click();
  await options.getByText(connections.permissionGranted).waitFor();
});
