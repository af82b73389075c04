import type { RowState } from '../../../lib/storage/schema.ts';
import type { LedgerReport } from '../sandbox.ts';

type Entry = LedgerReport['entries'][number];
type Operation = 'release-opportunity' | 'submit-outreach' | 'sell-cards' | 'update-opportunity';

/** When a worker could not hear or could not write down what came back, by this machine's clock. */
export type Trouble = { what: 'killed' | 'storage-full' | 'network-cut'; from: number; until: number };

type JudgedRow = { index: number; subject: string; state: RowState };
type UnknownRow = {
  subject: string;
  outcome?: { reason?: string | undefined } | undefined;
  key?: string | undefined;
  attempts: readonly { error?: { code: string; detail: { reason?: string | undefined } } | undefined }[];
};

/** What there is to judge a job by: what was asked, what the extension says of it, and what the sandbox saw. */
export type Evidence = {
  operation: Operation;
  /** What the ledger calls the object of each row, in the rows' order. */
  subjects: readonly string[];
  summary: { state: string; total: number; counts: Record<RowState, number> };
  rows: readonly JudgedRow[];
  /** The unknown ones once more, with their attempts. */
  unknown: readonly UnknownRow[];
  entries: readonly Entry[];
  troubles: readonly Trouble[];
  /** How many requests of a connection may be under way at once. */
  concurrency: number;
};

/** What of a job came out as it must not; and how its rows ended. */
export type Verdict = { operation: string; states: Record<string, number>; faults: string[]; requests: number };

export function judgeJob(evidence: Evidence): Verdict {
  const { operation, subjects, rows, entries } = evidence;
  const writes = entries.filter(({ method = '' }) => methods[operation].test(method));
  const about = Map.groupBy(
    writes.flatMap((entry) => entry.objects.map((object) => ({ object, entry }))),
    ({ object }) => object,
  );
  const entriesOf = (subject: string) => (about.get(subject) ?? []).map(({ entry }) => entry);
  const asked = new Set(subjects);
  const states: Record<string, number> = {};
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
  const faults = [
    ...faultsOfSum(evidence, states),
    ...rows.flatMap((row, position) => faultsOfPlace(row, position, subjects[position])),
    ...rows.flatMap((row) => faultsOfRow(operation, row, entriesOf(row.subject))),
    ...[...about.keys()]
      .filter((object) => !asked.has(object))
      .map((object) => `${object} was sent and never asked for`),
    ...faultsOfUnknown(evidence, entriesOf),
  ];
  return { operation, states, faults, requests: writes.length };
}

/** The writes of each operation, as the ledger calls them. */
const methods: Record<Operation, RegExp> = {
  'release-opportunity': /unfollow$/,
  'submit-outreach': /initiative\.batch\.task$/,
  'sell-cards': /card\.batch\.sell$/,
  'update-opportunity': /^PUT /,
};

function faultsOfSum({ subjects, summary, rows }: Evidence, states: Record<string, number>): string[] {
  const faults: string[] = [];
  const sum = Object.values(summary.counts).reduce((one, other) => one + other, 0);
  if (rows.length !== subjects.length) faults.push(`${rows.length} rows of ${subjects.length}`);
  if (summary.state !== 'finished') faults.push(`the job is ${summary.state}`);
  if (summary.total !== subjects.length) faults.push(`the job says it has ${summary.total} rows`);
  if (sum !== summary.total) faults.push(`the counts add up to ${sum} of ${summary.total}`);
  for (const [state, count] of Object.entries(summary.counts)) {
    if (count !== (states[state] ?? 0)) faults.push(`${count} rows are counted as ${state}, ${states[state] ?? 0} are`);
  }
  return faults;
}

function faultsOfPlace({ index, subject }: JudgedRow, position: number, expected: string | undefined): string[] {
  return index === position && subject === expected ? [] : [`row ${position} is ${index} ${subject}`];
}

