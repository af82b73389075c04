import type { FaultKind } from '../control/fault-kinds.ts';
import type { Fault, FaultOptions, Faults } from '../control/faults.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Call } from './call.ts';

/** Asks whether a fault strikes this call just here; one that does is used up and noted in the ledger. */
export type Struck = (kind: FaultKind, fits?: (options: FaultOptions) => boolean) => Fault | undefined;

export const createStruck =
  (faults: Faults, call: Call, entry: LedgerEntry): Struck =>
  (kind, fits = () => true) => {
    const fault = faults.take(kind, call.subject, ({ options }) => fits(options));
    if (fault) entry.faults.push(kind);
    return fault;
  };

/** Whether a fault that can strike on either side of the service strikes before it. */
export const beforeProcessing = ({ processed }: FaultOptions): boolean => !processed;
