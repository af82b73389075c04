import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unpackedExtensionId } from '../e2e/browser.ts';
import { builtExtensionDir } from '../e2e/granted-build.ts';
import { waitUntil } from '../e2e/wait-until.ts';
import type { Figure } from './figures.ts';

/**
 * How long a worker with nothing to do lives on, with a panel open. The list of targets is asked for over HTTP: DevTools that
 * are attached, as Playwright's are, keep a worker alive.
 */
export async function measureIdle(): Promise<Figure[]> {
  const extensionDir = resolve(builtExtensionDir);
  const extensionId = unpackedExtensionId(extensionDir);
  const profileDir = mkdtempSync(join(tmpdir(), 'crm-sidekick-idle-'));
  const flags = ['--headless=new', '--remote-debugging-port=0', '--no-first-run', '--disable-background-networking'];
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const extension = [`--load-extension=${extensionDir}`, `--disable-extensions-except=${extensionDir}`];
  const panel = `chrome-extension://${extensionId}/sidepanel.html`;
  const browser = spawn(
    process.env.CHROMIUM ?? '/usr/bin/chromium',
    [`--user-data-dir=${profileDir}`, ...flags, ...root, ...extension, panel],
    { stdio: 'ignore' },
  );
  const ended = new Promise((done) => browser.once('exit', done));
  try {
    const isAlive = () => isWorkerListed(profileDir, extensionId);
    await waitUntil('the worker to be there', isAlive, { timeoutMs: 30_000 });
    const startedAt = performance.now();
    await waitUntil('the worker to be gone', async () => !(await isAlive()), { timeoutMs: 120_000, everyMs: 250 });
    const value = (performance.now() - startedAt) / 1000;
    return [{ what: 'a worker with nothing to do is gone after', value, unit: 's', bar: { most: 35 } }];
  } finally {
    browser.kill('SIGKILL');
    await ended;
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function isWorkerListed(profileDir: string, extensionId: string): Promise<boolean> {
  const file = join(profileDir, 'DevToolsActivePort');
  if (!existsSync(file)) return false;
  const port = readFileSync(file, 'utf8').split('\n')[0];
  const targets: { type: string; url: string }[] = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  return targets.some(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
}
