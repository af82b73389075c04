import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirmRelease, fillRelease, openReleaseForm, waitUntilTold } from './drive.ts';
import { makeEntries, plantEntries, readEntries } from './plant-journal.ts';
import { operator, setUp } from './setup.ts';
import { openStage, type Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

const { journal } = said;
const projectDir = fileURLToPath(new URL('../..', import.meta.url));
const [done, failed, lost] = ['20191215301', '20191215302', '20191215303'] as const;

let stage: Stage;
let folder: string;
let panel: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crm-sidekick-journal-'));
  stage = await openStage();
  await setUp(stage);
  stage.sandbox.addFaults([
    { kind: 'error', code: 15, subCode: 'isv.opportunity-not-exist', subMsg: '商机不存在', match: { object: failed } },
    { kind: 'answer-lost', match: { object: lost } },
  ]);
  const release = async (id: string, told: 'succeeded' | 'failed' | 'unknown') => {
    const surface = await openReleaseForm(stage, id);
    await fillRelease(surface, { reason: '联系不上', note: '老板电话 13812345678' });
    await confirmRelease(surface);
    await waitUntilTold(surface, told, id);
    await surface.close();
  };
  await Promise.all([release(done, 'succeeded'), release(failed, 'failed'), release(lost, 'unknown')]);
});
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await panel?.close();
  panel = await stage.browser.openPage('sidepanel.html', { width: 400, height: 720, hash: '/journal' });
  await entriesShown().first().waitFor();
});

const entriesShown = () => panel.getByRole('list', { name: journal.title }).getByRole('listitem');
const search = () => panel.getByLabel(journal.search);
const shown = (text: string) => panel.getByText(text, { exact: true });

async function openFilter(): Promise<void> {
  await shown(journal.filter).click();
}

