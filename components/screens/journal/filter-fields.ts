import type { JournalFilter } from '@/lib/messages/journal-contract';
import { nextChinaMidnight, parseChinaTime } from '@/lib/time/china-time';

/** The filter as it is typed; an empty text is no wish. Days are China's, as `yyyy-MM-dd`. */
export interface FilterFields {
  search: string;
  event: string;
  operation: string;
  outcome: string;
  operator: string;
  fromDay: string;
  toDay: string;
}

export const noFilter: FilterFields = {
  search: '',
  event: '',
  operation: '',
  outcome: '',
  operator: '',
  fromDay: '',
  toDay: '',
};

/** What is wrong with the days, where something is. */
export interface DayFault {
  at: 'fromDay' | 'toDay';
  reason: 'no-day' | 'days-reversed';
}

export function dayFaultOf(fields: FilterFields): DayFault | undefined {
  for (const at of ['fromDay', 'toDay'] as const)
    if (fields[at] !== '' && startOf(fields[at]) === undefined) return { at, reason: 'no-day' };
  const { fromDay, toDay } = fields;
  return fromDay !== '' && toDay !== '' && fromDay > toDay ? { at: 'toDay', reason: 'days-reversed' } : undefined;
}

/** The filter as the worker takes it; undefined where nothing is wished. */
export function toFilter({ fromDay, toDay, ...texts }: FilterFields): JournalFilter | undefined {
  const wished = Object.entries(texts).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]]));
  const lastDay = startOf(toDay);
  const filter: JournalFilter = {
    ...Object.fromEntries(wished),
    ...(startOf(fromDay) === undefined ? {} : { from: startOf(fromDay) }),
    ...(lastDay === undefined ? {} : { to: nextChinaMidnight(lastDay) }),
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}

/** How many wishes there are beside the search. */
export function countWishes({ search: _search, ...fields }: FilterFields): number {
  return Object.values(fields).filter((text) => text.trim() !== '').length;
}

function startOf(day: string): number | undefined {
  return parseChinaTime(`${day} 00:00:00`);
}
