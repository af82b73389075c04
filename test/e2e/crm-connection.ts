import { edit } from '../../assets/messages/zh-cn/edit.ts';
import { defaultRestToken } from '../sandbox/accounts.ts';
import { openSection } from './setup.ts';
import type { Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';
import { said } from './words.ts';

/** Connects the sandbox's REST CRM on the options page, by token, as a person would. */
export async function connectCrm({ browser, sandbox }: Stage): Promise<void> {
  const page = await browser.openPage('options.html');
  await openSection(page, 'connections');
  await page.getByRole('button', { name: said.connections.addCrm }).click();
  await page.getByLabel(edit.connections.baseUrl).fill(sandbox.url);
  await page.getByLabel(edit.connections.token, { exact: true }).fill(defaultRestToken);
  await page.getByRole('button', { name: said.connections.test, exact: true }).click();
  const ok = page.getByText(said.connections.testStates.ok, { exact: true });
  await waitUntil('all parts to be fine', async () => (await ok.count()) === 3);
  await page.getByRole('button', { name: said.words.save, exact: true }).click();
  await page.getByText(said.connections.saved(said.connections.platforms.ikcrm)).waitFor();
  await page.close();
}
