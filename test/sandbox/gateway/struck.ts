import type { FaultKind } from '../control/fault-kinds.ts';
import type { Fault, FaultOptions, FaultSubject, Faults } from '../control/faults.ts';
import type { LedgerEntry } from '../ledger.ts';

/** Asks whether a fault strikes this call just here; one that does is used up and noted in the ledger. */
export type Struck = (kind: FaultKind, fits?: (options: FaultOptions) => boolean) => Fault | undefined;

export const createStruck =
  (faults: Faults, subject: FaultSubject, entry: LedgerEntry): Struck =>
  (kind, fits = () => true) => {
    const fault = faults.take(kind, subject, ({ options }) => fits(options));
    if (fault) entry.faults.push(kind);
    return fault;
  };

/** Whether a fault that can strike on either side of the service strikes before it. */
export const beforeProcessing = ({ processed }: FaultOptions): boolean => !processed;
