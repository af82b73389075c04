import { parseArgs } from 'node:util';
import { bootstrap } from './bootstrap.mjs';

bootstrap();
// Only now: these are TypeScript, which the Node of a clean machine may not read.
const { buildExtension } = await import('./build-extension.ts');
const { runChaos } = await import('../e2e/chaos/run-chaos.ts');

const { values } = parseArgs({
  options: { seed: { type: 'string' }, rows: { type: 'string' }, kills: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const [rows, kills] = [Number(values.rows ?? 2000), Number(values.kills ?? 50)];

try {
  console.log(
    `Seed ${seed}, ${rows} rows of each operation, ${kills} kills. To see the same again: npm run chaos -- --seed ${seed}`,
  );
  await buildExtension();
  const startedAt = Date.now();
  const verdicts = await runChaos({ seed, rows, kills, print: console.log });
  for (const { operation, states, faults, requests } of verdicts) {
    console.log(`${faults.length === 0 ? '✓' : '✗'} ${operation}: ${JSON.stringify(states)}, sent ${requests} times`);
    for (const fault of faults.slice(0, 20)) console.log(`    ${fault}`);
  }
  const faults = verdicts.reduce((sum, verdict) => sum + verdict.faults.length, 0);
  console.log(`${faults} faults in ${Math.round((Date.now() - startedAt) / 1000)} s`);
  process.exitCode = faults === 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
