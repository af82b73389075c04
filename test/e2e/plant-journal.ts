import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { canonical } from '../commands/verify-journal-file.ts';

export type Entry = { sequence: number; hash: string; previousHash: string; [name: string]: unknown };

/** A whole chain of so many entries, behind `last` where there is one. */
export function makeEntries(count: number, last?: Entry): Entry[] {
  let [sequence, previousHash] = last ? [last.sequence, last.hash] : [0, '0'.repeat(64)];
  return Array.from({ length: count }, () => {
    sequence += 1;
    const facts = {
      ...{ sequence, previousHash, at: 1_793_257_200_000 + sequence, event: 'sent', operation: 'sell-cards' },
      ...{ jobId: '01KAFSVAH6M2R4T6V8X0Z2B4D6', key: `KEY-${sequence}`, attempt: 1 },
      subjects: [`0000402021${sequence}`, `0000402022${sequence}`],
    };
    previousHash = createHash('sha256').update(canonical(facts)).digest('hex');
    return { ...facts, hash: previousHash };
  });
}

/** The stored entries, as somebody with the profile's files could read them. */
export function readEntries(page: Page): Promise<Entry[]> {
  return page.evaluate(async () => {
    const asked = indexedDB.open('crm-sidekick');
    await new Promise((resolve) => asked.addEventListener('success', resolve));
    const all = asked.result.transaction('journal').objectStore('journal').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    asked.result.close();
    return all.result;
  });
}

/** Puts these in the place of every stored entry, behind the product's back. */
export async function plantEntries(page: Page, entries: readonly Entry[]): Promise<void> {
  await page.evaluate(async (planted) => {
    const asked = indexedDB.open('crm-sidekick');
    await new Promise((resolve) => asked.addEventListener('success', resolve));
    const transaction = asked.result.transaction('journal', 'readwrite');
    transaction.objectStore('journal').clear();
    for (const entry of planted) transaction.objectStore('journal').put(entry);
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    asked.result.close();
  }, entries);
}
