import type { PageContext, PageRows, PageRowsSummary } from './page-context';
import type { RuleFault } from './rule-faults';
import type { ToldRule } from './told-rule';

/** What the worker asks of the reader in a tab. The envelope is that of the message contracts. */
export interface ReaderRequest {
  contract: 'page';
  /** `page.read`: context and ticks. `page.rows`: the list's rows. `page.try`: all that one rule reads, for whoever is writing it. */
  call: 'page.read' | 'page.rows' | 'page.try';
  /** To be read by from now on; for a trial, only this once. */
  input: { rules: readonly ToldRule[] };
}

/** What the reader answers to each. It is a page's word: the worker checks it. */
export interface ReadAnswer {
  context?: PageContext | undefined;
  rows?: PageRowsSummary | undefined;
  /** Whether the tab shows a document of text at all, rather than a PDF or a picture. */
  isDocument: boolean;
}
export interface RowsAnswer {
  rows?: PageRows | undefined;
}
export interface TrialAnswer extends RowsAnswer {
  context?: PageContext | undefined;
  faults: RuleFault[];
}

export function requestOf(call: ReaderRequest['call'], rules: readonly ToldRule[]): ReaderRequest {
  return { contract: 'page', call, input: { rules } };
}

export function isReaderRequest(message: unknown): message is ReaderRequest {
  const { contract, call, input } = Object(message) as Partial<Record<keyof ReaderRequest, unknown>>;
  return contract === 'page' && typeof call === 'string' && typeof input === 'object' && input !== null;
}

/** What the reader asks before it begins: how this site's pages are read. */
export const rulesRequest = { contract: 'page', call: 'page.rules', input: {} } as const;

/** What the reader reports, at its start and whenever what it read has changed. */
export function reportOf(context: PageContext | undefined, rows: PageRowsSummary | undefined) {
  return { contract: 'page', call: 'page.report', input: { context, rows } };
}
