import type { IDBPDatabase } from 'idb';

/** The stores that the first version had. */
export function createFirstStores(database: IDBPDatabase): void {
  const jobs = database.createObjectStore('jobs', { keyPath: 'id' });
  jobs.createIndex('by-intent', 'intentId', { unique: true });
  jobs.createIndex('by-state', 'state');
  jobs.createIndex('by-decision', 'needsDecision');
  const rows = database.createObjectStore('rows', { keyPath: ['jobId', 'index'] });
  rows.createIndex('by-state', ['jobId', 'state']);
  rows.createIndex('by-open-subject', 'openSubject');
  rows.createIndex('by-subject', 'subject');
  const requests = database.createObjectStore('requests', { keyPath: 'id' });
  requests.createIndex('by-job', 'jobId');
  requests.createIndex('by-state', 'state');
  const journal = database.createObjectStore('journal', { keyPath: 'sequence' });
  journal.createIndex('by-job', 'jobId');
  journal.createIndex('by-subject', 'subject');
  database.createObjectStore('limits', { keyPath: 'id' });
  database.createObjectStore('drafts', { keyPath: 'scope' });
  database.createObjectStore('edits', { keyPath: 'jobId' });
  database.createObjectStore('crmCache', { keyPath: 'id' });
  database.createObjectStore('keys', { keyPath: 'id' });
  database.createObjectStore('imSettings', { keyPath: 'id' });
  database.createObjectStore('imChanges', { keyPath: ['cacheId', 'number'] });
}
