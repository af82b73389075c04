import type { Page } from 'playwright-core';
import { type ImMessages, imSettings as words } from '../../assets/messages/zh-cn/im-settings.ts';
import type { Stage } from './stage.ts';
import { said } from './words.ts';
import { getWorker } from './worker.ts';

export function openReception({ browser }: Stage): Promise<Page> {
  return browser.openPage('sidepanel.html', { width: 360, height: 900, hash: '/im-settings' });
}

/** Asks for an account by its number, as a person who looks at another one. */
export async function query(page: Page, accountId: string, said: ImMessages = words): Promise<void> {
  const field = page.locator('#im-account-id');
  const other = page.getByText(said.otherAccount, { exact: true });
  await field.or(other).first().waitFor();
  if (!(await field.isVisible())) await other.click();
  await field.fill(accountId);
  await page.keyboard.press('Enter');
  await page.getByText(said.account(accountId), { exact: true }).waitFor();
}

export const refresh = (page: Page) => page.getByRole('button', { name: words.refresh, exact: true });
export const history = (page: Page) => page.getByRole('list', { name: words.history, exact: true });
export const people = (page: Page) => page.getByRole('list', { name: words.subAccounts, exact: true });
export const showAllChanges = async (page: Page) => {
  const more = page.getByRole('button', { name: said.words.showMore, exact: true });
  if (await more.isVisible()) await more.click();
};

/** Makes everything that is kept look as if it had been asked for an hour earlier. */
export async function age({ browser }: Stage): Promise<void> {
  const worker = await getWorker(browser);
  await worker.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('crm-sidekick');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('imSettings', 'readwrite');
          const cursors = transaction.objectStore('imSettings').openCursor();
          cursors.onsuccess = () => {
            const cursor = cursors.result;
            if (!cursor) return;
            const { checkedAt, triedAt, ...record } = cursor.value;
            cursor.update({ ...record, checkedAt: checkedAt - 3_600_000, triedAt: triedAt - 3_600_000 });
            cursor.continue();
          };
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
  );
}

/** What the page gives to the clipboard from now on, which nothing headless may read. */
export async function listenToClipboard(page: Page): Promise<() => Promise<string | undefined>> {
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void Object.assign(globalThis, { copied: text });
  });
  return () => page.evaluate(() => (globalThis as unknown as { copied?: string }).copied);
}
