import type { ErrorData } from '@/lib/errors/app-error';
import { othersSchema, type RecordReading } from '@/lib/messages/record-contract';
import { readCustomerOpportunities } from '@/lib/opportunities/customer-opportunities';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import { overviewOf, stagesOf } from '@/lib/opportunities/overview';
import { type CallCrm, readRecord } from '@/lib/opportunities/read-record';
import { getCustomerOpportunities } from '@/lib/platforms/ikcrm/calls';
import type { Database } from '@/lib/storage/open-database';
import { asThrown } from './crm-handlers';
import { readOptions } from './crm-knowledge';
import { type CachePlace, keep, readKept } from './record-cache';

interface Parts {
  database: Database;
  call: CallCrm;
  clock: () => number;
}

const othersKeptMs = 10 * 60_000;
const mostOthers = 20;

type Others = NonNullable<RecordReading['others']>;

/** Reads a record and what belongs to it, in at most three calls. What cannot be read of the latter is absent, with the reason. */
export async function readOverview(
  parts: Parts,
  connection: CachePlace['connection'],
  opportunityId: string,
): Promise<RecordReading> {
  const read = await readRecord(parts.call, opportunityId);
  if (read.kind === 'not-read') throw asThrown(read.error);
  const { opportunity } = read;
  const readAt = parts.clock();
  const options = await readOptions(parts, { connection });
  const stages = stagesOf(options.content);
  const { others, error } = await readOthers(parts, connection, opportunity);
  const reason = options.error ?? error;
  return {
    record: overviewOf(opportunity),
    ...(stages && { stages }),
    ...(others && { others: withoutSelf(others, opportunityId) }),
    readAt,
    ...(reason && { error: reason }),
  };
}

/** Kept by the customer, so that its next opportunity asks nothing. */
async function readOthers(
  { database, call, clock }: Parts,
  connection: CachePlace['connection'],
  opportunity: Opportunity,
): Promise<{ others?: Others; error?: ErrorData }> {
  const customerId = opportunity.values.customer_id ?? '';
  // It becomes a part of an address.
  if (!/^\d{1,20}$/.test(customerId)) return {};
  const place: CachePlace = { connection, kind: 'others', id: customerId };
  const kept = await readKept(database, place, othersSchema);
  const age = kept ? clock() - kept.readAt : -1;
  if (kept && age >= 0 && age < othersKeptMs) return { others: kept.content };
  const answer = await call(getCustomerOpportunities(customerId, 1, mostOthers));
  const read = answer.kind === 'answer' ? readCustomerOpportunities(answer.data) : undefined;
  if (!read) return { error: answer.kind === 'answer' ? notReadable : answer.error };
  const others: Others = {
    list: read.opportunities.map(({ id, title, stageLabel, amount }) => ({ id, title, stageLabel, amount })),
    hasMore: read.opportunities.length >= mostOthers,
  };
  await keep(database, place, { content: others, readAt: clock() });
  return { others };
}

const notReadable: ErrorData = { code: 'unreadable-answer', detail: { reason: 'not-options' } };

function withoutSelf({ list, hasMore }: Others, id: string): Others {
  return { list: list.filter((one) => one.id !== id), hasMore };
}
