import type { JobOperation } from '@/lib/operations/operation';
import { updateOpportunity } from '@/lib/operations/update-opportunity';

/** An edit as jobs carry it: one record, one request; its content stands in the `edits` store. */
export const crmEditOperation: JobOperation = {
  id: updateOpportunity.id,
  subjectField: updateOpportunity.subjectField,
  key: updateOpportunity.key,
  rowsPerRequest: { default: 1, maximum: 1 },
};
