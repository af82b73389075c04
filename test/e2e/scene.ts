import type { Page } from 'playwright-core';
import { makeBatchJobs } from './batch-jobs.ts';
import { confirmRelease, fillRelease, goToOpportunity, openReleaseForm, shown, waitUntilTold } from './drive.ts';
import { setHoldBack, setUp } from './setup.ts';
import type { Stage } from './stage.ts';
import { said, saidIn } from './words.ts';
import { killWorker, tabIdOf } from './worker.ts';

export type Language = 'zh-CN' | 'en';

/** In which state of the extension a screen is looked at; they come in this order. */
export type SceneState = 'fresh' | 'ready' | 'crm' | 'locked';

/** Pages of the CRM and jobs in every state, for the screens to be about. */
export type Scene = {
  stage: Stage;
  /** Tabs by what they show. */
  tabs: Readonly<Record<'found' | 'none' | 'restricted' | 'long' | 'running' | 'list' | 'taught', number>>;
  /** Addresses of jobs by what became of them; empty while the extension is fresh. */
  jobs: Readonly<Partial<Record<JobKind, string>>>;
  /** Ids of jobs of several rows by what became of them. */
  batchJobs: Readonly<Record<string, string>>;
};

type JobKind = keyof typeof subjects;

/** Opportunities by what becomes of their release. */
export const subjects = {
  succeeded: '20191215201',
  failed: '20191215202',
  unknown: '20191215203',
  paused: '20191215204',
} as const;
export const foundId = '20191214888';
export const longId = '20191215205';

/** Eighty characters, as some people write a title. */
const longTitle = '北京市朝阳区三里屯太古里南区地下一层老王铜锅涮肉旗舰店'.repeat(3).slice(0, 80);

/** Tabs over the CRM; nothing is set up yet. */
export async function openFreshScene(stage: Stage): Promise<Scene> {
  const { context } = stage.browser;
  const { url } = stage.sandbox;
  const long = stage.sandbox.crm().opportunities.get(longId);
  if (long) Object.assign(long, { title: longTitle, customer: { ...long.customer, name: longTitle } });
  const tabOf = async (open: (page: Page) => Promise<unknown>) => {
    const page = await context.newPage();
    await open(page);
    return tabIdOf(stage.browser, page);
  };
  return {
    stage,
    tabs: {
      found: await tabOf((page) => goToOpportunity(page, url, foundId)),
      none: await tabOf((page) => page.goto(`${url}/crm/about`)),
      restricted: await tabOf((page) => page.goto('chrome://version/')),
      long: await tabOf((page) => goToOpportunity(page, url, longId)),
      list: await tabOf((page) => tickThree(page, url)),
      taught: await tabOf((page) => page.goto(`${url}/cells/r0`)),
      running: await tabOf((page) => goToOpportunity(page, url, subjects.unknown)),
    },
    jobs: {},
    batchJobs: {},
  };
}

async function tickThree(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/crm/`);
  for (const row of [1, 4, 7]) await page.getByRole('checkbox').nth(row).check();
}

/** Sets up and lets a release come to each of its ends. */
export async function makeReady({ stage, tabs }: Scene): Promise<Scene> {
  await speak(stage, 'zh-CN');
  await setUp(stage);
  stage.sandbox.addFaults([
    {
      kind: 'error',
      code: 15,
      subCode: 'isv.opportunity-not-exist',
      subMsg: '商机不存在',
      match: { object: subjects.failed },
    },
    { kind: 'answer-lost', match: { object: subjects.unknown } },
    { kind: 'session-expired', match: { object: subjects.paused } },
  ]);
  const released = Object.entries(subjects).map(async ([kind, subject]) => {
    const surface = await openReleaseForm(stage, subject);
    await fillRelease(surface, { reason: '联系不上', note: '三次上门无人' });
    await confirmRelease(surface);
    if (kind === 'paused') await shown(surface, said.errorReasons['session-expired'].title).waitFor();
    else await waitUntilTold(surface, kind as 'succeeded' | 'failed' | 'unknown', subject);
    await surface.close();
  });
  const [batchJobs] = await Promise.all([makeBatchJobs(stage), ...released]);
  const list = await stage.browser.openPage('sidepanel.html', { hash: '/jobs' });
  const addressOf = async (kind: JobKind) => {
    const link = list.getByRole('link', { name: new RegExp(subjects[kind]) });
    return (await link.getAttribute('href'))?.slice(1) ?? '';
  };
  const jobs = {
    succeeded: await addressOf('succeeded'),
    failed: await addressOf('failed'),
    unknown: await addressOf('unknown'),
    paused: await addressOf('paused'),
  };
  await list.close();
  // As long as settings allow, so that a picture of the countdown is no race.
  await setHoldBack(stage, 60);
  return { stage, tabs, jobs, batchJobs };
}

export async function lockScene({ stage }: Scene): Promise<void> {
  await speak(stage, 'zh-CN');
  const popup = await stage.browser.openPage('popup.html');
  await popup.getByRole('button', { name: said.app.lockNow }).click();
  await popup.getByRole('button', { name: said.app.unlock }).first().waitFor();
  await popup.close();
  await killWorker(stage.browser);
}

/** Switches the interface's language where a person would. */
export async function speak({ browser }: Stage, language: Language): Promise<void> {
  const options = await browser.openPage('options.html', { hash: '/appearance' });
  await options.getByRole('radio', { name: said.appearance.languages[language] }).check();
  await options.getByText(saidIn[language].appearance.holdBack).waitFor();
  await options.close();
}
