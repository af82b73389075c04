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
  /** A request was refused for its size; its rows go in smaller ones. */
  | 'split'
  | 'skipped'
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
  /** Instead of `subject` where an entry is about several rows of one request that fared alike. */
  subjects?: string[] | undefined;
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
