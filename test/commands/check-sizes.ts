import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';

/** Budgets in bytes, of the production build. Raw sizes, but for the package, which is what a store's zip weighs. */
const build = join(dirname(fileURLToPath(import.meta.url)), '../../.output/chrome-mv3');

/** Every script and style that a page has loaded once it shows its first screen, in one language. */
function loadedBy(page: string, language: string): string[] {
  const html = readFileSync(join(build, page), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="\/((?:chunks|assets)\/[^"]+)"/g)].map(([, file]) => file ?? '');
  waiting.push(...globSync(`chunks/${language}-????????.js`, { cwd: build }));
  const loaded = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    if (!file.endsWith('.js')) continue;
    const script = readFileSync(join(build, file), 'utf8');
    // Static imports only: what is imported by a call is loaded when it is needed.
    for (const [, target = ''] of script.matchAll(/\b(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g))
      waiting.push(posix.join(posix.dirname(file), target));
  }
  return [...loaded];
}

function rawSize(files: string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(build, file)).size, 0);
}

/** A zip stores each file deflated, with 76 bytes of headers and its name twice. */
function zipSize(): number {
  const files = globSync('**/*', { cwd: build }).filter((file) => statSync(join(build, file)).isFile());
  return files.reduce(
    (sum, file) => sum + deflateRawSync(readFileSync(join(build, file)), { level: 9 }).length + 76 + 2 * file.length,
    0,
  );
}

const sizes = [
  { what: 'package (zip)', bytes: zipSize(), budget: 250_000 },
  { what: 'popup, scripts and styles', bytes: rawSize(loadedBy('popup.html', 'zh-cn')), budget: 80_000 },
  { what: 'side panel, scripts and styles', bytes: rawSize(loadedBy('sidepanel.html', 'zh-cn')), budget: 120_000 },
  { what: 'options page, scripts and styles', bytes: rawSize(loadedBy('options.html', 'zh-cn')), budget: 180_000 },
  { what: 'page reader', bytes: rawSize(['content-scripts/crm-page.js']), budget: 16_000 },
];

for (const { what, bytes, budget } of sizes) {
  const verdict = bytes <= budget ? 'ok  ' : 'OVER';
  console.log(`${verdict} ${what}: ${(bytes / 1000).toFixed(1)} kB of ${(budget / 1000).toFixed(0)} kB`);
}
if (sizes.some(({ bytes, budget }) => bytes > budget)) process.exitCode = 1;