/** Saves what the button of this name exports. */
async function exportTo(name: string, button: string): Promise<string> {
  const [download] = await Promise.all([
    panel.waitForEvent('download'),
    panel.getByRole('button', { name: button }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^crm-sidekick-journal-\d{4}-\d\d-\d\d\.jsonl$/);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

function verifyFile(path: string) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'verify-journal', path], {
    cwd: projectDir,
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

/** A copy of an exported file with its lines changed. */
function tampered(path: string, change: (lines: string[]) => string[]): string {
  const copy = `${path}.tampered`;
  const lines = readFileSync(path, 'utf8').split('\n');
  writeFileSync(copy, change(lines).join('\n'));
  return copy;
}

describe('searching and filtering', () => {
  test('an id finds its entries, part of an id too, and clearing brings all back', async () => {
    const total = await entriesShown().count();
    await search().fill(done);
    await shown(journal.countFound('3', String(total))).waitFor();
    expect(await entriesShown().allInnerTexts()).toEqual([
      expect.stringContaining(`${journal.events.answered} · ${done} · ${said.jobs.rowStates.succeeded}`),
      expect.stringContaining(`${journal.events.sent} · ${done}`),
      expect.stringContaining(`${journal.events.asked} · ${done}`),
    ]);
    await search().fill('2019121530');
    await shown(journal.countFound('9', String(total))).waitFor();
    await search().fill('999999');
    await shown(journal.noMatch).waitFor();
    await panel.getByRole('button', { name: journal.clear }).click();
    await shown(journal.countAll(String(total))).waitFor();
  });

  test('by keyboard alone: search, open the filter, choose, clear', async () => {
    await search().focus();
    await panel.keyboard.type(failed);
    await shown(journal.countFound('3', String(await total()))).waitFor();
    await panel.keyboard.press('Tab');
    await panel.keyboard.press('Enter');
    await panel.keyboard.press('Tab');
    expect(await panel.evaluate(() => document.activeElement?.id)).toBe('journal-event');
    // Typing Chinese into a list chooses nothing without an input method: the arrows do.
    while ((await panel.locator('#journal-event').inputValue()) !== 'answered') await panel.keyboard.press('ArrowDown');
    await shown(journal.countFound('1', String(await total()))).waitFor();
    await panel.getByRole('button', { name: journal.clear }).focus();
    await panel.keyboard.press('Enter');
    await shown(journal.countAll(String(await total()))).waitFor();
    expect(await search().inputValue()).toBe('');
  });

  test('by outcome, operator and days together', async () => {
    await openFilter();
    await panel.getByLabel(journal.outcome, { exact: true }).selectOption('unknown');
    await panel.getByLabel(journal.operator, { exact: true }).fill(operator.name);
    const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
    await panel.getByLabel(journal.fromDay).fill(today);
    await panel.getByLabel(journal.toDay).fill(today);
    await shown(journal.countFound('1', String(await total()))).waitFor();
    expect(await entriesShown().allInnerTexts()).toEqual([expect.stringContaining(lost)]);
    await panel.getByLabel(journal.toDay).fill('2020-01-01');
    await shown(journal.dayFaults['days-reversed']).waitFor();
    expect(await panel.getByRole('button', { name: journal.exportFound }).isDisabled()).toBe(true);
  });

  async function total(): Promise<number> {
    return (await readEntries(panel)).length;
  }
});

describe('an exported journal', () => {
  test('is whole by the command, holds its own export, and no phone number', async () => {
    const path = await exportTo('all.jsonl', journal.exportAll);
    const entries = await readEntries(panel);
    const last = entries.at(-1);
    expect(last).toMatchObject({ event: 'exported', operator });
    await shown(journal.exported(String(entries.length))).waitFor();
    await shown(`${last?.sequence} ${last?.hash}`).waitFor();
    const text = readFileSync(path, 'utf8');
    expect(text).not.toContain('13812345678');
    expect(text).toContain('138****5678');
    const found = verifyFile(path);
    expect(found).toMatchObject({ status: 0 });
    expect(found.text).toContain(`WHOLE: ${entries.length} entries`);
    expect(found.text).toContain(`Last entry: ${last?.sequence} ${last?.hash}`);
  });

  test('that is tampered with is found broken, at the line and the entry', async () => {
    const path = await exportTo('all.jsonl', journal.exportAll);
    const changed = tampered(path, (lines) => lines.with(3, (lines[3] ?? '').replace(/2019121530/, '2019121531')));
    expect(verifyFile(changed)).toEqual({
      status: 1,
      text: expect.stringMatching(/^BROKEN at line 4, entry 3: changed/),
    });
    const removed = tampered(path, (lines) => lines.toSpliced(5, 1));
    expect(verifyFile(removed)).toEqual({
      status: 1,
      text: expect.stringMatching(/^BROKEN at line 6, entry 5: removed/),
    });
    const cut = tampered(path, (lines) => lines.slice(0, 7));
    expect(verifyFile(cut)).toEqual({ status: 1, text: expect.stringMatching(/^BROKEN at line 8: cut off/) });
    expect(verifyFile(join(folder, 'nowhere.jsonl'))).toMatchObject({ status: 2 });
  });

  test('holds what the filter shows, and the filter stands in the journal', async () => {
    await search().fill(done);
    const path = await exportTo('some.jsonl', journal.exportFound);
    await shown(journal.exported('3')).waitFor();
    expect(verifyFile(path)).toEqual({ status: 0, text: expect.stringContaining('WHOLE: 3 entries') });
    expect((await readEntries(panel)).at(-1)).toMatchObject({ event: 'exported', note: `{"search":"${done}"}` });
    const removed = tampered(path, (lines) => lines.toSpliced(2, 1));
    expect(verifyFile(removed)).toEqual({
      status: 1,
      text: expect.stringMatching(/^BROKEN at line 3, entry \d+: removed/),
    });
  });
});

describe('verifying in the interface', () => {
  const verify = () => panel.getByRole('button', { name: journal.verify }).click();

  test('finds nothing wrong, then what was changed, removed, and cut off the end behind its back', async () => {
    const entries = await readEntries(panel);
    await verify();
    await shown(journal.verified(String(entries.length))).waitFor();
    await plantEntries(
      panel,
      entries.map((entry) => (entry.sequence === 2 ? { ...entry, memo: '' } : entry)),
    );
    await verify();
    await shown(journal.broken.changed(2)).waitFor();
    await plantEntries(panel, entries.toSpliced(3, 1));
    await verify();
    await shown(journal.broken.missing(4)).waitFor();
    await waitForHead(entries.length);
    await plantEntries(panel, entries.slice(0, -2));
    await verify();
    await shown(journal.broken['cut-off'](entries.length - 1)).waitFor();
    await plantEntries(panel, entries);
    await verify();
    await shown(journal.verified(String(entries.length))).waitFor();
  });

  test('of a long journal tells how far it is, as does a search, which ends at its entry', async () => {
    const entries = await readEntries(panel);
    await plantEntries(panel, [...entries, ...makeEntries(30_000, entries.at(-1))]);
    await panel.reload();
    await entriesShown().nth(49).waitFor();
    await verify();
    await panel.getByText(/正在校验：[\d,]+ \/ 30,0/).waitFor();
    await panel.getByText(/^30,0\d\d 条记录完整/).waitFor();
    await search().fill(done);
    await panel.getByText(/正在查找：已查 [\d,]+ \/ 30,0/).waitFor();
    await shown(journal.countFound('3', (30_000 + entries.length).toLocaleString('en'))).waitFor();
    await search().fill(`0000402022${entries.length + 12_345}`);
    await shown(journal.countFound('1', (30_000 + entries.length).toLocaleString('en'))).waitFor();
    expect(await entriesShown().allInnerTexts()).toEqual([
      expect.stringContaining(journal.several(`0000402022${entries.length + 12_345}`, '2')),
    ]);
    await plantEntries(panel, entries);
  });

  /** The worker notes the newest entry after it has told of it. */
  async function waitForHead(sequence: number): Promise<void> {
    const worker = await stage.browser.worker();
    await waitUntil('the newest entry to be noted', async () => {
      const noted = await worker.evaluate(() => chrome.storage.local.get('journal-head'));
      return (noted['journal-head'] as { sequence: number } | undefined)?.sequence === sequence;
    });
  }
});