function faultsOfRow(operation: Operation, { subject, state }: JudgedRow, entries: readonly Entry[]): string[] {
  const faults: string[] = [];
  const keys = new Set(entries.filter(mayHaveDone).flatMap(({ key }) => key ?? []));
  const processed = entries.filter(({ verdict }) => verdict.kind === 'accepted' && verdict.processed).length;
  const isIdempotent = operation === 'sell-cards';
  if (keys.size > 1) faults.push(`${subject} was sent under ${keys.size} keys`);
  if (processed > 1 || (isIdempotent && processed !== 1)) faults.push(`${subject} was processed ${processed} times`);
  if (state === 'succeeded' && processed !== 1) faults.push(`${subject} is said to have succeeded, and did not`);
  if (state === 'failed' && processed !== 0) faults.push(`${subject} is said to have failed, and succeeded`);
  if (state === 'failed' && !entries.some(({ verdict }) => verdict.kind === 'refused'))
    faults.push(`${subject} is said to have failed, and nobody refused it`);
  if (!['succeeded', 'failed', 'unknown'].includes(state)) faults.push(`${subject} is ${state}`);
  return faults;
}

/** Rows that were refused for being too many go in smaller requests, which have keys of their own. */
function mayHaveDone({ verdict }: Entry): boolean {
  return !(verdict.kind === 'refused' && verdict.subCode === 'isv.batch-too-large');
}

/** So long after it was sent an answer may still be on its way to the disk. */
const recordingMs = 3000;

/** Answers that cannot be read at all. Shuffled rows, rows told twice and members nobody knows can. */
const unreadable: readonly string[] = ['http-status', 'html', 'truncated'];

/** Each unknown row must have an answer that was lost: on the way, for what stood in it, or with the worker that waited. */
function faultsOfUnknown(evidence: Evidence, entriesOf: (subject: string) => Entry[]): string[] {
  const { unknown, troubles, concurrency } = evidence;
  const faults: string[] = [];
  const leftOut = new Map<Entry, number>();
  const interrupted = new Set<string>();
  for (const row of unknown) {
    const entries = entriesOf(row.subject);
    if (wasInterrupted(row)) interrupted.add(row.key ?? row.subject);
    if (entries.length === 0 ? mayNotHaveArrived(row, troubles) : entries.some((one) => wasLost(one, troubles)))
      continue;
    const short = entries.find((entry) => entry.faults.includes('rows-missing'));
    if (short && row.outcome?.reason === 'not-in-answer') leftOut.set(short, (leftOut.get(short) ?? 0) + 1);
    else faults.push(`${row.subject} is unknown although its answer came`);
  }
  for (const [{ key }, rows] of leftOut) {
    if (rows > mostLeftOut) faults.push(`${rows} rows of ${key} are unknown, ${mostLeftOut} at most were left out`);
  }
  // What a worker takes with it is what it had under way.
  const deaths = troubles.filter(({ what }) => what !== 'network-cut').length;
  if (interrupted.size > deaths * concurrency)
    faults.push(`${interrupted.size} requests were interrupted by ${deaths} deaths`);
  return faults;
}

/** As many rows as the disturbance leaves out of an answer. */
export const mostLeftOut = 2;

function wasInterrupted({ attempts }: UnknownRow): boolean {
  return attempts.some(({ error }) => error?.detail.reason === 'interrupted');
}

/** The sandbox never heard of it: then the worker died between writing it down and sending it, or nothing got through. */
function mayNotHaveArrived(row: UnknownRow, troubles: readonly Trouble[]): boolean {
  if (wasInterrupted(row)) return troubles.some(({ what }) => what !== 'network-cut');
  const isUnheard = row.attempts.some(({ error }) => error?.code === 'offline' || error?.code === 'timed-out');
  return isUnheard && troubles.some(({ what }) => what === 'network-cut');
}

function wasLost({ delivery, faults, atMs }: Entry, troubles: readonly Trouble[]): boolean {
  if (delivery !== 'answered' && delivery !== 'damaged') return true;
  if (faults.some((kind) => unreadable.includes(kind))) return true;
  return troubles.some(({ from, until }) => from <= atMs + recordingMs && atMs <= until);
}
