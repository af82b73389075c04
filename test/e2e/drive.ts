import type { Page } from 'playwright-core';
import { passphrase } from './setup.ts';
import type { Stage } from './stage.ts';
import { said } from './words.ts';
import { tabIdOf } from './worker.ts';

/** What a person types into the release form, by the document's field names; what is absent stays as it is. */
export type TypedRelease = {
  /** One of the reasons to pick. */
  reason?: string;
  note?: string;
  territory_code?: string;
  operator_id?: string;
  operator_name?: string;
  out_release_time?: string;
  ext_info?: string;
};

/** The partner CRM's page of an opportunity in a new tab, shown. */
export async function openOpportunityPage({ browser, sandbox }: Stage, opportunityId: string): Promise<Page> {
  const page = await browser.context.newPage();
  await goToOpportunity(page, sandbox.url, opportunityId);
  return page;
}

export async function goToOpportunity(page: Page, origin: string, opportunityId: string): Promise<void> {
  await page.goto(`${origin}/crm/opportunities/${opportunityId}`);
  await page.locator('[data-field="id"]').getByText(opportunityId, { exact: true }).waitFor();
}

export type SurfaceFile = 'popup.html' | 'sidepanel.html';

/** Popup or side panel as a page of its own, about the tab of a page. */
export async function openSurfaceOver({ browser }: Stage, page: Page, file: SurfaceFile = 'popup.html'): Promise<Page> {
  return browser.openPage(file, { width: 400, height: 720, tabId: await tabIdOf(browser, page) });
}

/** The release form of an opportunity, reached as by a link to it, over no page in particular. */
export async function openReleaseForm({ browser }: Stage, opportunityId: string, file: SurfaceFile = 'popup.html') {
  const surface = await browser.openPage(file, { width: 400, height: 720, hash: `/release/${opportunityId}` });
  await submitButton(surface).waitFor();
  return surface;
}

export async function fillRelease(surface: Page, typed: TypedRelease): Promise<void> {
  const { release, fields } = said;
  if (typed.reason !== undefined) await surface.getByRole('radio', { name: typed.reason, exact: true }).check();
  if (typed.note !== undefined) await surface.getByLabel(release.reasonNote).fill(typed.note);
  if (typed.territory_code !== undefined) await surface.getByLabel(release.territory).fill(typed.territory_code);
  if (typed.operator_id !== undefined) await surface.getByLabel(fields.labels.operator_id).fill(typed.operator_id);
  if (typed.operator_name !== undefined) {
    await surface.getByLabel(fields.labels.operator_name).fill(typed.operator_name);
  }
  if (typed.out_release_time === undefined && typed.ext_info === undefined) return;
  await openMoreFields(surface);
  await surface.locator('#release-out_release_time').fill(typed.out_release_time ?? '');
  await surface.locator('#release-ext_info').fill(typed.ext_info ?? '');
}

export async function openMoreFields(surface: Page): Promise<void> {
  if (await surface.locator('#release-ext_info').isVisible()) return;
  await surface.getByText(said.release.moreFields).click();
}

/** The button that confirms, named by what it does. */
export function submitButton(surface: Page) {
  return surface.getByRole('button', { name: /^释放/ }).and(surface.locator('[form="release-form"]'));
}

/** Confirms the form and waits until it has given way to the job. */
export async function confirmRelease(surface: Page): Promise<void> {
  await submitButton(surface).click();
  await submitButton(surface).waitFor({ state: 'detached' });
}

export type Told = 'succeeded' | 'failed' | 'unknown';

/** Waits until the surface says what became of a release. */
export async function waitUntilTold(surface: Page, told: Told, opportunityId: string): Promise<void> {
  await shown(surface, said.release[told](opportunityId)).waitFor({ timeout: 60_000 });
}

/** A sentence as the eye sees it: the same words may stand once more in a live region, for screen readers alone. */
export function shown(surface: Page, sentence: string) {
  return surface.getByText(sentence, { exact: true }).and(surface.locator(':not([role="status"])')).first();
}

/** Fills, confirms and waits for the outcome. */
export async function releaseThrough(surface: Page, opportunityId: string, typed: TypedRelease = {}): Promise<void> {
  await fillRelease(surface, typed);
  await confirmRelease(surface);
  await waitUntilTold(surface, 'succeeded', opportunityId);
}

/** Settles an unknown outcome, through the dialog that says what the choice means. */
export async function settle(surface: Page, choice: keyof typeof said.job.settle.choices): Promise<void> {
  const { label, note } = said.job.settle.choices[choice];
  await surface.getByRole('button', { name: label }).click();
  const dialog = surface.getByRole('dialog');
  await dialog.getByText(note).waitFor();
  await dialog.getByRole('button', { name: label }).click();
}

/** Types the passphrase into the prompt that stands on a surface while the vault is locked. */
export async function unlock(surface: Page): Promise<void> {
  await surface.getByLabel(said.unlock.passphrase).fill(passphrase);
  await surface.getByRole('main').getByRole('button', { name: said.unlock.submit, exact: true }).click();
  await surface.getByLabel(said.unlock.passphrase).waitFor({ state: 'detached' });
}
