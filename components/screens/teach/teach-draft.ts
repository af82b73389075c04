import type { Draft } from '@/lib/messages/extension-contract';
import { maskReading } from './mask-reading';
import type { Candidate, PointedAt, PointField } from './taught-rule';

/** What was pointed at on a site's pages and is in no rule yet. */
export interface UnsavedTeaching {
  pointed: PointedAt;
  name: string;
  pages: string;
  /** The rule that is added to; undefined for a new one. */
  baseId: string | undefined;
}

/** Each site has its own; a scope is no longer than the contract lets it be. */
export function teachScope(site: string): string {
  return `teach:${site}`.slice(0, 128);
}

/** As a draft is kept: what the page said there is masked, as it is wherever it is not being used. */
export function toTeachDraft({ pointed, name, pages, baseId }: UnsavedTeaching, intentId: string): Draft {
  const rows = Object.entries(pointed).flatMap(([field, { candidates, chosen }]) =>
    candidates.map((candidate, index) => ({
      field,
      candidate: JSON.stringify({ ...candidate, reads: maskReading(field, candidate.reads) }),
      ...(index === chosen && { chosen: 'yes' }),
    })),
  );
  return { intentId, source: 'panel', values: { name, pages, ...(baseId !== undefined && { base: baseId }) }, rows };
}

export function fromTeachDraft({ values, rows = [] }: Draft): UnsavedTeaching {
  const pointed: Partial<Record<PointField, { candidates: Candidate[]; chosen: number }>> = {};
  for (const { field, candidate, chosen } of rows) {
    const at = pointed[field as PointField] ?? { candidates: [], chosen: 0 };
    if (chosen) at.chosen = at.candidates.length;
    at.candidates.push(JSON.parse(candidate ?? '') as Candidate);
    pointed[field as PointField] = at;
  }
  return { pointed, name: values.name ?? '', pages: values.pages ?? '', baseId: values.base };
}
