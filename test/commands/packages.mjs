import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const oldestNodeMajor = 22;

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own hidden lock file at the end of an
 * install, so an interrupted one never looks finished. Optional packages are for other machines and may be absent.
 */
export function hasLockedPackages(lockText, installedText) {
  const locked = JSON.parse(lockText).packages;
  const installed = JSON.parse(installedText).packages;
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version;
  });
}

/** The Node that this project's tools run on, from the npm package `node`; the machine's own may be older. */
export function projectNodePath(root) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Installs the locked packages when they are missing or not the locked ones. Quiet unless it fails. */
export function installPackages(root) {
  const hiddenLock = join(root, 'node_modules', '.package-lock.json');
  const isInstalled =
    existsSync(hiddenLock) &&
    existsSync(projectNodePath(root)) &&
    hasLockedPackages(readFileSync(join(root, 'package-lock.json'), 'utf8'), readFileSync(hiddenLock, 'utf8'));
  if (!isInstalled) {
    console.log('Installing packages (npm ci)…');
    const result = spawnSync('npm', ['ci'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
    if (result.status !== 0) {
      throw new Error(`npm ci failed.\n${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`);
    }
  }
  checkProjectNode(root);
}

function checkProjectNode(root) {
  const path = projectNodePath(root);
  const version = nodeVersion(path);
  if (version === undefined || Number(version.slice(1).split('.')[0]) < oldestNodeMajor) {
    throw new Error(
      `The project's own Node (${path}) is ${version ?? 'missing'}; ${oldestNodeMajor} or newer is needed. ` +
        'It comes with the npm package "node", whose install script must be allowed: ' +
        'npm config must not set ignore-scripts. Then delete node_modules and start again.',
    );
  }
}

function nodeVersion(path) {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
