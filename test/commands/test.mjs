import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { bootstrap } from './bootstrap.mjs';

/** In this order; a step that needs another which failed is not run and counts as failed. */
const steps = [
  { title: 'format and lint', script: 'check:lint' },
  { title: 'types', script: 'check:types' },
  { title: 'unused code', script: 'check:unused' },
  { title: 'unit tests', script: 'test:unit', hasTests: true },
  { title: 'production build', script: 'build' },
  { title: 'size budgets', script: 'check:size', needs: 'build' },
  { title: 'end-to-end tests', script: 'test:e2e', needs: 'build', hasTests: true },
];
const reportFolder = '.tmp/test-reports';

bootstrap();
// Only now: these are TypeScript, which the Node of a clean machine may not read.
const { runStep } = await import('./run-step.ts');
const { readTestTotals } = await import('./test-totals.ts');

// Steps run in groups of their own, which Ctrl-C does not reach: they are ended when this process exits.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

rmSync(reportFolder, { recursive: true, force: true });
mkdirSync(reportFolder, { recursive: true });

const totals = { passed: 0, failed: 0 };
const failedScripts = new Set();
for (const step of steps) {
  const result = await runOne(step);
  totals.passed += result.passed;
  totals.failed += result.failed;
  if (result.failed > 0) failedScripts.add(step.script);
  const count = step.hasTests ? ` (${result.passed} passed, ${result.failed} failed)` : '';
  console.log(`${result.failed === 0 ? '✓' : '✗'} ${step.title}${count} ${result.seconds.toFixed(1)} s`);
  if (result.failed > 0) console.log(`${result.output.trimEnd()}\n`);
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;

async function runOne(step) {
  if (step.needs !== undefined && failedScripts.has(step.needs)) {
    return { passed: 0, failed: 1, seconds: 0, output: `Not run: it needs "${step.needs}", which failed.` };
  }
  if (!step.hasTests) {
    const { isPassed, output, seconds } = await runStep('npm', ['run', '--silent', step.script]);
    return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, output, seconds };
  }
  const report = `${reportFolder}/${step.script.replace(':', '-')}.json`;
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { isPassed, output, seconds } = await runStep('npm', ['run', '--silent', step.script, '--', ...reporting]);
  const { passed, failed, notes } = readTestTotals(readIfThere(report), isPassed);
  return { passed, failed, seconds, output: [output, ...notes].join('\n') };
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
