import { bootstrap } from './bootstrap.mjs';

bootstrap();
// Only now: these are TypeScript, which the Node of a clean machine may not read.
const { buildExtension } = await import('./build-extension.ts');

try {
  await buildExtension();
  if (hasDisplay()) {
    const { runShowcase } = await import('../e2e/showcase.ts');
    const { setUp } = await import('../e2e/setup.ts');
    await runShowcase({ prepare: setUp, print: console.log });
  } else {
    const { runTour } = await import('../e2e/tour.ts');
    const { tourSteps } = await import('../e2e/tour-steps.ts');
    console.log('No display here: taking the scripted tour in a headless browser.\n');
    const isGood = await runTour({ steps: tourSteps, pictureFolder: '.tmp/tour', print: console.log });
    console.log(isGood ? '\nThe tour went well.' : '\nThe tour failed.');
    process.exitCode = isGood ? 0 : 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}
