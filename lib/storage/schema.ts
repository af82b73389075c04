import type { DBSchema } from 'idb';
import type { ErrorData, PlatformError } from '@/lib/errors/app-error';
import type { ImCacheRecord, ImHistoryRecord } from './im-records';

/** The states of a row; `waiting` and `sending` are open, the rest are outcomes. */
export const rowStates = ['waiting', 'sending', 'succeeded', 'failed', 'unknown', 'cancelled', 'skipped'] as const;
export type RowState = (typeof rowStates)[number];
export type RowCounts = Record<RowState, number>;

export type JobState = 'held' | 'running' | 'paused' | 'finished';

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
  /** How the plan reaches people, as the person stated it; sent nowhere. */
  channel?: 'call' | 'sms' | 'mail' | undefined;
  total: number;
  counts: RowCounts;
}

export interface StoredOutcome {
  at: number;
  /** A key of the catalogues, or an error code. */
  reason?: string | undefined;
  value?: string | undefined;
  platform?: PlatformError | undefined;
  /** Set when a person said what became of an unknown row. */
  decidedBy?: 'person' | undefined;
}

export interface RowRecord {
  jobId: string;
  /** Position in the input, from 0. */
  index: number;
  subject: string;
  values: Record<string, string>;
  state: RowState;
  /** Present while the row is waiting, sending or unknown, so that the same object is not asked for twice. */
  openSubject?: string | undefined;
  /** The request that carries or carried this row. */
  requestId?: string | undefined;
  outcome?: StoredOutcome | undefined;
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

export type JournalEvent =
  | 'asked'
  | 'called-off'
  | 'sent'
  | 'answered'
  | 'not-processed'
  | 'lost'
  | 'paused'
  | 'resumed'
  | 'cancelled'
  | 'decided'
  | 'exported'
  | 'settings-changed';

/** What a journal entry says; `undefined` members are left out of the hash. */
export interface JournalFacts {
  at: number;
  event: JournalEvent;
  jobId?: string | undefined;
  operation?: string | undefined;
  connection?: { id: string; name: string; endpoint: string; appKey: string } | undefined;
  operator?: { id: string; name: string } | undefined;
  subject?: string | undefined;
  /** The reason a person gave, personal data masked. */
  memo?: string | undefined;
  key?: string | undefined;
  attempt?: number | undefined;
  outcome?: string | undefined;
  error?: string | undefined;
  platformRequestId?: string | undefined;
  note?: string | undefined;
}

export interface JournalEntry extends JournalFacts {
  /** From 1, without gaps. */
  sequence: number;
  /** SHA-256 hex of the previous entry; 64 zeros for the first. */
  previousHash: string;
  /** SHA-256 hex over the canonical JSON of everything else in this entry. */
  hash: string;
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
  label?: string | undefined;
  source: JobRecord['source'];
}

/** What an edit of a CRM's record asked and what became of it, beside its job; `edit` is held to the contract when it is read. */
export interface EditRecord {
  jobId: string;
  edit: unknown;
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
  rows: {
    key: [string, number];
    value: RowRecord;
    indexes: { 'by-state': [string, RowState]; 'by-open-subject': string; 'by-subject': string };
  };
  requests: {
    key: string;
    value: RequestRecord;
    indexes: { 'by-job': string; 'by-state': RequestRecord['state'] };
  };
  journal: { key: number; value: JournalEntry; indexes: { 'by-job': string; 'by-subject': string } };
  limits: { key: string; value: LimitRecord };
  drafts: { key: string; value: DraftRecord };
  edits: { key: string; value: EditRecord };
  crmCache: { key: string; value: CrmCacheRecord };
  keys: { key: string; value: { id: string; key: CryptoKey } };
  imSettings: { key: string; value: ImCacheRecord };
  imChanges: { key: [string, number]; value: ImHistoryRecord };
}
