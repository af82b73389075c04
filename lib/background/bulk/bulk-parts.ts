import { AppError } from '@/lib/errors/app-error';
import type { ConnectionSummary } from '@/lib/messages/app-state';
import type { Declaration, Operation } from '@/lib/operations/operation';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import type { Settings } from '@/lib/settings/settings';
import type { Database } from '@/lib/storage/open-database';
import type { ConnectionBinding } from '@/lib/storage/schema';

export interface BulkParts {
  database: Database;
  operations: ReadonlyMap<string, Operation>;
  connections: { list(): Promise<ConnectionSummary[]> };
  isUnlocked(): Promise<boolean>;
  settings(): Promise<Pick<Settings, 'preferences' | 'policy' | 'defaults' | 'connections' | 'operator'>>;
  clock: () => number;
  newId: () => string;
  /** Sets the alarm that starts a worker for work that is about to be written down. Comes before the commit. */
  armAlarm(): Promise<void>;
  /** Tells the surfaces, and lets runner and engine look for work; not awaited. */
  changed(): void;
}

export type BulkOperation = Pick<Declaration, 'id' | 'platform' | 'shared' | 'fields' | 'rules' | 'subjectField'>;

/** What many rows can be given to. Throws `invalid-input` for any other. */
export function requireBulkOperation({ operations }: Pick<BulkParts, 'operations'>, id: string): BulkOperation {
  const operation = id === updateOpportunity.id ? updateOpportunity : operations.get(id);
  if (!operation) throw new AppError('invalid-input', { reason: 'unknown-operation', path: 'operation' });
  return operation;
}

/** The connection, if it speaks the operation's platform. */
export async function requireConnection(
  { connections }: Pick<BulkParts, 'connections'>,
  id: string,
  platform: BulkOperation['platform'],
): Promise<ConnectionSummary> {
  const found = (await connections.list()).find((connection) => connection.id === id);
  if (found?.platform !== platform)
    throw new AppError('invalid-input', { reason: 'no-connection', path: 'connectionId' });
  return found;
}

export function bindingOf(connection: ConnectionSummary): ConnectionBinding {
  const { id, name } = connection;
  if (connection.platform === 'ikcrm') return { id, name, endpoint: connection.baseUrl, appKey: '' };
  return { id, name, endpoint: connection.endpoint, appKey: connection.appKey };
}

/** Throws what a person has to do first: secrets or token, permission. */
export function requireReady(connection: ConnectionSummary): void {
  const path = 'connectionId';
  if (connection.platform === 'ikcrm') {
    if (!connection.hasToken) throw new AppError('sign-in-again', { reason: 'token-missing', path });
  } else if (!connection.hasSecret) throw new AppError('not-allowed', { reason: 'secret-missing', path });
  if (!connection.permitted) throw new AppError('not-allowed', { reason: 'host-permission-missing', path });
}
