import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { App } from '@/components/app/app';
import { type Action, createAction } from '@/components/app/create-action';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import type { RecordReading } from '@/lib/messages/record-contract';
import { crmOf, type RecordPlace } from '@/lib/messages/record-place';
import { isCrmJob } from '@/lib/opportunities/crm-job';

/** The record of one opportunity as its CRM has it: what is kept at once, what is asked for behind it. */
export interface RecordModel {
  /** Through which it is read: the one that an edit would go through. Undefined where no CRM can have such a record. */
  connection: ReadonlySignal<IkcrmConnectionSummary | undefined>;
  reading: ReadonlySignal<RecordReading | undefined>;
  asking: Action;
  /** Asks the CRM now. */
  read(): Promise<boolean>;
  start(): () => void;
}

/** What is younger is not asked for again. */
const youngMs = 60_000;
/** Who leafs through records asks only for the one where they stay. */
const settleMs = 300;

/** A surface asks for one at a time: what was left behind meanwhile is not asked for at all. */
let lastTurn: Promise<unknown> = Promise.resolve();

export function createRecordModel(
  { client, ports, state, surface }: App,
  opportunityId: string,
  place: RecordPlace = {},
): RecordModel {
  const reading = signal<RecordReading | undefined>(undefined);
  const asking = createAction();
  const connection = computed(() =>
    /^\d{1,20}$/.test(opportunityId) ? crmOf(state.value.connections, place) : undefined,
  );
  const connectionId = computed(() => connection.value?.id);
  const isLocked = computed(() => state.value.vault.state === 'locked');
  const writtenAt = computed(() => {
    const ours = state.value.jobs.filter(({ operation, subject }) => isCrmJob(operation) && subject === opportunityId);
    return Math.max(0, ...ours.map(({ finishedAt = 0 }) => finishedAt));
  });
  let isOver = false;

  async function ask(): Promise<boolean> {
    const id = connectionId.value;
    if (isOver || id === undefined) return false;
    const answer = await client.call('record.read', { connectionId: id, opportunityId });
    if (isOver || id !== connectionId.value) return false;
    reading.value = answer.reading;
    return true;
  }

  function read(): Promise<boolean> {
    return asking.run(() => {
      const turn = lastTurn.then(ask);
      lastTurn = turn.catch(() => undefined);
      return turn;
    });
  }

  async function follow(id: string): Promise<void> {
    // What is kept is a help and not needed.
    const kept = await client.call('record.kept', { connectionId: id, opportunityId }).catch(() => undefined);
    if (isOver || id !== connectionId.value) return;
    reading.value = kept?.reading;
    // A popup is opened for a moment: it shows what is known, and asks when it is told to.
    if (isLocked.value || surface === 'popup' || isYoung(kept?.reading)) return;
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    if (!isOver) await read();
  }

  function isYoung(kept: RecordReading | undefined): boolean {
    const age = kept ? ports.clock() - kept.readAt : -1;
    return kept !== undefined && age >= 0 && age < youngMs && kept.readAt > writtenAt.value;
  }

  return {
    connection,
    reading,
    asking,
    read,
    start() {
      const end = effect(() => {
        const id = connectionId.value;
        void [isLocked.value, writtenAt.value];
        untracked(() => {
          asking.forget();
          if (id === undefined) reading.value = undefined;
          else void follow(id);
        });
      });
      return () => {
        isOver = true;
        end();
      };
    },
  };
}
