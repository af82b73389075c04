import { searchJobs } from '@/lib/jobs/search-jobs';
import { recordReadingSchema } from '@/lib/messages/record-contract';
import type { Database } from '@/lib/storage/open-database';

export interface KnownOpportunity {
  id: string;
  /** Its title, where one is known; a page's or a CRM's word, not to be trusted. */
  label?: string | undefined;
}

/** Opportunities whose id, title or customer holds the text: those of jobs, newest first, and those that a panel showed. */
export async function searchKnown(database: Database, text: string, limit: number): Promise<KnownOpportunity[]> {
  const wanted = text.trim().toLowerCase();
  const found = new Map<string, KnownOpportunity>();
  const { jobs } = await searchJobs(database, { text, limit: limit * 2 });
  // A job of many, or of a customer, is about no opportunity of its own.
  for (const { subject, label, total } of jobs)
    if (total === 1 && /^\d{1,32}$/.test(subject) && holds([subject, label], wanted)) add({ id: subject, label });
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
