import type { Change } from './difference';
import { knownValue, type Opportunity } from './opportunity';

/**
 * What is sent: only what changes, and the two fields that the CRM wants each time, as the record just read holds
 * them. For records that `refuseEdit` does not refuse.
 */
export function editValues(now: Opportunity, changes: readonly Change[]): Record<string, string> {
  return {
    title: knownValue(now, 'title') ?? '',
    customer_id: knownValue(now, 'customer_id') ?? '',
    ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
  };
}
