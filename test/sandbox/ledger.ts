type Verdict =
  | { kind: 'pending' }
  | { kind: 'accepted'; processed: boolean }
  /** `code` is the API's, or what took the place of an answer: `http-502`, `html`; `result…`: a no within an answer. */
  | { kind: 'refused'; code: string; subCode?: string }
  | { kind: 'cut' };

/** What became of the answer. `damaged`: sent, but not as the service meant it. */
type Delivery = 'pending' | 'answered' | 'damaged' | 'lost' | 'client-gone';

export type LedgerEntry = {
  sequence: number;
  requestId: string;
  at: string;
  atMs: number;
  httpMethod: string;
  contentType: string;
  origin: string | undefined;
  /** The gateway's method; for the REST CRM `PUT /api/v2/opportunities/:id` and its like. */
  method: string | undefined;
  appKey: string | undefined;
  /** The caller's idempotency key: req_id for a release. */
  key: string | undefined;
  objects: string[];
  /** The how-manieth request with this key, from 1. */
  times: number;
  signMethod: string | undefined;
  /** REST CRM: the token's digest. A session stands in the body, digested too. */
  token?: string;
  signature: 'right' | 'wrong' | 'absent' | 'not-checked';
  verdict: Verdict;
  delivery: Delivery;
  faults: string[];
  /** What a well-behaved caller never sends, although the platform lets it pass. */
  violations: string[];
  /** Every parameter sent; object parameters decoded, session and sign left out or digested. */
  body: Record<string, unknown>;
};

type Counts = { requests: number; accepted: number; processed: number; refused: number; cut: number };

export type LedgerReport = {
  entries: LedgerEntry[];
  counts: { all: Counts; byKey: Record<string, Counts>; byObject: Record<string, Counts & { keys: string[] }> };
};

export type LedgerFilter = { method?: string; key?: string; object?: string; since?: number };

export type Ledger = {
  open: (entry: Omit<LedgerEntry, 'sequence' | 'times'>) => LedgerEntry;
  report: (filter?: LedgerFilter) => LedgerReport;
  clear: () => void;
};

const noCounts = (): Counts => ({ requests: 0, accepted: 0, processed: 0, refused: 0, cut: 0 });

const count = (counts: Counts, { verdict }: LedgerEntry): void => {
  counts.requests += 1;
  if (verdict.kind === 'accepted') {
    counts.accepted += 1;
    counts.processed += verdict.processed ? 1 : 0;
  } else if (verdict.kind === 'refused') counts.refused += 1;
  else if (verdict.kind === 'cut') counts.cut += 1;
};

const matches = (entry: LedgerEntry, filter: LedgerFilter): boolean =>
  (filter.method === undefined || entry.method === filter.method) &&
  (filter.key === undefined || entry.key === filter.key) &&
  (filter.object === undefined || entry.objects.includes(filter.object)) &&
  (filter.since === undefined || entry.sequence > filter.since);

const report = (entries: LedgerEntry[]): LedgerReport => {
  const all = noCounts();
  const byKey = new Map<string, Counts>();
  const byObject = new Map<string, Counts & { keys: string[] }>();
  for (const entry of entries) {
    count(all, entry);
    if (entry.key !== undefined) {
      const counts = byKey.get(entry.key) ?? noCounts();
      byKey.set(entry.key, counts);
      count(counts, entry);
    }
    for (const object of entry.objects) {
      const counts = byObject.get(object) ?? { ...noCounts(), keys: [] };
      byObject.set(object, counts);
      count(counts, entry);
      if (entry.key !== undefined && !counts.keys.includes(entry.key)) counts.keys.push(entry.key);
    }
  }
  return { entries, counts: { all, byKey: Object.fromEntries(byKey), byObject: Object.fromEntries(byObject) } };
};

/** An entry is written when its request arrives and filled in as its fate becomes known, so a held request can be seen waiting. */
export const createLedger = (): Ledger => {
  let entries: LedgerEntry[] = [];
  let sequence = 0;
  let timesByKey = new Map<string, number>();
  return {
    open: (opened) => {
      sequence += 1;
      const times = opened.key === undefined ? 1 : (timesByKey.get(opened.key) ?? 0) + 1;
      if (opened.key !== undefined) timesByKey.set(opened.key, times);
      const entry = { ...opened, sequence, times };
      entries.push(entry);
      return entry;
    },
    report: (filter = {}) => report(structuredClone(entries.filter((entry) => matches(entry, filter)))),
    clear: () => {
      entries = [];
      timesByKey = new Map();
    },
  };
};
