import { canonicalJson } from '@/lib/json/canonical-json';
import type { RowValues } from '@/lib/operations/operation';
import type { JobRecord } from '@/lib/storage/schema';
import type { NewJob } from './create-job';
import { peopleOf } from './drafts/traces-of';
import { isSame as isSameThrough } from './find-at-work';
import type { JobTransaction } from './job-transaction';

/**
 * What is asked for, held against what a job was made of: whether that is all the same, word for word, and which of the
 * asked rows the job has already, in whatever words: the same object, or, where rows reach people, the same person for
 * the same purpose.
 */
export async function compareAsked(
  transaction: JobTransaction,
  job: JobRecord,
  asked: NewJob,
): Promise<{ isSame: boolean; rows: number[] }> {
  if (!isSameThrough(job, asked)) return { isSame: false, rows: [] };
  const [objects, contents] = [new Set<string>(), new Set<string>()];
  const blocks = IDBKeyRange.bound([job.id, 0], [job.id, Number.POSITIVE_INFINITY]);
  for (const { rows } of await transaction.objectStore('rowBlocks').getAll(blocks))
    for (const { values } of rows) {
      for (const object of objectsOf(values, job.shared, asked)) objects.add(object);
      contents.add(canonicalJson(values));
    }
  const isThere = (values: RowValues) => objectsOf(values, asked.shared, asked).some((object) => objects.has(object));
  const isSame =
    job.channel === asked.channel &&
    canonicalJson(job.shared ?? {}) === canonicalJson(asked.shared ?? {}) &&
    job.total === asked.rows.length &&
    asked.rows.every((values) => contents.has(canonicalJson(values)));
  return { isSame, rows: asked.rows.flatMap((values, index) => (isThere(values) ? [index] : [])) };
}

/** What a row is about: an id that we made up tells nothing where there are people to tell it by. */
function objectsOf(
  values: RowValues,
  shared: RowValues | undefined,
  { operation, people }: Pick<NewJob, 'operation' | 'people'>,
): string[] {
  if (people) return peopleOf({ values }, { shared }, { people }).map(({ trace }) => trace);
  return [values[operation.subjectField] ?? ''];
}
