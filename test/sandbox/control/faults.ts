import type { FaultKind } from './fault-kinds.ts';

export type FaultOptions = Record<string, string | number | boolean>;

export type FaultMatch = { method?: string; key?: string; object?: string };

export type Fault = {
  kind: FaultKind;
  /** How many requests it still strikes; null: until it is taken back. */
  times: number | null;
  match: FaultMatch;
  options: FaultOptions;
};

/** What a fault is matched against. */
export type FaultSubject = { method?: string | undefined; key?: string | undefined; objects: readonly string[] };

export type Faults = {
  /** The oldest fault of this kind that fits, one of its times used up. */
  take: (kind: FaultKind, subject: FaultSubject, fits?: (fault: Fault) => boolean) => Fault | undefined;
  add: (faults: Fault[]) => void;
  list: () => Fault[];
  clear: () => void;
};

const strikes = ({ match, times }: Fault, subject: FaultSubject): boolean =>
  (times === null || times > 0) &&
  (match.method === undefined || match.method === subject.method) &&
  (match.key === undefined || match.key === subject.key) &&
  (match.object === undefined || subject.objects.includes(match.object));

export const createFaults = (): Faults => {
  let faults: Fault[] = [];
  return {
    take: (kind, subject, fits = () => true) => {
      const fault = faults.find(
        (candidate) => candidate.kind === kind && strikes(candidate, subject) && fits(candidate),
      );
      if (fault && fault.times !== null) fault.times -= 1;
      faults = faults.filter((candidate) => candidate.times !== 0);
      return fault;
    },
    add: (added) => {
      faults.push(...structuredClone(added));
    },
    list: () => structuredClone(faults),
    clear: () => {
      faults = [];
    },
  };
};
