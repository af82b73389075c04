import { updateOpportunity } from '@/lib/operations/update-opportunity';

/** The id of what writes a follow-up: it has no document of its own, so it is no declared operation. */
export const followUpOperation = 'write-follow-up';

/** Whether a job writes to a REST CRM, whose screens are the edit's. */
export function isCrmJob(operation: string | undefined): boolean {
  return operation === updateOpportunity.id || operation === followUpOperation;
}
