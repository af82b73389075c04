import type { Locator, Page } from 'playwright-core';
import { batchScreens } from './batch-screens.ts';
import type { PageOptions } from './browser.ts';
import { bulkJobScreens } from './bulk-job-screens.ts';
import { bulkScreens } from './bulk-screens.ts';
import { editScreens } from './edit-screens.ts';
import { helpScreens } from './help-screens.ts';
import { imScreens, lockedImScreen } from './im-screens.ts';
import { journalScreens } from './journal-screens.ts';
import { foundId, type Language, longId, type Scene, type SceneState, subjects } from './scene.ts';
import { fillConnection, passphrase } from './setup.ts';
import { type Said, saidIn } from './words.ts';

/** How a screen is looked at. */
export type ScreenView = { language: Language; theme: 'light' | 'dark'; widthPx: 360 | 480 };

/** One screen of the interface: pictured by `npm run screenshots` and checked by axe, in every view. */
export type Screen = {
  /** The first part of the picture's file name. */
  name: string;
  state: SceneState;
  file: 'popup.html' | 'sidepanel.html' | 'options.html';
  tab?: keyof Scene['tabs'];
  hash?: string | ((scene: Scene) => string);
  /** It differs from another in what it says alone: it is pictured, and axe need not look twice. */
  isVariant?: true;
  /** What is done until the screen is there. */
  act?(page: Page, said: Said, scene: Scene): Promise<unknown>;
  /** What is undone afterwards. */
  leave?(page: Page, said: Said): Promise<unknown>;
};

/** Brings a screen up on a page of its own. */
export async function openScreen(
  { file, tab, hash, act }: Screen,
  scene: Scene,
  language: Language,
  size: Pick<PageOptions, 'width' | 'height'>,
): Promise<Page> {
  const page = await scene.stage.browser.openPage(file, {
    ...size,
    ...(tab === undefined ? {} : { tabId: scene.tabs[tab] }),
    ...(hash === undefined ? {} : { hash: typeof hash === 'string' ? hash : hash(scene) }),
  });
  // The browser keeps the theme that was asked of a page for the page alone.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('h1').waitFor();
  await act?.(page, saidIn[language], scene);
  return page;
}

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const submit = (page: Page) => page.locator('[form="release-form"]').click();
const openAdding = (page: Page, { connections }: Said) => button(page, connections.add).click();

async function addConnection(page: Page, said: Said, { stage }: Scene): Promise<void> {
  await openAdding(page, said);
  await page.locator('#connection-name').fill('测试');
  await fillConnection(page, stage.sandbox.gatewayUrl, said === saidIn.en ? 'en' : 'zh-CN');
}

