import type { Page } from 'playwright-core';
import { defaultAccount } from '../sandbox/accounts.ts';
import type { Secrets } from './secrets/find-secrets.ts';
import type { Stage } from './stage.ts';
import { saidIn } from './words.ts';

export const passphrase = '老槐树下的岔路口-0914';

/** Everything that must stand nowhere in clear, by a name that may be told. */
export const setUpSecrets: Secrets = {
  'app secret': defaultAccount.appSecret,
  session: defaultAccount.session,
  passphrase,
};

export const operator = { id: 'kyr13386', name: '王五' } as const;
export const territory = 'keruyun_POS_2019';
/**
 * How long a confirmed job waits before it is sent. `shortest` is the least that the settings take: for tests of what
 * comes after it. `unhurried` is for tests that act within it, on a machine that may be slow.
 */
export const holdBackSeconds = { shortest: 3, unhurried: 15 } as const;

export type SetUpOptions = {
  language?: 'zh-CN' | 'en';
  protection?: 'passphrase' | 'device';
  holdBack?: keyof typeof holdBackSeconds;
};

/**
 * Brings a fresh extension to a usable state on its options page, as a person would: language, connection, test,
 * protection, defaults, hold-back. Fails where the page says anything else than that all is well.
 */
export async function setUp({ browser, sandbox }: Stage, options: SetUpOptions = {}): Promise<void> {
  const page = await browser.openPage('options.html');
  await setUpOn(page, sandbox.gatewayUrl, options);
  await page.close();
}

/** As `setUp`, on an options page that is open. */
export async function setUpOn(
  page: Page,
  gatewayUrl: string,
  { language = 'zh-CN', protection = 'passphrase', holdBack = 'shortest' }: SetUpOptions = {},
): Promise<void> {
  const { appearance, connections, security, words } = saidIn[language];
  await openSection(page, 'appearance');
  await page.getByRole('radio', { name: appearance.languages[language] }).check();
  await fillHoldBack(page, holdBackSeconds[holdBack], language);

  await openSection(page, 'connections');
  await page.getByRole('button', { name: connections.add }).click();
  await fillConnection(page, gatewayUrl, language);
  await page.getByRole('button', { name: connections.test, exact: true }).click();
  await page.getByText(connections.testPassed).waitFor();

  await page.getByRole('button', { name: words.save, exact: true }).click();
  if (protection === 'device') await page.getByRole('radio', { name: security.deviceMode }).check();
  else {
    await page.getByLabel(security.newPassphrase).fill(passphrase);
    await page.getByLabel(security.repeatPassphrase).fill(passphrase);
  }
  await page.getByRole('button', { name: security.continueAfter }).click();
  await page.getByText(connections.saved(connections.platforms.top)).waitFor();

  await fillDefaults(page, language);
}

/** Changes how long a confirmed job waits, on an options page of its own. */
export async function setHoldBack({ browser }: Stage, seconds: number): Promise<void> {
  const options = await browser.openPage('options.html', { hash: '/appearance' });
  await fillHoldBack(options, seconds, 'zh-CN');
  await options.close();
}

async function fillHoldBack(page: Page, seconds: number, language: 'zh-CN' | 'en'): Promise<void> {
  const { appearance } = saidIn[language];
  await page.getByLabel(appearance.holdBack).fill(String(seconds));
  await page.keyboard.press('Enter');
  await page.getByText(appearance.applied).waitFor();
}

/** Saves operator and territory as what the release form begins with. */
export async function fillDefaults(page: Page, language: 'zh-CN' | 'en' = 'zh-CN'): Promise<void> {
  const { defaults, words } = saidIn[language];
  await openSection(page, 'defaults');
  await page.getByLabel(defaults.operatorId).fill(operator.id);
  await page.getByLabel(defaults.operatorName).fill(operator.name);
  await page.getByLabel(defaults.territory).fill(territory);
  await page.getByRole('button', { name: words.save, exact: true }).click();
  await page.getByText(words.saved, { exact: true }).waitFor();
}

/** Fills the connection form with the sandbox's account. */
export async function fillConnection(
  page: Page,
  gatewayUrl: string,
  language: 'zh-CN' | 'en' = 'zh-CN',
): Promise<void> {
  const { connections } = saidIn[language];
  await page.getByLabel(connections.endpoint).selectOption(connections.endpoints.custom);
  await page.getByLabel(connections.ownEndpoint).fill(gatewayUrl);
  await page.getByLabel(connections.appKey).fill(defaultAccount.appKey);
  await page.getByLabel(connections.appSecret).fill(defaultAccount.appSecret);
  await page.getByLabel(connections.session, { exact: false }).fill(defaultAccount.session);
}

export type OptionsSection = 'connections' | 'defaults' | 'sites' | 'appearance' | 'security' | 'data';

/** Goes to a section of the options page by its link. */
export async function openSection(page: Page, section: OptionsSection): Promise<void> {
  await page.locator(`nav a[href="#/${section}"]`).click();
}
