import type { RowValues } from '@/lib/operations/field';
import type { ImportRecord, JobRecord, StoredRowIssue } from '@/lib/storage/schema';

/** What the rows of a draft are held against; made from the draft's operation, connection and shared values. */
export interface PeopleRules {
  /** A number or an address in one of these; two rows that have the same are a warning. */
  fields: readonly string[];
  /** The number or address in the one way in which the same is the same text. */
  sameForm(value: string): string;
  /** What jobs are found by that reached the same person for the same purpose; says nothing of who it is. */
  traceOf(field: string, value: string, shared: Readonly<Record<string, string>>): string;
}

export interface DraftRules {
  subjectField: string;
  /** No two rows of the table may have the same in one of these. */
  uniqueFields: readonly string[];
  /** Whom a row reaches, where nobody is to be reached twice without a word. */
  people?: PeopleRules | undefined;
  /** Whether it is worth a warning that an earlier job has done the same object. */
  warnsOfEarlier: boolean;
  /** The row's values as they would be sent, and what stands against them. */
  checkRow(values: RowValues, index: number): { values: RowValues; issues: StoredRowIssue[] };
}

export type RulesFor = (job: JobRecord, table: ImportRecord) => Promise<DraftRules>;
