import { checkField } from '@/lib/operations/check-values';
import type { FieldReason } from '@/lib/operations/operation';
import { releaseOpportunity } from '@/lib/operations/release-opportunity';

/** In a file of its own, loaded when an id was typed: operations bring their schemas along. */
export function checkOpportunityId(id: string): FieldReason | undefined {
  return checkField(releaseOpportunity.fields.opportunity_id, id);
}
