import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { beginExport, exportSome } from '@/lib/journal/export-journal';
import { openTestDatabase } from '@/test/fakes/job-world';
import { chainOf, plantJournal } from '@/test/fakes/journal-world';

const command = fileURLToPath(new URL('verify-journal.ts', import.meta.url));

function run(...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...parameters], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function runOver(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'crm-sidekick-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'journal.jsonl');
  writeFileSync(path, text);
  return run(path);
}

/** So long that it is read in many pieces, whose seams lie within lines and characters. */
async function longExport(): Promise<string> {
  const database = await openTestDatabase();
  const facts = Array.from({ length: 1900 }, (_, at) => ({
    at,
    event: 'sent' as const,
    memo: '老板不接受'.repeat(12),
  }));
  await plantJournal(database, chainOf(facts));
  const begun = beginExport(0, facts.length);
  return begun.text + (await exportSome(database, begun.cursor)).text;
}

describe('npm run verify-journal', () => {
  it('says that a file is whole, with what to compare, and ends with 0', async () => {
    const { status, stdout, stderr } = runOver(await longExport());
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^WHOLE: 1900 entries/);
    expect(stdout).toMatch(/^Last entry: 1900 [\da-f]{64}$/m);
  });

  it('names line and entry of what is broken, and ends with 1', async () => {
    const { status, stdout, stderr } = runOver((await longExport()).replace('"sequence":1234}', '"sequence":1235}'));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe('BROKEN at line 1235, entry 1235: changed: its content does not fit its hash.\n');
  });

  it.each([
    ['no file', []],
    ['two files', ['a', 'b']],
    ['a file that is not there', ['/nowhere/journal.jsonl']],
    ['a file of another kind', [command]],
  ])('ends with 2 and says why, given %s', (_what, parameters) => {
    const { status, stdout, stderr } = run(...parameters);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^(usage: npm run verify-journal FILE|UNREADABLE: .+)\n$/);
  });
});
