import type { ErrorData } from '@/lib/errors/app-error';
import { knownValue, type Opportunity } from './opportunity';

/** Why this record cannot be edited now, or undefined. An approval under way stands against it whatever else is said. */
export function refuseEdit(opportunity: Opportunity): ErrorData | undefined {
  const { isEditable, approval } = opportunity;
  const isPending = approval?.isPending === true;
  if (isEditable === false || isPending) {
    const message = approval ? approval.label : undefined;
    const reason = isPending ? 'approval-pending' : 'record-locked';
    return { code: 'not-allowed', detail: { reason, platform: isPending ? { message } : undefined } };
  }
  // The CRM wants both in every edit, and neither may be made up.
  if (!knownValue(opportunity, 'customer_id')) {
    return { code: 'not-allowed', detail: { reason: 'record-without-customer', path: 'customer_id' } };
  }
  if (knownValue(opportunity, 'title') === undefined) {
    return { code: 'not-allowed', detail: { reason: 'record-without-title', path: 'title' } };
  }
  return undefined;
}
