import { type AnswerOf, readAnswer } from './answer-shape';
import { completeRow } from './complete-row';
import type { RowOutcome, RowValues } from './operation';
import { platformWords } from './platform-words';
import { submitOutreach } from './submit-outreach';

type Task = AnswerOf<(typeof submitOutreach.answer.result.data)[0]>;

/** What one task of the answer says of itself. */
type Verdict =
  | { kind: 'accepted'; taskId: string }
  | { kind: 'refused'; message: string | null | undefined }
  /** It says that it succeeded, and has no id to show for it. */
  | { kind: 'claimed' }
  | { kind: 'unreadable' };

/**
 * A task that came back with an id was accepted, unless it says otherwise itself. Where the batch says `success` false
 * the others have failed; in any other answer a task that is missing is unknown.
 */
export function readOutreachOutcomes(answer: unknown, rows: readonly RowValues[], key = ''): RowOutcome[] {
  const result = readAnswer(submitOutreach.answer, answer)?.result;
  if (!result?.data) return rows.map(() => ({ state: 'unknown', reason: 'unreadable' }));
  const asked = rows.map((row, index) => completeRow(submitOutreach, row, { key, index }));
  const findRow = createRowFinder(asked);
  const verdicts = asked.map((): Verdict[] => []);
  let strays = 0;
  for (const task of result.data) {
    const verdict = task && verdictOf(task);
    const row = task && findRow(task);
    if (verdict && row !== undefined) verdicts[row]?.push(verdict);
    // It may be any of ours that was accepted there: then a batch's failure is nobody's for certain.
    else if (!task || (verdict && verdict.kind !== 'refused')) strays += 1;
  }
  const hasFailed = result.success === false && strays === 0;
  const others: RowOutcome = hasFailed ? { state: 'failed' } : { state: 'unknown', reason: 'not-in-answer' };
  // Beside a success the message means nothing: the document's sample says 参数错误 there.
  const words = result.success === true ? undefined : platformWords(result);
  const isDenied = result.success === false;
  return verdicts.map((found) => outcomeOf(found, isDenied) ?? { ...others, ...words });
}

function verdictOf({ task_id, success, message }: Task): Verdict | undefined {
  if (success === null || task_id === null) return { kind: 'unreadable' };
  if (success === false) return { kind: 'refused', message };
  // An id of nought is Java's way to leave a number out.
  if (task_id === undefined || task_id === '0') return success ? { kind: 'claimed' } : undefined;
  return { kind: 'accepted', taskId: task_id };
}

/** `isDenied`: the batch says that it failed. Undefined where nothing is told of the row. */
function outcomeOf(verdicts: readonly Verdict[], isDenied: boolean): RowOutcome | undefined {
  const told = verdicts.filter((verdict) => verdict.kind !== 'claimed');
  const [first, ...others] = told;
  const isClaimed = told.length < verdicts.length;
  if (!first) return isClaimed && isDenied ? contradictory : undefined;
  if (first.kind === 'unreadable') return { state: 'unknown', reason: 'unreadable' };
  if (others.some((other) => !agree(first, other)) || (isClaimed && first.kind === 'refused')) return contradictory;
  if (first.kind === 'accepted') return { state: 'succeeded', value: first.taskId };
  return { state: 'failed', ...platformWords({ message: first.message }) };
}

const contradictory: RowOutcome = { state: 'unknown', reason: 'contradictory-answer' };

function agree(one: Verdict, other: Verdict): boolean {
  return one.kind === 'accepted' ? other.kind === 'accepted' && other.taskId === one.taskId : other.kind === 'refused';
}

/**
 * Finds a task's row: by the `biz_id` we gave it, else, where none is echoed, by an echoed phone and email that only
 * one row has. Never by position.
 */
function createRowFinder(rows: readonly RowValues[]): (task: Task) => number | undefined {
  const byBizId = indexBy(rows.map(({ biz_id = '' }) => biz_id));
  const byPhone = indexBy(rows.map(({ phone_number = '' }) => bareNumber(phone_number)));
  const byEmail = indexBy(rows.map(({ email = '' }) => email.toLowerCase()));

  return ({ task_request: echo }) => {
    if (!echo) return undefined;
    const { biz_id, phone_number, email } = echo;
    if (typeof biz_id === 'string') return onlyOne(byBizId.get(biz_id) ?? []);
    const echoed = [
      typeof phone_number === 'string' ? (byPhone.get(bareNumber(phone_number)) ?? []) : undefined,
      typeof email === 'string' ? (byEmail.get(email.toLowerCase()) ?? []) : undefined,
    ].filter((found) => found !== undefined);
    const [first = [], second = first] = echoed;
    return onlyOne(first.filter((row) => second.includes(row)));
  };
}

function indexBy(keys: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [row, key] of keys.entries()) if (key !== '') index.set(key, [...(index.get(key) ?? []), row]);
  return index;
}

function onlyOne(rows: readonly number[]): number | undefined {
  return rows.length === 1 ? rows[0] : undefined;
}

/** China's country code and what separates digits for reading are no difference. */
function bareNumber(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
}
