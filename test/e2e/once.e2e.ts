import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  confirmRelease,
  fillRelease,
  openReleaseForm,
  releaseThrough,
  shown,
  submitButton,
  waitUntilTold,
} from './drive.ts';
import { expectOneRelease, requiredFields } from './expect-ledger.ts';
import { setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';
import { killWorker } from './worker.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await setUp(stage, { holdBack: 'unhurried' });
});
afterAll(() => stage.close());

/** How many jobs there are for an opportunity, by the list that a person sees. */
async function countJobs(opportunityId: string): Promise<number> {
  const panel = await stage.browser.openPage('sidepanel.html', { hash: '/jobs' });
  const list = panel.getByRole('list', { name: said.jobs.title });
  await list.getByText(opportunityId).first().waitFor();
  const count = await list.getByRole('link', { name: new RegExp(opportunityId) }).count();
  await panel.close();
  return count;
}

describe.concurrent('one intention is one job and one request', () => {
  test('confirmed by a double click', async () => {
    const opportunityId = '20191215060';
    const surface = await openReleaseForm(stage, opportunityId);
    await submitButton(surface).dblclick();
    await waitUntilTold(surface, 'succeeded', opportunityId);
    expectOneRelease(stage.sandbox, opportunityId);
    expect(await countJobs(opportunityId)).toBe(1);
    await surface.close();
  });

  test('confirmed by Enter and by click at once', async () => {
    const opportunityId = '20191215061';
    const surface = await openReleaseForm(stage, opportunityId);
    // In one turn of the page, as no hand could: both events are there before anything was answered.
    await surface.getByLabel(said.release.territory).evaluate((field: HTMLInputElement) => {
      field.form?.requestSubmit();
      document.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
      field.form?.requestSubmit();
    });
    await waitUntilTold(surface, 'succeeded', opportunityId);
    expectOneRelease(stage.sandbox, opportunityId);
    expect(await countJobs(opportunityId)).toBe(1);
    await surface.close();
  });

  test('confirmed in popup and panel within the hold-back: both show the same job, and one says why', async () => {
    const opportunityId = '20191215062';
    const popup = await openReleaseForm(stage, opportunityId, 'popup.html');
    const panel = await openReleaseForm(stage, opportunityId, 'sidepanel.html');
    await Promise.all([submitButton(popup).click(), submitButton(panel).click()]);
    const notes = [popup, panel].map((surface) => surface.getByText(said.release.sameIntent).waitFor());
    await Promise.any(notes);
    await Promise.all([popup, panel].map((surface) => waitUntilTold(surface, 'succeeded', opportunityId)));
    expectOneRelease(stage.sandbox, opportunityId);
    expect(await countJobs(opportunityId)).toBe(1);
    await Promise.all([popup.close(), panel.close()]);
  });

  test('begun anew in another surface while the first waits: it leads to the job that is there', async () => {
    const opportunityId = '20191215063';
    const popup = await openReleaseForm(stage, opportunityId, 'popup.html');
    await confirmRelease(popup);
    const panel = await stage.browser.openPage('sidepanel.html', { hash: `/release/${opportunityId}` });
    await panel.getByRole('button', { name: said.release.callOff }).waitFor();
    expect(await submitButton(panel).count()).toBe(0);
    await waitUntilTold(panel, 'succeeded', opportunityId);
    expectOneRelease(stage.sandbox, opportunityId);
    expect(await countJobs(opportunityId)).toBe(1);
    await Promise.all([popup.close(), panel.close()]);
  });
});

describe.concurrent('what was called off', () => {
  test('never leaves, is told so, and may be released later', async () => {
    const opportunityId = '20191215064';
    const surface = await openReleaseForm(stage, opportunityId);
    await confirmRelease(surface);
    await surface.getByRole('button', { name: said.release.callOff }).click();
    await shown(surface, said.release.calledOff).waitFor();
    // Another job that was confirmed later has gone through: this one's time is over as well.
    const other = await openReleaseForm(stage, '20191215065');
    await releaseThrough(other, '20191215065');
    expect(stage.sandbox.ledger({ object: opportunityId }).entries).toEqual([]);

    await surface.getByRole('button', { name: said.release.releaseAgain }).click();
    await releaseThrough(surface, opportunityId);
    expectOneRelease(stage.sandbox, opportunityId);
    await Promise.all([surface.close(), other.close()]);
  });

  test('from the list of jobs is called off as well', async () => {
    const opportunityId = '20191215066';
    const surface = await openReleaseForm(stage, opportunityId);
    await confirmRelease(surface);
    const panel = await stage.browser.openPage('sidepanel.html', { hash: '/jobs' });
    await panel.getByRole('link', { name: new RegExp(opportunityId) }).click();
    await panel.getByRole('button', { name: said.release.callOff }).click();
    await Promise.all([surface, panel].map((page) => shown(page, said.release.calledOff).waitFor()));
    expect(stage.sandbox.ledger({ object: opportunityId }).entries).toEqual([]);
    await Promise.all([surface.close(), panel.close()]);
  });
});

test('what was typed is back after the popup was closed, and after the worker was killed; clearing it forgets it', async () => {
  const opportunityId = '20191215067';
  const typed = { reason: '联系不上', note: '下周再试一次', territory_code: 'keruyun_POS_2020' };
  const first = await openReleaseForm(stage, opportunityId);
  await fillRelease(first, typed);
  // At once, as a click beside a popup closes it.
  await first.close({ runBeforeUnload: false });
  await killWorker(stage.browser);

  const second = await openReleaseForm(stage, opportunityId);
  await second.getByText(said.release.draftKept).waitFor();
  expect(await second.getByLabel(said.release.reasonNote).inputValue()).toBe(typed.note);
  expect(await second.getByRole('radio', { name: typed.reason }).isChecked()).toBe(true);
  expect(await second.getByLabel(said.release.territory).inputValue()).toBe(typed.territory_code);
  await second.getByRole('button', { name: said.release.clearDraft }).click();
  await waitUntil(
    'the form to be as it was',
    async () => (await second.getByLabel(said.release.reasonNote).inputValue()) === '',
  );
  expect(await second.getByLabel(said.release.territory).inputValue()).toBe(requiredFields.territory_code);
  await second.close();

  const third = await openReleaseForm(stage, opportunityId);
  expect(await third.getByText(said.release.draftKept).isVisible()).toBe(false);
  await third.close();
});
