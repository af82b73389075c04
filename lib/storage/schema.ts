import type { DBSchema } from 'idb';
import type { ErrorData, PlatformError } from '@/lib/errors/app-error';
import type { ImCacheRecord, ImHistoryRecord } from './im-records';
import type { JournalEntry } from './journal-records';

/** The states of a row; `waiting` and `sending` are open, the rest are outcomes. */
export const rowStates = ['waiting', 'sending', 'succeeded', 'failed', 'unknown', 'cancelled', 'skipped'] as const;
export type RowState = (typeof rowStates)[number];
export type RowCounts = Record<RowState, number>;

/** What a row's state does not say of it: `partly` failed with some of it done, `kept` is as others have left it. */
export type OutcomeNote = 'partly' | 'kept';

/** `draft` is being put together by a person, `preparing` was confirmed and is being written down row by row. */
export type JobState = 'draft' | 'preparing' | 'held' | 'running' | 'paused' | 'finished';

/** What a job may be sent through: it does not go on against another endpoint or app key. */
export interface ConnectionBinding {
  id: string;
  name: string;
  endpoint: string;
  appKey: string;
}

export interface JobRecord {
  id: string;
  /** One per confirmed intention: a double click has one. */
  intentId: string;
  operation: string;
  source: 'popup' | 'panel' | 'context-menu';
  connection: ConnectionBinding;
  state: JobState;
  /** Why it stands still, when `paused`. */
  pausedBy?: ErrorData | undefined;
  createdAt: number;
  /** Until then it can be called off without trace at the platform. Epoch milliseconds, like every time here. */
  heldUntil: number;
  /** Not to be tried before: back-off, bans and the hold-back alike are stored times. */
  notBefore: number;
  finishedAt?: number | undefined;
  /** A person cancelled it while something was on its way: nothing of it goes out again. */
  isCancelled?: boolean | undefined;
  /** 1 while a row is unknown; indexed, so that a surface never loses sight of it. */
  needsDecision?: 1 | undefined;
  /** What the person reads: the subject of a one-row job and its title, where the page gave one. */
  subject: string;
  label?: string | undefined;
  /** What all rows have in common, by the document's field names. */
  shared?: Record<string, string> | undefined;
  /** Who confirmed it, as the settings said then; for the journal, where the rows name nobody. */
  operator?: { id: string; name: string } | undefined;
  /** How the plan reaches people, as the person stated it; sent nowhere. */
  channel?: 'call' | 'sms' | 'mail' | undefined;
  total: number;
  counts: RowCounts;
  /** How many rows have such a note. */
  noted?: Partial<Record<OutcomeNote, number>> | undefined;
  /** The rows that one request takes, where a person chose or the platform refused more. */
  rowsPerRequest?: number | undefined;
  /** How often in a row a request ended with the same failure; at five the job pauses. */
  sameFailures?: { reason: string; count: number } | undefined;
  /** The job whose failed rows, or cancelled ones, this one tries again, or whose edits it takes back. */
  retryOf?: string | undefined;
  retryRows?: 'cancelled' | undefined;
  undoOf?: string | undefined;
  /** The outcome of the latest request that did not end well, for people who watch. */
  lastFailure?: ErrorData | undefined;
}

export interface StoredOutcome {
  at: number;
  /** A key of the catalogues, or an error code. */
  reason?: string | undefined;
  value?: string | undefined;
  platform?: PlatformError | undefined;
  note?: OutcomeNote | undefined;
  /** The fields that the reason is about. */
  fields?: string[] | undefined;
  /** Set when a person said what became of an unknown row. */
  decidedBy?: 'person' | undefined;
}

export interface RowRecord {
  /** Position in the input, from 0. */
  index: number;
  subject: string;
  values: Record<string, string>;
  state: RowState;
  /** The request that carries or carried this row. */
  requestId?: string | undefined;
  outcome?: StoredOutcome | undefined;
  /** The row as the imported table had it, for the result file. */
  cells?: string[] | undefined;
  /** What a spreadsheet told of single cells that hold no value of their author, by their column. */
  faults?: Record<string, string> | undefined;
  /** What a person made of single cells before it ran, by their column. */
  corrected?: Record<string, string> | undefined;
  issues?: StoredRowIssue[] | undefined;
  isExcluded?: true | undefined;
  /** Why it was excluded as it was read, where no person did it: the spreadsheet does not show it, or nothing is in it. */
  leftOut?: 'hidden' | 'empty' | undefined;
  /** Its row in the job that this one tries again or takes back. */
  earlierIndex?: number | undefined;
}

/** Consecutive rows of a job: see `JobRows`. */
export interface RowBlockRecord {
  jobId: string;
  /** From 0. */
  block: number;
  rows: RowRecord[];
  /**
   * `job|state` once for each state in it, `job|fresh` where a row waits that no request has taken yet, `job|faulty`,
   * `job|warned` and `job|excluded` where a person has something to look at.
   */
  states: string[];
}

/** Which objects the rows of a block are about; written once, so that changing rows costs no index. */
export interface SubjectBlockRecord {
  jobId: string;
  block: number;
  subjects: string[];
}

