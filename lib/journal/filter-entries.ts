import { maskPersonalData } from '@/lib/masking/mask-personal-data';
import type { JournalEntry } from '@/lib/storage/schema';

/** Which entries are wanted; what is absent does not matter. */
export interface JournalFilter {
  /** Part of an id: of an object, a request, a key or a job; or an entry's whole number. */
  search?: string | undefined;
  event?: string | undefined;
  operation?: string | undefined;
  outcome?: string | undefined;
  /** Part of an operator's id or name. */
  operator?: string | undefined;
  /** Epoch milliseconds, inclusive. */
  from?: number | undefined;
  /** Epoch milliseconds, exclusive. */
  to?: number | undefined;
}

type Test = (entry: JournalEntry) => boolean;

/** Every part of the filter as one question. */
export function createFilter({ search, event, operation, outcome, operator, from, to }: JournalFilter = {}): Test {
  const tests: Test[] = [];
  if (from !== undefined) tests.push((entry) => entry.at >= from);
  if (to !== undefined) tests.push((entry) => entry.at < to);
  if (event) tests.push((entry) => entry.event === event);
  if (operation) tests.push((entry) => entry.operation === operation);
  if (outcome) tests.push((entry) => entry.outcome === outcome);
  if (operator) tests.push(byOperator(operator));
  if (search?.trim()) tests.push(bySearch(search.trim()));
  return (entry) => tests.every((test) => test(entry));
}

function byOperator(operator: string): Test {
  const wanted = fold(operator);
  return ({ operator: found }) =>
    found !== undefined && [found.id, found.name].some((one) => fold(one).includes(wanted));
}

/** A phone number that somebody types is looked for as the journal keeps it: with its middle hidden. */
function bySearch(search: string): Test {
  const wanted = new Set([fold(search), fold(maskPersonalData(search))]);
  const holds = (id: string | undefined) => {
    if (id === undefined) return false;
    const folded = fold(id);
    return [...wanted].some((one) => folded.includes(one));
  };
  return ({ sequence, subject, subjects = [], key, platformRequestId, jobId }) =>
    String(sequence) === search || [subject, key, platformRequestId, jobId].some(holds) || subjects.some(holds);
}

function fold(text: string): string {
  return text.toLowerCase().trim();
}

/** A filter as it may be kept and handed out: what a person typed may be a phone number. */
export function maskFilter(filter: JournalFilter): JournalFilter {
  return Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, typeof value === 'string' ? maskPersonalData(value) : value]),
  );
}