async function importText(page: Page, said: Said, text: string): Promise<void> {
  const file = { name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await button(page, said.data.importConfirm).click();
}

const options = (name: string, hash: string, more: Partial<Screen> = {}): Screen => ({
  name: `options-${name}`,
  state: 'ready',
  file: 'options.html',
  hash,
  ...more,
});
const popup = (name: string, more: Partial<Screen> = {}): Screen => ({
  name: `popup-${name}`,
  state: 'ready',
  file: 'popup.html',
  ...more,
});
const panel = (name: string, hash: Screen['hash'], more: Partial<Screen> = {}): Screen => ({
  name: `panel-${name}`,
  state: 'ready',
  file: 'sidepanel.html',
  ...(hash === undefined ? {} : { hash }),
  ...more,
});
const job = (kind: keyof typeof subjects): Screen => panel(`job-${kind}`, ({ jobs }) => jobs[kind] ?? '');
const formOf = (id: string) => `/release/${id}`;

/** Every screen, in the order of the contact sheet. */
export const screens: readonly Screen[] = [
  popup('no-set-up', { state: 'fresh', tab: 'found' }),
  panel('jobs-empty', '/jobs', { state: 'fresh' }),
  panel('journal-empty', '/journal', { state: 'fresh' }),
  options('connections-empty', '/connections', { state: 'fresh' }),
  options('connection-errors', '/connections', {
    state: 'fresh',
    async act(page, said) {
      await openAdding(page, said);
      await page.locator('#connection-endpoint').selectOption('custom');
      await page.locator('#connection-app-key').fill('abc');
      await button(page, said.words.save).click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
    },
  }),
  options('vault-create', '/connections', {
    state: 'fresh',
    async act(page, said, scene) {
      await addConnection(page, said, scene);
      await button(page, said.words.save).click();
      await page.locator('#new-passphrase').fill('kurz');
      await button(page, said.security.continueAfter).click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
    },
  }),
  options('security-absent', '/security', { state: 'fresh' }),

  popup('found', { tab: 'found' }),
  popup('none', { tab: 'none' }),
  popup('restricted', { tab: 'restricted' }),
  popup('bad-id', {
    tab: 'none',
    async act(page, said) {
      await page.locator('#typed-id').fill('2019 abc');
      await button(page, said.opportunity.release).click();
      await page.locator('[aria-invalid="true"]').waitFor();
    },
  }),
  popup('long-texts', { tab: 'long' }),
  popup('open-job', { tab: 'running' }),
  popup('release', { tab: 'found', hash: formOf(foundId), act: (page) => page.locator('#release-memo').waitFor() }),
  panel('opportunity', undefined, { tab: 'found' }),
  panel('release-errors', formOf('2019%20abc'), {
    async act(page) {
      // A draft of an earlier look brings it open.
      await page.locator('#release-ext_info').waitFor({ state: 'attached' });
      if (!(await page.locator('#release-ext_info').isVisible())) await page.locator('details summary').first().click();
      await page.locator('#release-ext_info').fill('{');
      await page.locator('#release-operator_name').fill('');
      await page.locator('[form="release-form"]').press('Enter');
      await page.locator('[aria-invalid="true"]').nth(2).waitFor();
    },
  }),
  panel('release-preview', formOf(foundId), {
    tab: 'found',
    async act(page, said) {
      await page.getByText(said.release.dryRun).click();
      await page.getByText(said.release.hiddenValue).first().waitFor();
    },
  }),
  popup('release-countdown', {
    // Of one that no other screen is about, since several are looked at at once.
    tab: 'long',
    hash: formOf(longId),
    async act(page, said) {
      await submit(page);
      await button(page, said.release.callOff).waitFor();
    },
    async leave(page, said) {
      await button(page, said.release.callOff).click();
      await page.getByText(said.release.calledOff).first().waitFor();
    },
  }),
  popup('release-unknown', { hash: formOf(subjects.unknown) }),
  popup('release-paused', { hash: formOf(subjects.paused) }),
  panel('jobs', '/jobs'),
  job('succeeded'),
  job('failed'),
  job('unknown'),
  job('paused'),
  panel('settle-dialog', ({ jobs }) => jobs.unknown ?? '', {
    async act(page, said) {
      await button(page, said.job.settle.choices['send-again'].label).click();
      await page.getByRole('dialog').waitFor();
    },
  }),
  panel('journal', '/journal', {
    async act(page, said) {
      await button(page, said.journal.verify).click();
      await page.getByText(/\d+ .*(完整|complete|intact|whole)/i).waitFor();
    },
  }),
  ...journalScreens,
  ...bulkScreens,
  ...bulkJobScreens,
  ...batchScreens,
  ...imScreens,

  options('connections', '/connections'),
  options('connection-test-passed', '/connections', {
    async act(page, said, scene) {
      await addConnection(page, said, scene);
      await button(page, said.connections.test).click();
      await page.getByText(said.connections.testPassed).waitFor();
    },
  }),
  options('connection-test-failed', '/connections', {
    async act(page, said, scene) {
      await addConnection(page, said, scene);
      await page.locator('#connection-app-secret').fill('wrong-secret-000');
      await button(page, said.connections.test).click();
      await page.getByText(said.connections.testFailed).waitFor();
    },
  }),
  options('connection-leave-dialog', '/connections', {
    async act(page, said, scene) {
      await addConnection(page, said, scene);
      await button(page, said.words.cancel).click();
      await page.getByRole('dialog').waitFor();
    },
  }),
  options('connection-remove-dialog', '/connections', {
    async act(page, said) {
      await page
        .getByRole('button', { name: new RegExp(`^${said.connections.remove} |^${said.words.remove} `) })
        .click();
      await page.getByRole('dialog').waitFor();
    },
  }),
  options('defaults', '/defaults'),
  options('sites', '/sites'),
  options('appearance', '/appearance'),
  options('security', '/security'),
  options('security-change', '/security', {
    async act(page, said) {
      await button(page, said.security.change).click();
      await page.locator('#current-passphrase').waitFor();
    },
  }),
  options('security-forget-dialog', '/security', {
    async act(page, said) {
      await button(page, `${said.security.forget}…`).click();
      await page.getByRole('dialog').waitFor();
    },
  }),
  options('data', '/data'),
  options('import-error', '/data', {
    async act(page, said) {
      await importText(page, said, '{"version":1,"connections":[{"id":"top","endpiont":""}]}');
      await page.getByText(said.data.nothingChanged).waitFor();
    },
  }),

  options('advice', '/advice', { act: (page) => page.locator('#advice-unfollowed').waitFor() }),

  ...helpScreens,
  ...editScreens,

  popup('locked', { state: 'locked', tab: 'found' }),
  lockedImScreen,
  panel('release-locked', formOf(foundId), {
    state: 'locked',
    async act(page, said) {
      await page.getByLabel(said.unlock.passphrase).fill(`${passphrase}?`);
      await page.getByRole('main').getByRole('button', { name: said.unlock.submit, exact: true }).click();
      await page.locator('[aria-invalid="true"]').waitFor();
    },
  }),
  options('security-locked', '/security', { state: 'locked' }),
];

/** Every view a screen must hold in. */
export const screenViews: readonly ScreenView[] = (['zh-CN', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    ([360, 480] as const).map((widthPx) => ({ language, theme, widthPx })),
  ),
);