export interface AttemptRecord {
  number: number;
  startedAt: number;
  endedAt?: number | undefined;
  /** `not-processed` was refused before the service saw it; `lost` left and has no answer. */
  result?: 'answered' | 'refused' | 'not-processed' | 'lost' | undefined;
  error?: ErrorData | undefined;
  platformRequestId?: string | undefined;
}

/** A request's key and rows, on disk before it leaves, and every attempt made under that one key. */
export interface RequestRecord {
  id: string;
  jobId: string;
  /** The idempotency key; never changes. */
  key: string;
  rowIndexes: number[];
  state: 'waiting' | 'sending' | 'settled';
  attempts: AttemptRecord[];
}

export interface LimitRecord {
  /** Endpoint and app key. */
  id: string;
  /** When recent calls left, oldest first. */
  calls: number[];
  /** A ban or the end of the day's quota. */
  notBefore: number;
  /** Server time minus local time. */
  clockOffsetMs: number;
}

export interface DraftRecord {
  scope: string;
  updatedAt: number;
  /** Becomes the intent id of the job that is made of it. */
  intentId: string;
  values: Record<string, string>;
  /** The rows of a form that has several; their shared fields are then `values`. */
  rows?: Record<string, string>[] | undefined;
  channel?: JobRecord['channel'];
  /** The connection that was chosen for it. */
  connectionId?: string | undefined;
  label?: string | undefined;
  source: JobRecord['source'];
}

/** What an edit of a CRM's record asked and what became of it, beside its row; `edit` is held to the contract when it is read. */
export interface EditRecord {
  jobId: string;
  index: number;
  edit: unknown;
}

/** Why a row of an imported table cannot go, or why a person should look at it first. */
export interface StoredRowIssue {
  field: string;
  /** A key of the catalogues. */
  reason: string;
  others?: readonly string[] | undefined;
  /** A warning stops nothing: an earlier job has had the same object. */
  earlier?: { jobId: string; at: number } | undefined;
  /** The job in which the same object is waiting, on its way or unknown. */
  atWork?: { jobId: string; at: number } | undefined;
}

/** The table that a job of many rows is made of, from the first row that was read until the job is cleared. */
export interface ImportRecord {
  jobId: string;
  /** The file's name, or none for what was pasted, scanned or taken from a page. */
  fileName?: string | undefined;
  header: string[];
  /** Of its widest row, where that is wider than the header. */
  width?: number | undefined;
  /** The operation's field for each column, in the columns' order; empty for a column that is not used. */
  mapping: string[];
  /** `reading` until every row has come, `checking` while the rows are being looked at. */
  phase: 'reading' | 'checking' | 'checked';
  /** The next block to be looked at. */
  checkedBlocks: number;
  faulty: number;
  warned: number;
  excluded: number;
  /** Of these, the rows that the spreadsheet does not show. */
  hidden?: number | undefined;
  /** The first row of the table is a row like the others. */
  hasNoHeader?: true | undefined;
  /** Rows of the source that were not taken in, above the header. */
  rowsAbove?: number | undefined;
  /** What all rows have in common, a row's own fields included. */
  shared?: Record<string, string> | undefined;
  /** Goes up with everything that changes what would be sent. */
  revision?: number | undefined;
  /** The revision whose dry run was shown. */
  previewed?: number | undefined;
  /** The next block to be written down, once confirmed. */
  preparedBlocks?: number | undefined;
  /** When somebody last opened the draft: what other jobs have done until then its rows were told. */
  openedAt?: number | undefined;
  /** When it was first found to be so old that it is to be cleared. */
  oldSince?: number | undefined;
}

/** How columns were matched to fields once, to be used again. */
export interface TemplateRecord {
  id: string;
  operation: string;
  name: string;
  /** Field by the column's header. */
  fields: Record<string, string>;
}

/** What a CRM said of itself, kept for hours. */
export interface CrmCacheRecord {
  /** Connection, address and what it is. */
  id: string;
  readAt: number;
  content: unknown;
}

export interface SidekickDatabase extends DBSchema {
  jobs: {
    key: string;
    value: JobRecord;
    indexes: { 'by-intent': string; 'by-state': JobState; 'by-decision': 1 };
  };
  rowBlocks: { key: [string, number]; value: RowBlockRecord; indexes: { 'by-state': string } };
  subjects: { key: [string, number]; value: SubjectBlockRecord; indexes: { 'by-subject': string } };
  requests: {
    key: string;
    value: RequestRecord;
    indexes: { 'by-job': string; 'by-state': RequestRecord['state']; 'by-job-state': [string, RequestRecord['state']] };
  };
  journal: {
    key: number;
    value: JournalEntry;
    indexes: { 'by-job': string; 'by-subject': string; 'by-subjects': string };
  };
  limits: { key: string; value: LimitRecord };
  drafts: { key: string; value: DraftRecord };
  edits: { key: [string, number]; value: EditRecord };
  imports: { key: string; value: ImportRecord };
  templates: { key: string; value: TemplateRecord };
  crmCache: { key: string; value: CrmCacheRecord };
  keys: { key: string; value: { id: string; key: CryptoKey } };
  imSettings: { key: string; value: ImCacheRecord };
  imChanges: { key: [string, number]; value: ImHistoryRecord };
}
