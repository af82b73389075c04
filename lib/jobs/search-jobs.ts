import type { Database } from '@/lib/storage/open-database';
import type { JobRecord } from '@/lib/storage/schema';

/** Jobs looked at by their names, newest first; older ones are still found by what their rows are about. */
const mostLookedAt = 2000;

/** Jobs by id, name, connection or an object that one of their rows is about, newest first. */
export async function searchJobs(
  database: Database,
  { text, limit }: { text: string; limit: number },
): Promise<{ jobs: JobRecord[]; more: boolean }> {
  const wanted = text.trim().toLowerCase();
  const found = new Map<string, JobRecord>();
  const { jobs, subjects } = storesOf(database);
  const places = await subjects.index('by-subject').getAllKeys(text.trim());
  for (const id of new Set(places.map(([jobId]) => jobId))) {
    const job = await jobs.get(id);
    if (job) found.set(id, job);
  }
  let cursor = await jobs.openCursor(null, 'prev');
  for (let looked = 0; cursor && looked < mostLookedAt && found.size <= limit; looked += 1) {
    if (isNamed(cursor.value, wanted)) found.set(cursor.value.id, cursor.value);
    cursor = await cursor.continue();
  }
  const newest = [...found.values()].sort((one, other) => other.createdAt - one.createdAt);
  return { jobs: newest.slice(0, limit), more: newest.length > limit };
}

function storesOf(database: Database) {
  const transaction = database.transaction(['jobs', 'subjects']);
  return { jobs: transaction.objectStore('jobs'), subjects: transaction.objectStore('subjects') };
}

function isNamed({ id, label = '', subject, connection }: JobRecord, wanted: string): boolean {
  return [id, label, subject, connection.name].some((name) => name.toLowerCase().includes(wanted));
}
