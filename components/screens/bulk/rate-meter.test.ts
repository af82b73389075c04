import { expect, it } from 'vitest';
import { createRateMeter } from './rate-meter';

it('tells rows a second once it has watched long enough', () => {
  const meter = createRateMeter();
  expect(meter.add({ at: 0, done: 100 })).toBeUndefined();
  expect(meter.add({ at: 500, done: 120 })).toBeUndefined();
  expect(meter.add({ at: 2000, done: 184 })).toBe(42);
});

it('forgets what is long past, and does not tell the speed of what stands still', () => {
  const meter = createRateMeter();
  meter.add({ at: 0, done: 0 });
  meter.add({ at: 50_000, done: 5000 });
  expect(meter.add({ at: 100_000, done: 5500 })).toBe(10);
  expect(meter.add({ at: 300_000, done: 5500 })).toBeUndefined();
});

it('begins anew where the count went back', () => {
  const meter = createRateMeter();
  meter.add({ at: 0, done: 500 });
  expect(meter.add({ at: 5000, done: 10 })).toBeUndefined();
  expect(meter.add({ at: 10_000, done: 60 })).toBe(10);
});
