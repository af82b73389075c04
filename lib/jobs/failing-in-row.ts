import type { ErrorCode, ErrorData } from '@/lib/errors/app-error';
import type { JobRecord } from '@/lib/storage/schema';
import type { Step } from './attempt-step';

/**
 * A job whose requests end this often in a row in one and the same way, and not well, stands still and says so. Answers
 * that tell nothing count as well: every row that leaves for one becomes one more to look up.
 */
const mostSameFailures = 5;

/** Each request whose answer is lost leaves rows that a person must decide about: a dead line is not asked for long. */
const mostLost = 3;
const firstLookMs = 30_000;
const lastLookMs = 300_000;

/** What a dead line, a dead server and a proxy's page look like; other losses are answers of a platform that is there. */
const lineCodes: ReadonlySet<ErrorCode> = new Set(['offline', 'timed-out', 'unreadable-answer']);
const lost = 'lost';

/** The pause of a job whose requests fail one after another in one way; what is left of it would most likely, too. */
export function countInRow(job: JobRecord, step: Step, now: number): ErrorData | undefined {
  const { rows, error } = step;
  if (rows === 'waiting' || rows === 'fresh') return undefined;
  // That a worker died says nothing about the line.
  if (error?.detail.reason === 'interrupted') return undefined;
  const lostTo = step.attempt === 'lost' && error && lineCodes.has(error.code) ? error : undefined;
  const reason = lostTo ? lost : sameReason(rows);
  if (reason === undefined) {
    delete job.sameFailures;
    return undefined;
  }
  const count = job.sameFailures?.reason === reason ? job.sameFailures.count + 1 : 1;
  job.sameFailures = { reason, count };
  if (lostTo) return count < mostLost ? undefined : pauseOfLine(lostTo, count - mostLost, now);
  if (count < mostSameFailures) return undefined;
  delete job.sameFailures;
  if (rows[0]?.state === 'unknown') return { code: 'outcome-unknown', detail: { reason: 'no-answers' } };
  return { code: 'rejected', detail: { reason: 'same-failure', platform: rows[0]?.platform } };
}

/** Whether the job's line was dead when it was last used: then one request at a time looks whether it still is. */
export function isLineInDoubt({ sameFailures }: JobRecord): boolean {
  return sameFailures?.reason === lost && sameFailures.count >= mostLost;
}

function sameReason(rows: Exclude<Step['rows'], string>): string | undefined {
  const reasons = new Set(
    rows.map(({ state, reason, platform }) =>
      state === 'failed' || state === 'unknown' ? `${state} ${reason} ${platform?.subCode ?? ''}` : undefined,
    ),
  );
  const [reason] = reasons;
  return reasons.size === 1 ? reason : undefined;
}

/** A line may come back by itself, and is looked for ever later; answers that nobody can read are for a person. */
function pauseOfLine(error: ErrorData, looks: number, now: number): ErrorData {
  if (error.code !== 'offline' && error.code !== 'timed-out') return error;
  const until = now + Math.min(firstLookMs * 2 ** looks, lastLookMs);
  return { code: 'offline', detail: { ...error.detail, until } };
}
