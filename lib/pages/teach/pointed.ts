import type { IdSource, RowSource, TextSource } from '@/lib/pages/site-rule';

/** What somebody may be asked to point at. `row`: a row of a list; the others of a list stand in that row. */
export const pointFields = [
  'id',
  'title',
  'customer',
  'stage',
  'territory',
  'phone',
  'email',
  'owner',
  'row',
  'row.title',
  'row.customer',
  'row.phone',
  'row.email',
] as const;
export type PointField = (typeof pointFields)[number];

/** The most ways that are offered to find one thing again. */
export const mostCandidates = 8;

/** What something is found by, the most lasting first. `beside`: a text before it that may be a label. */
export const candidateKinds = [
  'address',
  'id',
  'data',
  'label',
  'aria',
  'tag',
  'heading',
  'beside',
  'class',
  'place',
] as const;

export function byLasting(one: Pick<Candidate, 'kind'>, other: Pick<Candidate, 'kind'>): number {
  return candidateKinds.indexOf(one.kind) - candidateKinds.indexOf(other.kind);
}

/** One way to find what was pointed at again, and what it reads now. `list`: a row, its id and its tick. */
export interface Candidate {
  source?: IdSource | TextSource | RowSource | undefined;
  list?: { row: string; id: RowSource; ticked?: string | undefined } | undefined;
  /** The text; of a list how many rows there are. */
  reads: string;
  kind: (typeof candidateKinds)[number];
}

/** What is said in the page meanwhile. */
export interface PointWords {
  /** `zh-CN`, for those who have it read out. */
  language: string;
  ask: string;
  hint: string;
  /** Where nothing can be read at the pointer. */
  nothing: string;
  /** Absent: what is asked for is needed. */
  skip?: string | undefined;
  stop: string;
}

export interface PointOrder {
  field: PointField;
  /** The rows' selector, for what stands in one. */
  row?: string | undefined;
  words: PointWords;
}

/** `skipped`, `ended`: by the person. `removed`: the page took away what lies over it, again and again. */
export interface PointState {
  state: 'pointing' | 'picked' | 'skipped' | 'ended' | 'removed';
  field: PointField;
  candidates: Candidate[];
}
