import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';

/** Budgets in bytes, of the production build. Raw sizes, but for the package, which is what a store's zip weighs. */
const build = join(dirname(fileURLToPath(import.meta.url)), '../../.output/chrome-mv3');

interface Part {
  file: string;
  bytes: number;
}

/** Every script and style that a page has loaded once it shows its first screen, with the words that it waits for. */
function loadedBy(page: string, words: string[]): Part[] {
  const html = readFileSync(join(build, page), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="\/((?:chunks|assets)\/[^"]+)"/g)].map(([, file]) => file ?? '');
  waiting.push(...words.map((name) => `chunks/${name}.js`));
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
  return rawParts([...loaded]);
}

function rawParts(files: string[]): Part[] {
  return files.map((file) => ({ file, bytes: statSync(join(build, file)).size }));
}

/** A zip stores each file deflated, with 76 bytes of headers and its name twice. */
function zipParts(): Part[] {
  const files = globSync('**/*', { cwd: build }).filter((file) => statSync(join(build, file)).isFile());
  return files.map((file) => ({
    file,
    bytes: deflateRawSync(readFileSync(join(build, file)), { level: 9 }).length + 76 + 2 * file.length,
  }));
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const sizes = [
  { what: 'package (zip)', parts: zipParts(), budget: 335_000 },
  { what: 'popup, scripts and styles', parts: loadedBy('popup.html', ['zh-cn']), budget: 80_000 },
  { what: 'side panel, scripts and styles', parts: loadedBy('sidepanel.html', ['zh-cn']), budget: 120_000 },
  {
    what: 'options page, scripts and styles',
    parts: loadedBy('options.html', ['zh-cn', 'zh-cn-screens', 'zh-cn-settings']),
    budget: 190_000,
  },
  { what: 'page reader', parts: rawParts(['content-scripts/crm-page.js']), budget: 16_000 },
  { what: 'page pointer', parts: rawParts(['content-scripts/page-pointer.js']), budget: 16_000 },
];

for (const { what, parts, budget } of sizes) {
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const isOver = bytes > budget;
  console.log(`${isOver ? 'OVER' : 'ok  '} ${what}: ${kilobytes(bytes)} of ${(budget / 1000).toFixed(0)} kB`);
  if (!isOver) continue;
  process.exitCode = 1;
  const largest = parts.toSorted((one, other) => other.bytes - one.bytes).slice(0, 8);
  for (const part of largest) console.log(`       ${kilobytes(part.bytes).padStart(9)} ${part.file}`);
}
