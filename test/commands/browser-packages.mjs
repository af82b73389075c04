import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const chromiumNames = ['chromium', 'chromium-browser'];
const fontFolders = ['/usr/share/fonts', '/usr/local/share/fonts'];

/** Debian package → whether it is needed here. */
const debianPackages = {
  chromium: () => findChromium() === undefined,
  xvfb: () => findProgram('Xvfb') === undefined,
  xdotool: () => findProgram('xdotool') === undefined,
  'fonts-noto-cjk': () => !hasChineseFont(),
};

/** The browser that tests and tour drive: the CHROMIUM variable, else the system's Chromium, else undefined. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM) return existsSync(env.CHROMIUM) ? env.CHROMIUM : undefined;
  for (const name of chromiumNames) {
    const path = findProgram(name, env);
    if (path !== undefined) return path;
  }
  return undefined;
}

export function findProgram(name, env = process.env) {
  return (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** What is missing, as names of Debian packages. */
export function missingDebianPackages(packages = debianPackages) {
  return Object.keys(packages).filter((name) => packages[name]());
}

/**
 * Makes sure that a browser can be driven here and returns its path. On Debian as root what is missing is installed;
 * elsewhere it is said what to install. Only the browser itself is needed outside Linux.
 */
export function installBrowser() {
  if (process.env.CHROMIUM && findChromium() === undefined) {
    throw new Error(`The variable CHROMIUM names a file that does not exist: ${process.env.CHROMIUM}`);
  }
  if (process.platform === 'linux') installDebianPackages(missingDebianPackages());
  const chromium = findChromium();
  if (chromium === undefined) {
    throw new Error('No Chromium found. Install it, or set the variable CHROMIUM to the path of a Chromium.');
  }
  return chromium;
}

function installDebianPackages(missing) {
  if (missing.length === 0) return;
  const isDebianRoot = process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
  if (!isDebianRoot) {
    throw new Error(
      `Missing on this machine: ${missing.join(', ')} (names of Debian packages). ` +
        `Install them, for example with: sudo apt-get install -y ${missing.join(' ')}`,
    );
  }
  console.log(`Installing ${missing.join(', ')} (apt-get)…`);
  runApt(['update']);
  runApt(['install', '-y', '--no-install-recommends', ...missing]);
}

function runApt(parameters) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync('apt-get', parameters, { encoding: 'utf8', env });
  if (result.status !== 0) {
    throw new Error(`apt-get ${parameters.join(' ')} failed.\n${result.stdout ?? ''}${result.stderr ?? ''}`);
  }
}

/** By file name, since fontconfig's own tool may not be there yet. */
function hasChineseFont() {
  return fontFolders
    .filter((folder) => existsSync(folder))
    .some((folder) => readdirSync(folder, { recursive: true }).some((name) => /cjk|wqy|sourcehansans/i.test(name)));
}
