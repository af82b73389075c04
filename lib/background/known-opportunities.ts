import { searchJobs } from '@/lib/jobs/search-jobs';
import { recordReadingSchema } from '@/lib/messages/record-contract';
import { releaseOpportunity } from '@/lib/operations/release-opportunity';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import { followUpOperation } from '@/lib/opportunities/crm-job';
import type { Database } from '@/lib/storage/open-database';

export interface KnownOpportunity {
  id: string;
  /** Its title, where one is known; a page's or a CRM's word, not to be trusted. */
  label?: string | undefined;
}

const ofOpportunities = [releaseOpportunity.id, updateOpportunity.id, followUpOperation] as readonly string[];

/** Opportunities whose id, title or customer holds the text: those of jobs, newest first, and those that a panel showed. */
export async function searchKnown(database: Database, text: string, limit: number): Promise<KnownOpportunity[]> {
  const wanted = text.trim().toLowerCase();
  const found = new Map<string, KnownOpportunity>();
  const { jobs } = await searchJobs(database, { text, limit: limit * 2 });
  for (const { operation, subject, label, total } of jobs) {
    // A job of many has no label of one opportunity, and others are about a card or a recipient.
    const isOfOne = total === 1 && /^\d{1,32}$/.test(subject) && ofOpportunities.includes(operation);
    if (isOfOne && holds([subject, label], wanted)) add({ id: subject, label });
  }
  for (const { content } of await database.getAll('crmCache')) {
    const record = recordReadingSchema.safeParse(content).data?.record;
    const names = [record?.title, record?.customer].map((fact) => (fact?.isMasked ? undefined : fact?.text));
    if (record && holds([record.id, ...names], wanted)) add({ id: record.id, label: names[0] });
  }
  return [...found.values()].slice(0, limit);

  function add(known: KnownOpportunity): void {
    if (!found.get(known.id)?.label) found.set(known.id, known);
  }
}

function holds(texts: readonly (string | undefined)[], wanted: string): boolean {
  return texts.some((text) => text?.toLowerCase().includes(wanted));
}
