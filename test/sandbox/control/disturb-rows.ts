import type { Struck } from '../gateway/struck.ts';

/** Changes which rows an answer lists, and in which order; the service's own work is not touched. */
export type DisturbRows = <Row>(rows: readonly Row[]) => Row[];

/** Another order whenever there are two rows or more; the same list is always shuffled the same way. */
const shuffle = <Row>(rows: readonly Row[]): Row[] => [
  ...rows.filter((_row, index) => index % 2 === 1),
  ...rows.filter((_row, index) => index % 2 === 0),
];

export const createDisturbRows =
  (struck: Struck): DisturbRows =>
  (rows) => {
    let listed = [...rows];
    const missing = struck('rows-missing');
    if (missing) {
      const count = Number(missing.options.count);
      listed =
        missing.options.from === 'start' ? listed.slice(count) : listed.slice(0, Math.max(0, rows.length - count));
    }
    const duplicated = struck('rows-duplicated');
    if (duplicated) listed.push(...listed.slice(0, Number(duplicated.options.count)));
    return struck('rows-shuffled') ? shuffle(listed) : listed;
  };
