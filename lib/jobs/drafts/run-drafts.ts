import { type ErrorData, toErrorData } from '@/lib/errors/app-error';
import type { Database } from '@/lib/storage/open-database';
import { beginPass, type CheckPass, checkStep, isPassOf } from './check-step';
import type { RulesFor } from './draft-rules';
import type { Draft } from './draft-transaction';
import { prepareStep } from './prepare-step';

export interface DraftRunnerParts {
  database: Database;
  rulesFor: RulesFor;
  holdBackMs(): Promise<number>;
  clock: () => number;
  /** After every step. */
  progressed(): void;
  /** A job is written down whole and held: the engine may take it. */
  held(): void;
  report(thrown: unknown): void;
}

export interface DraftRunner {
  /** Looks at rows and writes down what was confirmed, until nothing is left to do; several calls at once are one. */
  run(): Promise<void>;
  /** Whether something is left that is tried again by itself, for whoever sets the alarm that starts the next worker. */
  hasWork(): Promise<boolean>;
  /** Why the last try got nowhere with this draft, such as a full disk; a person may have it tried again. */
  stuckBy(jobId: string): ErrorData | undefined;
}

/**
 * The worker's way through the rows of drafts. Where it stands is on disk: a worker that dies leaves it to the next,
 * and two at once do each other no harm, since every step asks first whether it is still the next one.
 */
export function createDraftRunner(parts: DraftRunnerParts): DraftRunner {
  const { database, rulesFor, holdBackMs, clock, progressed, held, report } = parts;
  const passes = new Map<string, CheckPass>();
  /** Drafts that this run got nowhere with. */
  const stuck = new Map<string, ErrorData>();
  let running: Promise<void> | undefined;
  let isWanted = false;

  /** With `isLater` also what this run got nowhere with, if it was confirmed: nobody has to come back for that. */
  async function findNext(isLater = false): Promise<Draft | undefined> {
    const byState = database.transaction('jobs').store.index('by-state');
    const jobs = (await Promise.all([byState.getAll('preparing'), byState.getAll('draft')])).flat();
    for (const job of jobs) {
      if (stuck.has(job.id) && !(isLater && job.state === 'preparing')) continue;
      const table = await database.get('imports', job.id);
      if (table && (job.state === 'preparing' || table.phase === 'checking')) return { job, table };
    }
    return undefined;
  }

  async function check(draft: Draft): Promise<void> {
    const { id } = draft.job;
    const known = passes.get(id);
    const pass =
      known && isPassOf(known, draft)
        ? known
        : await beginPass(database, draft, await rulesFor(draft.job, draft.table));
    passes.delete(id);
    await checkStep(database, pass);
    // Kept only when its step went well.
    passes.set(id, pass);
  }

  async function step(draft: Draft): Promise<void> {
    const { id, state } = draft.job;
    if (state !== 'preparing') return check(draft);
    const rules = await rulesFor(draft.job, draft.table);
    await prepareStep(database, { jobId: id, rules, holdBackMs: await holdBackMs(), now: clock() });
    if ((await database.get('jobs', id))?.state === 'held') held();
  }

  async function work(): Promise<void> {
    do {
      isWanted = false;
      stuck.clear();
      for (let next = await findNext(); next; next = await findNext()) {
        await step(next).catch((thrown: unknown) => {
          stuck.set(next?.job.id ?? '', toErrorData(thrown));
          report(thrown);
        });
        progressed();
      }
      passes.clear();
    } while (isWanted);
  }

  return {
    async run() {
      isWanted = true;
      running ??= work()
        .catch(report)
        .finally(() => {
          running = undefined;
        });
      await running;
    },
    hasWork: async () => (await findNext(true)) !== undefined,
    stuckBy: (jobId) => stuck.get(jobId),
  };
}
