import type { Opportunity } from './opportunity.ts';
import { seedOpportunities } from './seed.ts';

/** What the CRM knows: one per sandbox, replaced whole by a reset. */
export type CrmData = {
  opportunities: ReadonlyMap<string, Opportunity>;
  /** Key of a processed release → the opportunity it released. */
  releasesByKey: Map<string, string>;
};

export const createCrmData = (opportunityCount: number): CrmData => ({
  opportunities: new Map(seedOpportunities(opportunityCount).map((opportunity) => [opportunity.id, opportunity])),
  releasesByKey: new Map(),
});

/** Title, customer, id, contact or owner; newest ids are not sorted up: the order is the seed's. */
export const searchOpportunities = (crm: CrmData, text: string): Opportunity[] => {
  const wanted = text.trim();
  const all = [...crm.opportunities.values()];
  if (wanted === '') return all;
  return all.filter(({ id, title, customer, contact, owner }) =>
    [id, title, customer.name, contact, owner.name].some((value) => value.includes(wanted)),
  );
};
