import type { NewRow } from '@/lib/jobs/drafts/add-rows';
import type { CallInput } from '@/lib/messages/extension-contract';

/**
 * Rows as they came. Those that nobody meant are excluded with the very write that adds them, so that a page that dies
 * in between leaves none of them ready.
 */
export function newRows({ rows, hidden = [], faults = [] }: CallInput<'bulk.addRows'>): NewRow[] {
  const unseen = new Set(hidden);
  const faultsByRow = Map.groupBy(faults, ({ row }) => row);
  return rows.map((cells, position) => {
    const told = faultsByRow.get(position)?.map(({ column, reason }): [number, string] => [column, reason]);
    const isEmpty = !told && cells.every((text) => text.trim() === '');
    const leftOut = isEmpty ? 'empty' : unseen.has(position) ? 'hidden' : undefined;
    return { cells, ...(told && { faults: Object.fromEntries(told) }), ...(leftOut && { leftOut }) };
  });
}
