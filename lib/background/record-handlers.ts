import { AppError } from '@/lib/errors/app-error';
import { type RecordReading, recordReadingSchema } from '@/lib/messages/record-contract';
import type { IkcrmCaller } from '@/lib/platforms/ikcrm/call';
import type { Database } from '@/lib/storage/open-database';
import type { ConnectionBook } from './connection-book';
import { openCall, requireConnection } from './crm-handlers';
import type { HandlersOf } from './handlers';
import { readOverview } from './read-overview';
import { type CachePlace, keep, readKept } from './record-cache';

export interface RecordHandlerParts {
  database: Database;
  connections: Pick<ConnectionBook, 'findIkcrm' | 'openIkcrm'>;
  /** Keeps to the limit, and leaves some of it to writes. */
  callIkcrm: IkcrmCaller;
  isOnline(): boolean;
  linkTo(opportunityId: string, tabId: number | undefined): Promise<string | undefined>;
  clock: () => number;
}

/** The record that a panel shows. It is read because a person looks at it, so it keeps no vault open and makes no job. */
export function createRecordHandlers(parts: RecordHandlerParts): HandlersOf<'record'> {
  const { database, clock } = parts;
  /** Two windows over one page ask once. */
  const flights = new Map<string, Promise<RecordReading>>();

  async function read(connectionId: string, opportunityId: string): Promise<RecordReading> {
    const connection = await requireConnection(parts, connectionId);
    const call = await openCall(parts, connection);
    if (!parts.isOnline()) throw new AppError('offline');
    const reading = await readOverview({ database, call, clock }, connection, opportunityId);
    await keep(database, placeOf(connection, opportunityId), { content: reading, readAt: reading.readAt });
    return reading;
  }

  return {
    async 'record.kept'({ connectionId, opportunityId }) {
      const connection = await parts.connections.findIkcrm(connectionId);
      if (!connection) throw new AppError('invalid-input', { reason: 'no-connection', path: 'connectionId' });
      const kept = await readKept(database, placeOf(connection, opportunityId), recordReadingSchema);
      return kept ? { reading: kept.content } : {};
    },
    async 'record.read'({ connectionId, opportunityId }) {
      const flight = `${connectionId}|${opportunityId}`;
      const reading =
        flights.get(flight) ?? read(connectionId, opportunityId).finally(() => void flights.delete(flight));
      flights.set(flight, reading);
      return { reading: await reading };
    },
    async 'record.link'({ opportunityId, tabId }) {
      const link = await parts.linkTo(opportunityId, tabId);
      return link === undefined ? {} : { link };
    },
  };
}

function placeOf(connection: CachePlace['connection'], opportunityId: string): CachePlace {
  return { connection, kind: 'record', id: opportunityId };
}
