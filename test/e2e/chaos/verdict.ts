import type { CallOutput } from '../../../lib/messages/extension-contract.ts';
import type { LedgerReport } from '../sandbox.ts';
import { askWorker } from './ask-worker.ts';
import type { ChaosWorld } from './chaos-world.ts';

type ResultRow = CallOutput<'job.resultRows'>['rows'][number];
type UnknownRow = CallOutput<'job.rows'>['rows'][number];
type Job = ChaosWorld['jobs'][number];

/** What of a job came out as it must not; and how its rows ended. */
export type Verdict = { operation: string; states: Record<string, number>; faults: string[]; requests: number };

/** Holds what each job says of its rows against what the sandbox has in its ledger. */
export async function judge(world: ChaosWorld): Promise<Verdict[]> {
  const report = world.stage.sandbox.ledger();
  const verdicts: Verdict[] = [];
  for (const job of world.jobs) verdicts.push(await judgeJob(world, job, report));
  const { brokenAt } = await askWorker(world.panel, 'journal.verify', {});
  if (brokenAt !== undefined) verdicts[0]?.faults.push(`The journal is broken at entry ${brokenAt}.`);
  return verdicts;
}

async function judgeJob(world: ChaosWorld, job: Job, report: LedgerReport): Promise<Verdict> {
  const rows = await readRows(world, job);
  const about = objectsOf(job, report);
  const faults: string[] = [];
  const states: Record<string, number> = {};
  if (rows.length !== job.rows.length) faults.push(`${rows.length} rows of ${job.rows.length}`);
  for (const [position, row] of rows.entries()) {
    states[row.state] = (states[row.state] ?? 0) + 1;
    const subject = job.subjects[position];
    if (row.index !== position || row.subject !== subject)
      faults.push(`row ${position} is ${row.index} ${row.subject}`);
    faults.push(...faultsOfRow(job, row, about.get(row.subject)));
  }
  for (const row of await readUnknown(world, job)) {
    if (!wasAnswerLost(world, job, row, report)) faults.push(`${row.subject} is unknown although its answer came`);
  }
  const requests = [...about.values()].reduce((sum, { sent }) => sum + sent, 0);
  return { operation: job.operation, states, faults, requests };
}

type About = { sent: number; processed: number; keys: Set<string> };

/** By object, what the platform was asked to do with it under this job's operation. */
function objectsOf(job: Job, report: LedgerReport): Map<string, About> {
  const found = new Map<string, About>();
  for (const { method = '', objects, key, verdict } of report.entries) {
    if (!isWriteOf(job, method)) continue;
    for (const object of objects) {
      const about = found.get(object) ?? { sent: 0, processed: 0, keys: new Set() };
      about.sent += 1;
      if (verdict.kind === 'accepted' && verdict.processed) about.processed += 1;
      if (key !== undefined) about.keys.add(key);
      found.set(object, about);
    }
  }
  return found;
}

const methods: Record<Job['operation'], RegExp> = {
  'release-opportunity': /unfollow$/,
  'submit-outreach': /initiative\.batch\.task$/,
  'sell-cards': /card\.batch\.sell$/,
  'update-opportunity': /^PUT /,
};

function isWriteOf({ operation }: Job, method: string): boolean {
  return methods[operation].test(method);
}

function faultsOfRow({ operation }: Job, { subject, state }: ResultRow, about: About | undefined): string[] {
  const { processed = 0, keys = new Set<string>() } = about ?? {};
  const faults: string[] = [];
  if (keys.size > 1) faults.push(`${subject} was sent under ${keys.size} keys`);
  if (processed > 1) faults.push(`${subject} was processed ${processed} times`);
  if (operation === 'sell-cards' && processed !== 1) faults.push(`${subject} was processed ${processed} times`);
  if (state === 'succeeded' && processed !== 1) faults.push(`${subject} is said to have succeeded, and did not`);
  if (state === 'failed' && processed !== 0) faults.push(`${subject} is said to have failed, and succeeded`);
  if (!['succeeded', 'failed', 'unknown'].includes(state)) faults.push(`${subject} is still ${state}`);
  return faults;
}

/** Whether its answer can have been lost: the platform could not give it, left the row out, or the worker was killed meanwhile. */
function wasAnswerLost(world: ChaosWorld, job: Job, row: UnknownRow, report: LedgerReport): boolean {
  const wasKilled = row.attempts.some(({ startedAt, endedAt = Number.POSITIVE_INFINITY }) =>
    world.killedAt.some(
      (killedAt) => killedAt >= startedAt - killSlackMs && startedAt <= killedAt && killedAt <= endedAt + killSlackMs,
    ),
  );
  if (wasKilled) return true;
  return report.entries.some(
    ({ method = '', objects, delivery, faults }) =>
      (isWriteOf(job, method) || method.startsWith('GET /api/')) &&
      objects.includes(row.subject) &&
      (delivery !== 'answered' || faults.includes('rows-missing')),
  );
}

/** Between the browser's word that a worker has stopped and ours of it. */
const killSlackMs = 2000;

async function readRows({ panel }: ChaosWorld, { jobId }: Job): Promise<ResultRow[]> {
  const rows: ResultRow[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: CallOutput<'job.resultRows'> = await askWorker(panel, 'job.resultRows', { jobId, from, limit: 500 });
    rows.push(...page.rows);
    from = page.next;
  }
  return rows;
}

async function readUnknown({ panel }: ChaosWorld, { jobId }: Job): Promise<UnknownRow[]> {
  const rows: UnknownRow[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: CallOutput<'job.rows'> = await askWorker(panel, 'job.rows', {
      jobId,
      state: 'unknown',
      from,
      limit: 200,
    });
    rows.push(...page.rows);
    from = page.next;
  }
  return rows;
}
