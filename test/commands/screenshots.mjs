import { bootstrap } from './bootstrap.mjs';

// `npm run screenshots -- edit journal`: only the screens whose names hold one of these.
const parts = process.argv.slice(2);

bootstrap();
// Only now: these are TypeScript, which the Node of a clean machine may not read.
const { buildExtension } = await import('./build-extension.ts');
const { takeScreenshots } = await import('../e2e/screenshots.ts');

try {
  await buildExtension();
  const paths = await takeScreenshots({
    folder: '.tmp/screenshots',
    only: ({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)),
  });
  console.log(`${paths.length} pictures; all on one sheet: ${paths.at(-1)}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
