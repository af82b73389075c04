import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** A row as version 1 kept it: a record of its own. */
interface OldRow {
  jobId: string;
  index: number;
  subject: string;
  state: string;
  requestId?: string;
  openSubject?: string;
}

const rowsPerBlock = 200;

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/**
 * Rows stand in blocks, so that a job of a hundred thousand is written in hundreds of steps; what they are about
 * stands beside them. Edits belong to a row, and imported tables have a store.
 */
export async function putRowsIntoBlocks(database: IDBPDatabase, upgrade: Upgrade): Promise<void> {
  const blocks = database.createObjectStore('rowBlocks', { keyPath: ['jobId', 'block'] });
  blocks.createIndex('by-state', 'states', { multiEntry: true });
  const subjects = database.createObjectStore('subjects', { keyPath: ['jobId', 'block'] });
  subjects.createIndex('by-subject', 'subjects', { multiEntry: true });
  upgrade.objectStore('requests').createIndex('by-job-state', ['jobId', 'state']);
  upgrade.objectStore('journal').createIndex('by-subjects', 'subjects', { multiEntry: true });
  database.createObjectStore('imports', { keyPath: 'jobId' });
  database.createObjectStore('templates', { keyPath: 'id' });
  for (const [id, rows] of groupBlocks(await upgrade.objectStore('rows').getAll())) {
    await blocks.add({ ...id, rows: rows.map(withoutPlace), states: statesOf(rows) });
    await subjects.add({ ...id, subjects: rows.map(({ subject }) => subject) });
  }
  database.deleteObjectStore('rows');
  await moveEdits(database, upgrade);
}

function groupBlocks(rows: OldRow[]): Map<{ jobId: string; block: number }, OldRow[]> {
  const blocks = new Map<string, [{ jobId: string; block: number }, OldRow[]]>();
  for (const row of rows) {
    const id = { jobId: row.jobId, block: Math.floor(row.index / rowsPerBlock) };
    const name = JSON.stringify(id);
    const known = blocks.get(name);
    if (known) known[1].push(row);
    else blocks.set(name, [id, [row]]);
  }
  return new Map(blocks.values());
}

function withoutPlace({ jobId: _, openSubject: __, ...row }: OldRow): Omit<OldRow, 'jobId'> {
  return row;
}

function statesOf(rows: OldRow[]): string[] {
  const states = rows.map(({ jobId, state, requestId }) =>
    state === 'waiting' && requestId === undefined ? [`${jobId}|${state}`, `${jobId}|fresh`] : [`${jobId}|${state}`],
  );
  return [...new Set(states.flat())];
}

/** One store under the same name with another key, which only a new store can have. */
async function moveEdits(database: IDBPDatabase, upgrade: Upgrade): Promise<void> {
  const edits: { jobId: string; edit: unknown }[] = await upgrade.objectStore('edits').getAll();
  database.deleteObjectStore('edits');
  const moved = database.createObjectStore('edits', { keyPath: ['jobId', 'index'] });
  for (const edit of edits) await moved.add({ ...edit, index: 0 });
}
