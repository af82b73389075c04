import { expect, test } from 'vitest';
import { runChaos } from './run-chaos.ts';

/** The short form of `npm run chaos`; a seed of its own each day, so that every run is new and can be had again. */
test('every row of four jobs comes through eight kills and what else goes wrong, once', async () => {
  const seed = Number(process.env.CHAOS_SEED ?? Math.floor(Date.now() / 86_400_000));
  const lines: string[] = [`seed ${seed}`];
  const { verdicts, faults } = await runChaos({
    seed,
    rows: 120,
    kills: 8,
    calmMs: 250,
    latencyMs: 600,
    print: (line) => void lines.push(line),
  });
  expect(
    verdicts.map(({ operation, faults: found }) => ({ operation, faults: found })),
    lines.join('\n'),
  ).toEqual(verdicts.map(({ operation }) => ({ operation, faults: [] })));
  expect(verdicts).toHaveLength(4);
  expect(faults, lines.join('\n')).toEqual([]);
}, 240_000);
