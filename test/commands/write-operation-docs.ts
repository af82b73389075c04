import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Page } from '../../lib/operations/documentation/operation-pages.ts';

// Through Vite: Node itself resolves neither the product code's `@/` nor imports without an ending.
const root = fileURLToPath(new URL('../../', import.meta.url));
const { module } = await runnerImport<{ operationPages(): Page[] }>(
  `${root}lib/operations/documentation/operation-pages.ts`,
  { root, configFile: false, logLevel: 'error', resolve: { alias: { '@': root.replace(/\/$/, '') } } },
);

const folder = `${root}docs/operations/`;
const pages = module.operationPages();
const names = new Set(pages.map(({ name }) => name));
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(`${folder}${name}`);
for (const { name, text } of pages) writeFileSync(`${folder}${name}`, text);
console.log(`${pages.length} pages written to docs/operations`);
