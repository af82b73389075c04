import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { findSecretsInFolder, findSecretsInLines } from './find-secrets.ts';
import { decompressSnappy } from './snappy.ts';

/** The extension API, inside functions that are evaluated in the browser. */
declare const chrome: typeof import('wxt/browser').browser;

const extensionDir = fileURLToPath(new URL('../fixture-extension', import.meta.url));

/** Runs in the page: rows of text, each in a transaction that is on the disk when it ends. */
async function storeRows(rows: string[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('planted');
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
  for (const row of rows) transaction.objectStore('rows').put({ row });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}

test('secrets left in a profile by a killed browser are found, and one that was never there is not', async () => {
  const secrets = {
    stored: 'planted-in-storage-5c1d',
    inDatabase: '埋在数据库里的口令-77',
    absent: 'never-written-8f2e',
  };
  const first = await launchBrowser({ extensionDir });
  const page = await first.openPage('sidepanel.html');
  await page.evaluate((secret) => chrome.storage.local.set({ secret }), secrets.stored);
  await page.evaluate(storeRows, [secrets.inDatabase]);
  await first.killBrowser();

  const second = await first.relaunch();
  const again = await second.openPage('sidepanel.html');
  expect(await again.evaluate(() => chrome.storage.local.get('secret'))).toEqual({ secret: secrets.stored });
  await second.close({ keepProfile: true });

  const findings = findSecretsInFolder(second.profileDir, secrets).join('\n');
  expect(findings).toContain('stored stands in');
  expect(findings).toContain('inDatabase stands in');
  expect(findings).not.toContain('absent');
  rmSync(second.profileDir, { recursive: true });
});

test('a secret that LevelDB has cut up by compressing it is found', async () => {
  const secret = 'sandbox-session-0123456789abcdef';
  const browser = await launchBrowser({ extensionDir });
  const page = await browser.openPage('sidepanel.html');
  // Enough to make LevelDB write a table; each row repeats pieces of the secret, so that the whole becomes copies.
  const filler = `sandbox-session- 0123456789abcdef ${'lorem ipsum '.repeat(1500)}`;
  for (let round = 0; round < 6; round += 1) {
    await page.evaluate(
      storeRows,
      Array.from({ length: 60 }, (_, row) => `${filler}${row}${secret}`),
    );
  }
  await browser.close({ keepProfile: true });

  const tables = readdirSync(browser.profileDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.ldb$/.test(name),
  );
  const inTables = findSecretsInFolder(browser.profileDir, { secret }).filter((finding) => finding.includes('.ldb'));
  const rawTables = tables.filter((name) => readFileSync(join(browser.profileDir, name)).includes(secret));
  expect({ tables, rawTables, inTables }).toMatchObject({
    rawTables: [],
    inTables: expect.arrayContaining([expect.stringContaining('.ldb')]),
  });
  rmSync(browser.profileDir, { recursive: true });
});

test.each([
  ['base64 after one byte', Buffer.from('xplanted-secret-01yz').toString('base64')],
  ['base64 after two bytes', Buffer.from('xxplanted-secret-01yz').toString('base64')],
  ['hex', Buffer.from('planted-secret-01').toString('hex')],
  ['base64 of UTF-16', Buffer.from('planted-secret-01', 'utf16le').toString('base64')],
])('a secret printed as %s is found', (_form, line) => {
  expect(findSecretsInLines('the console', ['before', line, 'after'], { planted: 'planted-secret-01' })).toHaveLength(
    1,
  );
  expect(findSecretsInLines('the console', ['before', line, 'after'], { other: 'planted-secret-02-' })).toEqual([]);
});

test('a secret too short to be told from chance is refused, not passed over', () => {
  expect(() => findSecretsInLines('the console', [''], { short: '1234' })).toThrow('short');
});

test.each<[string, number[], string]>([
  ['a literal', [3, 2 << 2, 97, 98, 99], 'abc'],
  ['a copy that runs into itself', [9, 0, 97, (7 << 2) | 2, 1, 0], 'aaaaaaaaa'],
  ['a literal with its length in a byte', [2, 60 << 2, 1, 97, 98], 'ab'],
])('Snappy: %s', (_case, bytes, text) => {
  expect(Buffer.from(decompressSnappy(Uint8Array.from(bytes))).toString()).toBe(text);
});
