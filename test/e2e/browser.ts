import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { waitUntil } from './wait-until.ts';
import { getWorker } from './worker.ts';

export type LaunchOptions = {
  /** Folder with the built extension's manifest.json. */
  extensionDir: string;
  /** Absent: headless. An X display (":1") or, for the person's own screen, an empty object: in a window. */
  window?: { display?: string };
  /**
   * What `navigator.language` says in pages and worker; zh-CN unless told. The browser's own menus and the manifest's
   * texts follow the language packs of the machine, English where there are none.
   */
  language?: 'zh-CN' | 'en';
  /** Physical pixels per CSS pixel, headless only. */
  deviceScaleFactor?: number;
  /** An existing profile is used and left in place; without it a fresh one is made and removed at the end. */
  profileDir?: string;
};

export type PageOptions = {
  width?: number;
  height?: number;
  /** The tab that a popup or panel opened as a page of its own is to be about; given as `?tabId=`. */
  tabId?: number;
  /** What follows `#`. */
  hash?: string;
};

export type ExtensionBrowser = {
  context: BrowserContext;
  extensionId: string;
  profileDir: string;
  /** DevTools port on loopback, for what Playwright's own connection does not list. */
  debugPort: number;
  /** Everything that pages and the worker printed, errors included; goes on across `relaunch`. */
  consoleLines: string[];
  /** The background worker, started if it is not running. */
  worker(): Promise<Worker>;
  /** Opens one of the extension's own pages in a tab. */
  openPage(file: string, options?: PageOptions): Promise<Page>;
  /** Ends the browser in good order; the profile is removed unless it was given or is to be kept. */
  close(options?: { keepProfile?: boolean }): Promise<void>;
  /** Ends the browser at once (SIGKILL), as a crash or a power cut would. The profile stays. */
  killBrowser(): Promise<void>;
  /** Starts a browser again on the same profile, after `killBrowser` or `close({keepProfile: true})`. */
  relaunch(): Promise<ExtensionBrowser>;
};

/** Starts Chromium with the extension. The executable is the CHROMIUM variable or /usr/bin/chromium. */
export async function launchBrowser(options: LaunchOptions): Promise<ExtensionBrowser> {
  const extensionDir = resolve(options.extensionDir);
  if (!existsSync(join(extensionDir, 'manifest.json'))) throw new Error(`No built extension in ${extensionDir}.`);
  const profileDir = options.profileDir ?? makeProfile(extensionDir);
  return start(
    { ...options, extensionDir },
    { profileDir, isOurs: options.profileDir === undefined, consoleLines: [] },
  );
}

/** A fresh profile in which the extension's icon is pinned to the toolbar, as a person would have it. */
function makeProfile(extensionDir: string): string {
  const profileDir = mkdtempSync(join(tmpdir(), 'crm-sidekick-profile-'));
  mkdirSync(join(profileDir, 'Default'));
  const preferences = { extensions: { pinned_extensions: [unpackedExtensionId(extensionDir)] } };
  writeFileSync(join(profileDir, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profileDir;
}

/** What goes on when the browser is started again. */
type Lasting = { profileDir: string; isOurs: boolean; consoleLines: string[] };

async function start(options: LaunchOptions, lasting: Lasting): Promise<ExtensionBrowser> {
  const { profileDir, consoleLines } = lasting;
  const { extensionDir } = options;
  rmSync(join(profileDir, 'DevToolsActivePort'), { force: true });

  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: options.window === undefined,
    ignoreDefaultArgs: ['--disable-extensions', '--headless'],
    args: browserArguments(extensionDir, options),
    env: browserEnvironment(options),
    ...(options.window === undefined
      ? { viewport: { width: 1280, height: 800 }, deviceScaleFactor: options.deviceScaleFactor ?? 1 }
      : { viewport: null }),
  });
  recordConsole(context, consoleLines);
  const extensionId = unpackedExtensionId(extensionDir);
  const browser: ExtensionBrowser = {
    context,
    extensionId,
    profileDir,
    debugPort: await readDebugPort(profileDir),
    consoleLines,
    worker: () => getWorker(browser),
    openPage: (file, pageOptions = {}) => openExtensionPage(browser, file, pageOptions),
    async close({ keepProfile = false } = {}) {
      await context.close();
      if (lasting.isOurs && !keepProfile) rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
    async killBrowser() {
      const closed = new Promise((done) => context.once('close', done));
      process.kill(browserPid(profileDir), 'SIGKILL');
      await closed;
    },
    relaunch: () => start(options, lasting),
  };
  return browser;
}

function browserArguments(extensionDir: string, { window, language = 'zh-CN' }: LaunchOptions): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    `--load-extension=${extensionDir}`,
    `--disable-extensions-except=${extensionDir}`,
    '--remote-debugging-port=0',
    `--accept-lang=${language}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    ...(window === undefined ? ['--headless=new'] : ['--window-position=0,0', '--window-size=1280,900']),
    // The second takes away the bar that warns of the first, which would shift every page in a window.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
}

function browserEnvironment({ window }: LaunchOptions): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(inherited),
    ...(window?.display === undefined ? {} : { DISPLAY: window.display }),
  };
}

function recordConsole(context: BrowserContext, lines: string[]): void {
  context.on('console', (message) => lines.push(`${message.type()} ${message.text()} (${message.location().url})`));
  context.on('weberror', (failure) => lines.push(`uncaught ${failure.error().stack ?? failure.error().message}`));
  context.on('requestfailed', (request) =>
    lines.push(`request failed ${request.url()} ${request.failure()?.errorText}`),
  );
}

/** Chromium names an unpacked extension after its folder: SHA-256 of the path, half of it, in the letters a to p. */
export function unpackedExtensionId(extensionDir: string): string {
  const hex = createHash('sha256').update(extensionDir).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function readDebugPort(profileDir: string): Promise<number> {
  const file = join(profileDir, 'DevToolsActivePort');
  return waitUntil('the browser to tell its DevTools port', () => {
    const port = existsSync(file) && Number(readFileSync(file, 'utf8').split('\n')[0]);
    return port || undefined;
  });
}

/** The lock of a profile in use is a link to "<host>-<pid>". */
function browserPid(profileDir: string): number {
  return Number(readlinkSync(join(profileDir, 'SingletonLock')).split('-').at(-1));
}

async function openExtensionPage(browser: ExtensionBrowser, file: string, options: PageOptions): Promise<Page> {
  const page = await browser.context.newPage();
  if (options.width !== undefined) {
    await page.setViewportSize({ width: options.width, height: options.height ?? 720 });
  }
  const query = options.tabId === undefined ? '' : `?tabId=${options.tabId}`;
  const hash = options.hash === undefined ? '' : `#${options.hash}`;
  await page.goto(`chrome-extension://${browser.extensionId}/${file}${query}${hash}`);
  return page;
}
