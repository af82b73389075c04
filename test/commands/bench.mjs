import { bootstrap } from './bootstrap.mjs';

bootstrap();
// Only now: these are TypeScript, which the Node of a clean machine may not read.
const { buildExtension } = await import('./build-extension.ts');
const { describeFigure, isWithinBar } = await import('../bench/figures.ts');
const { measureIdle } = await import('../bench/measure-idle.ts');
const { measureJobs } = await import('../bench/measure-jobs.ts');
const { measurePageLoad } = await import('../bench/measure-page-load.ts');
const { measurePaste } = await import('../bench/measure-paste.ts');
const { measurePopup } = await import('../bench/measure-popup.ts');

/** By the name that may be given to have only some of them. */
const benches = {
  popup: measurePopup,
  'page-load': measurePageLoad,
  paste: measurePaste,
  jobs: measureJobs,
  idle: measureIdle,
};
const asked = process.argv.slice(2);

try {
  await buildExtension();
  const figures = [];
  for (const [name, measure] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const measured = await measure();
    figures.push(...measured);
    for (const figure of measured) console.log(describeFigure(figure));
  }
  const short = figures.filter((figure) => !isWithinBar(figure));
  const barred = figures.filter(({ bar }) => bar !== undefined);
  console.log(`${barred.length - short.length} of ${barred.length} figures reach their bar`);
  process.exitCode = short.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
