import type { JobOperation } from '@/lib/operations/operation';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import { followUpOperation } from '@/lib/opportunities/crm-job';

/** An edit as jobs carry it: one record, one request; its content stands in the `edits` store. */
export const crmEditOperation: JobOperation = {
  id: updateOpportunity.id,
  subjectField: updateOpportunity.subjectField,
  key: updateOpportunity.key,
  rowsPerRequest: { default: 1, maximum: 1 },
};

/** A follow-up, likewise. Whatever became of its first sending, a second attempt only looks: see `sendFollowUp`. */
export const crmFollowUpOperation: JobOperation = { ...crmEditOperation, id: followUpOperation };

/** Everything that jobs do with a REST CRM's records. */
export const crmOperations: readonly JobOperation[] = [crmEditOperation, crmFollowUpOperation];

export function isCrmJob({ operation }: { operation: string }): boolean {
  return crmOperations.some(({ id }) => id === operation);
}
