import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installBrowser } from './browser-packages.mjs';
import { installPackages, projectNodePath } from './packages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Called first by every command. From a clean clone, on a Node that may be older than the project's tools need, it
 * installs what is missing, then runs the same command again under the project's own Node (which also runs TypeScript).
 * Returns only there, with the project's folder; CHROMIUM and PATH are then set for children.
 */
export function bootstrap() {
  try {
    if (Number(process.versions.node.split('.')[0]) < 20) throw new Error('Node 20 or newer is needed to start.');
    installPackages(root);
    process.env.CHROMIUM = installBrowser();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  process.chdir(root);
  const binaries = join(root, 'node_modules', '.bin');
  if (!process.env.PATH?.startsWith(binaries + delimiter)) {
    process.env.PATH = `${binaries}${delimiter}${process.env.PATH ?? ''}`;
  }
  const node = projectNodePath(root);
  if (realpathSync(process.execPath) !== realpathSync(node)) {
    const { status, signal } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit' });
    if (signal !== null) console.error(`Ended by ${signal}.`);
    process.exit(status ?? 1);
  }
  return root;
}
