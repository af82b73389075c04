import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Segment, sharesOf } from './progress-bar';

const segments = fc.tuple(fc.nat(100_000), fc.nat(100_000), fc.nat(100_000)).map(([ok, bad, unknown]): Segment[] => [
  { tone: 'ok', amount: ok },
  { tone: 'bad', amount: bad },
  { tone: 'unknown', amount: unknown },
]);

it('shows every part that exists, none that does not, and never more than the whole', () => {
  fc.assert(
    fc.property(segments, fc.nat(1000), (parts, waiting) => {
      const total = parts.reduce((sum, { amount }) => sum + amount, waiting);
      const shares = sharesOf(parts, total);
      expect(shares.map(({ tone }) => tone)).toEqual(
        total > 0 ? parts.filter(({ amount }) => amount > 0).map(({ tone }) => tone) : [],
      );
      for (const { percent } of shares) expect(percent).toBeGreaterThanOrEqual(1);
      expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBeLessThanOrEqual(100.000_001);
    }),
  );
});

it('gives a single unknown row among many thousands its place', () => {
  const shares = sharesOf(
    [
      { tone: 'ok', amount: 99_999 },
      { tone: 'unknown', amount: 1 },
    ],
    100_000,
  );
  expect(shares).toEqual([
    { tone: 'ok', percent: expect.closeTo(99, 2) },
    { tone: 'unknown', percent: 1 },
  ]);
});
