import type { Page } from 'playwright-core';
import { help as en } from '../../assets/messages/en/help.ts';
import { type HelpMessages, help as zhCn } from '../../assets/messages/zh-cn/help.ts';
import { getMethod } from './crm-stage.ts';
import type { Scene } from './scene.ts';
import type { Screen } from './screens.ts';
import { type Said, saidIn } from './words.ts';

const wordsOf = (said: Said): HelpMessages => (said === saidIn.en ? en : zhCn);
const updated = (page: Page, said: Said) => page.getByText(wordsOf(said).record.updated, { exact: true }).waitFor();

/** The record of an id, each screen's own, since several are looked at at once. */
function record(name: string, id: string, act: NonNullable<Screen['act']> = updated): Screen {
  return { name: `panel-record-${name}`, state: 'crm', file: 'sidepanel.html', hash: `/opportunity/${id}`, act };
}

function fail(
  { stage }: Scene,
  object: string,
  fault: { kind: 'latency'; ms: number } | { kind: 'http-status'; status: number },
) {
  stage.sandbox.addFaults([{ ...fault, match: { method: getMethod, object } }]);
}

const loadingId = '20191215111';

/** An opportunity as its CRM has it, with what is to be known of it. */
export const helpScreens: readonly Screen[] = [
  { name: 'panel-record', state: 'crm', file: 'sidepanel.html', tab: 'found', act: updated },
  { name: 'panel-record-long', state: 'crm', file: 'sidepanel.html', tab: 'long', act: updated },
  {
    name: 'popup-record',
    state: 'crm',
    file: 'popup.html',
    tab: 'found',
    act: (page, said) => page.getByText(wordsOf(said).copy.title, { exact: true }).waitFor(),
  },
  record('others', '20191215000'),
  record('approval', '20191215100'),
  record('masked', '20191215102'),
  record('missing', '20191215104', (page) => page.getByRole('alert').waitFor()),
  record('failed', '20191215110', async (page, said, scene) => {
    await updated(page, said);
    fail(scene, '20191215110', { kind: 'http-status', status: 500 });
    await page.getByRole('button', { name: wordsOf(said).record.readAgain, exact: true }).click();
    await page.getByRole('alert').waitFor();
  }),
  {
    ...record('loading', loadingId, (page, said) => page.getByLabel(wordsOf(said).record.reading).waitFor()),
    // Longer than the worker waits, so that nothing is kept for the other language.
    hash(scene) {
      fail(scene, loadingId, { kind: 'latency', ms: 40_000 });
      return `/opportunity/${loadingId}`;
    },
  },
];
