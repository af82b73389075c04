import { expect, it } from 'vitest';
import { halfTyped } from '@/components/ui/half-typed';
import { countWishes, dayFaultOf, noFilter, toFilter } from './filter-fields';

it('nothing wished is no filter', () => {
  expect([toFilter(noFilter), countWishes(noFilter)]).toEqual([undefined, 0]);
  expect(toFilter({ ...noFilter, search: '  ' })).toBeUndefined();
});

it('texts are taken without the spaces around them', () => {
  const fields = { ...noFilter, search: ' 20191214888 ', outcome: 'failed', operator: '王五 ' };
  expect(toFilter(fields)).toEqual({ search: '20191214888', outcome: 'failed', operator: '王五' });
  expect(countWishes(fields)).toBe(2);
});

it('days are whole days in China, the last one included', () => {
  const filter = toFilter({ ...noFilter, fromDay: '2026-11-20', toDay: '2026-11-20' });
  expect(filter).toEqual({ from: Date.UTC(2026, 10, 19, 16), to: Date.UTC(2026, 10, 20, 16) });
});

it.each([
  ['2026-11-20', '2026-11-21', undefined],
  ['2026-11-20', '', undefined],
  ['2026-11-21', '2026-11-20', { at: 'toDay', reason: 'days-reversed' }],
  ['12026-11-21', '', { at: 'fromDay', reason: 'no-day' }],
  ['', '2026-02-30', { at: 'toDay', reason: 'no-day' }],
  ['2026-11-21', halfTyped, { at: 'toDay', reason: 'no-day' }],
])('%s to %s: %j', (fromDay, toDay, fault) => {
  expect(dayFaultOf({ ...noFilter, fromDay, toDay })).toEqual(fault);
});
