import type { Page } from 'playwright-core';
import { answerInstead } from './answer-instead.ts';
import type { Screen } from './screens.ts';
import type { Said } from './words.ts';

const journal = (name: string, act: Screen['act']): Screen => ({
  name: `panel-journal-${name}`,
  state: 'ready',
  file: 'sidepanel.html',
  hash: '/journal',
  ...(act ? { act } : {}),
});

/** The journal in states that jobs alone do not bring about. */
export const journalScreens: readonly Screen[] = [
  journal('filtered', async (page, said) => {
    await page.getByText(said.journal.filter, { exact: true }).click();
    await page.locator('#journal-event').selectOption('answered');
    await page.locator('#journal-fromDay').fill('2026-02-01');
    await page.locator('#journal-search').fill('201912152');
    await page.getByText(said.journal.filterOf(2)).waitFor();
    await page.getByRole('listitem').first().waitFor();
  }),
  journal('days-reversed', async (page, said) => {
    await page.getByText(said.journal.filter, { exact: true }).click();
    await page.locator('#journal-fromDay').fill('2026-02-02');
    await page.locator('#journal-toDay').fill('2026-02-01');
    await page.getByText(said.journal.dayFaults['days-reversed']).waitFor();
  }),
  journal('no-match', async (page, said) => {
    await page.locator('#journal-search').fill('99999999999');
    await page.getByText(said.journal.noMatch).waitFor();
  }),
  journal('searching', async (page, said) => {
    await answerInstead(page, {
      'journal.read': [{ entries: [], newest: 100_000 }, { entries: [], next: 62_001, newest: 100_000 }, 'nothing'],
    });
    await page.locator('#journal-search').fill('2');
    await page.getByText(said.journal.searching('38,000', '100,000', '0')).waitFor();
  }),
  journal('verifying', async (page, said) => {
    const part = { entries: 34_000, next: { sequence: 34_000, hash: '0', of: 100_000 } };
    await answerInstead(page, { 'journal.verify': [part, 'nothing'] });
    await verify(page, said);
    await page.getByText(said.journal.verifyingOf('34,000', '100,000')).waitFor();
  }),
  journal('broken', async (page, said) => {
    await answerInstead(page, { 'journal.verify': [{ entries: 11, brokenAt: 12, problem: 'unlinked' }] });
    await verify(page, said);
    await page.getByText(said.journal.broken.unlinked(12)).waitFor();
  }),
  journal('cut-off', async (page, said) => {
    await answerInstead(page, { 'journal.verify': [{ entries: 11, brokenAt: 12, problem: 'cut-off' }] });
    await verify(page, said);
    await page.getByText(said.journal.broken['cut-off'](12)).waitFor();
  }),
  journal('long', async (page, said) => {
    await answerInstead(page, { 'journal.read': [{ entries: longEntries, newest: 2 }] });
    await page.getByText(said.journal.several('00004020210000000001', '100')).click();
    await page.getByLabel(said.journal.subjects).waitFor();
  }),
  journal('exported', async (page, said) => {
    const cursor = {
      ...{ exportedAt: '2026-11-20T06:30:00Z', after: 0, upTo: 100_000, closedRuns: '', runFrom: 1 },
      ...{ entries: 100_000, lastSequence: 100_000, lastHash: '5f2c'.repeat(16) },
    };
    await answerInstead(page, { 'journal.export': [{ text: '\n', cursor, more: false }] });
    await page.getByRole('button', { name: said.journal.exportAll }).click();
    await page.getByText(said.journal.exported('100,000')).waitFor();
  }),
];

const verify = (page: Page, said: Said) => page.getByRole('button', { name: said.journal.verify, exact: true }).click();

const longEntries = [
  {
    ...{ sequence: 2, at: Date.UTC(2026, 10, 20, 6, 30), event: 'answered', jobId: '01KAFSVAH6M2R4T6V8X0Z2B4D6' },
    ...{ operation: 'sell-cards', outcome: 'succeeded', attempt: 1, key: '01KAFSVAH6M2R4T6V8X0Z2B4D6' },
    subjects: Array.from({ length: 100 }, (_, index) => `000040202100000${String(index + 1).padStart(5, '0')}`),
    operator: { id: 'kyr13386_beijing_chaoyang_sanlitun_store', name: '王五' },
    connection: { id: 'top', name: '淘宝开放平台', endpoint: 'https://eco.taobao.com/router/rest', appKey: '12345678' },
    memo: '老板不接受，三次上门无人。'.repeat(8),
    ...{ platformRequestId: '16r9xkq0bz7vc', previousHash: '3a1b'.repeat(16), hash: '9c0d'.repeat(16) },
  },
  {
    ...{ sequence: 1, at: Date.UTC(2026, 10, 20, 6, 29), event: 'exported', previousHash: '0'.repeat(64) },
    ...{ note: '{"event":"answered","search":"138****5678"}', hash: '3a1b'.repeat(16) },
  },
];
