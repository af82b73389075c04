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
    `Seed ${seed}, ${rows} rows of each operation, ${kills} kills. The same again: npm run chaos -- --seed ${seed} --rows ${rows} --kills ${kills}`,
  );
  await buildExtension();
  const startedAt = Date.now();
  const { verdicts, faults, done } = await runChaos({
    seed,
    rows,
    kills,
    calmMs: 2000,
    latencyMs: 120,
    print: console.log,
  });
  for (const [what, times] of done) console.log(`  ${times} × ${what}`);
  for (const { operation, states, faults: found, requests } of verdicts) {
    console.log(`${found.length === 0 ? '✓' : '✗'} ${operation}: ${JSON.stringify(states)} in ${requests} requests`);
    for (const fault of found.slice(0, 20)) console.log(`    ${fault}`);
    faults.push(...found);
  }
  console.log(`${faults.length} faults in ${Math.round((Date.now() - startedAt) / 1000)} s, seed ${seed}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
