import type { ConnectionBook } from '@/lib/background/connection-book';
import { readKnowledge } from '@/lib/background/crm-knowledge';
import { crmEditOperation } from '@/lib/background/crm-operation';
import type { RulesFor } from '@/lib/jobs/drafts/draft-rules';
import type { IkcrmCaller } from '@/lib/platforms/ikcrm/call';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord } from '@/lib/storage/schema';

interface LearningParts {
  database: Database;
  connections: Pick<ConnectionBook, 'findIkcrm' | 'openIkcrm'>;
  /** Keeps to the limit. */
  callIkcrm: IkcrmCaller;
  isOnline(): boolean;
  isUnlocked(): Promise<boolean>;
  clock: () => number;
}

/** A CRM that does not tell is not asked again with every change of a draft. */
const betweenMs = 60_000;

/**
 * The rules of drafts, for whoever looks at their rows: what a CRM lets people choose is asked of it first, where it
 * is not known here. Where it cannot be asked, rows are checked as they go.
 */
export function withLearning(rulesFor: RulesFor, parts: LearningParts): RulesFor {
  const asked = new Map<string, number>();

  async function learn({ connection: bound }: JobRecord): Promise<void> {
    const now = parts.clock();
    const last = asked.get(bound.id);
    if (last !== undefined && now - last >= 0 && now - last < betweenMs) return;
    const connection = await parts.connections.findIkcrm(bound.id);
    const isReady = connection?.permitted && connection.hasToken && parts.isOnline() && (await parts.isUnlocked());
    if (!connection || !isReady || connection.baseUrl !== bound.endpoint) return;
    asked.set(bound.id, now);
    const opened = await parts.connections.openIkcrm(connection);
    await readKnowledge(
      { ...parts, call: (request) => parts.callIkcrm({ connection: opened, request }) },
      { connection },
    );
  }

  return async (job, table) => {
    const isCheckedByOptions = job.operation === crmEditOperation.id && job.state === 'draft' && !job.undoOf;
    // Whatever went wrong with the question, the rows are looked at with what is known.
    if (isCheckedByOptions) await learn(job).catch(() => {});
    return rulesFor(job, table);
  };
}
