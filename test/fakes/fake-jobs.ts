import { AppError } from '@/lib/errors/app-error';
import type { AppState, JobSummary } from '@/lib/messages/app-state';
import { topConnections } from '@/lib/messages/connections-of';
import type { CallInput, JobDetail } from '@/lib/messages/extension-contract';
import type { FakeWorker, Handlers } from './fake-client';
import { fakeJob } from './fake-state';

type RowState = JobDetail['rows'][number]['state'];

const noRows = { waiting: 0, sending: 0, succeeded: 0, failed: 0, unknown: 0, cancelled: 0, skipped: 0 };

/** Jobs as the worker keeps them: one per intention and per open object, called off only while held. */
export function createFakeJobHandlers(worker: FakeWorker): Handlers {
  const findJob = (jobId: string): JobSummary => {
    const job = worker.state.value.jobs.find(({ id }) => id === jobId);
    if (!job) throw new AppError('not-found', { reason: 'no-such-job' });
    return job;
  };
  return {
    'job.preview': ({ connectionId, rows, shared, intentId }) => ({
      endpoint: topConnections(worker.state.value.connections).find(({ id }) => id === connectionId)?.endpoint ?? '',
      lines: [
        ['method', 'alibaba.alsc.crm.sales.opportunity.process.unfollow'],
        ['param_top_leads_release_request', JSON.stringify({ ...shared, ...rows[0], req_id: intentId })],
        ['sign', '••••••••'],
      ],
      requests: 1,
    }),
    'job.create': (input) => createJob(worker, input),
    'job.read': ({ jobId }) => detailOf(worker, findJob(jobId)),
    'job.list': () => ({ jobs: worker.state.value.jobs, more: false }),
    'job.history': () => ({ entries: [] }),
    'job.callOff': ({ jobId }) => {
      const { state, heldUntil } = findJob(jobId);
      if (state !== 'held' || worker.clock() >= heldUntil) return { calledOff: false };
      settleFakeJob(worker, jobId, 'cancelled', { reason: 'called-off' });
      return { calledOff: true };
    },
    'job.resume': ({ jobId }) => {
      changeFakeJob(worker, jobId, { state: 'running', pausedBy: undefined });
      return {};
    },
    'job.cancel': ({ jobId }) => {
      settleFakeJob(worker, jobId, 'cancelled', { reason: 'cancelled' });
      return { counts: findJob(jobId).counts };
    },
    'job.decide': ({ jobId, choice }) => {
      if (findJob(jobId).counts.unknown === 0) throw new AppError('conflict', { reason: 'row-not-unknown' });
      if (choice === 'send-again')
        changeFakeJob(worker, jobId, { state: 'running', counts: { ...noRows, waiting: 1 } });
      else settleFakeJob(worker, jobId, choice === 'mark-succeeded' ? 'succeeded' : 'failed', { reason: choice });
      return {};
    },
  };
}

/** Ends a job's one row, as an answer would. */
export function settleFakeJob(
  worker: FakeWorker,
  jobId: string,
  state: RowState,
  outcome: Partial<JobDetail['rows'][number]['outcome']> = {},
): void {
  worker.outcomes.set(jobId, { state, outcome: { at: worker.clock(), ...outcome } });
  const isOver = state !== 'waiting' && state !== 'sending';
  changeFakeJob(worker, jobId, {
    state: isOver ? 'finished' : 'running',
    ...(isOver && { finishedAt: worker.clock() }),
    counts: { ...noRows, [state]: 1 },
  });
}

export function changeFakeJob(worker: FakeWorker, jobId: string, change: Partial<JobSummary>): void {
  const jobs = worker.state.value.jobs.map((job) => (job.id === jobId ? { ...job, ...change } : job));
  worker.change({ jobs });
}

function createJob(worker: FakeWorker, input: CallInput<'job.create'>): { jobId: string; created: boolean } {
  const { state } = worker;
  if (state.value.vault.state !== 'unlocked') throw new AppError('locked');
  const [values = {}] = input.rows;
  const subject = values.opportunity_id ?? '';
  const existing = worker.intents.get(input.intentId) ?? state.value.jobs.find((job) => isOpen(job, subject))?.id;
  if (existing) return { jobId: existing, created: false };
  const connection = topConnections(state.value.connections).find(({ id }) => id === input.connectionId);
  if (!connection) throw new AppError('invalid-input', { reason: 'no-connection', path: 'connectionId' });
  const now = worker.clock();
  const heldUntil = now + state.value.preferences.holdBackSeconds * 1000;
  const { source, label } = input;
  const id = `job-${worker.intents.size + 1}`;
  worker.intents.set(input.intentId, id);
  worker.rows.set(id, { ...values });
  const { id: connectionId, name, endpoint, appKey } = connection;
  const job = fakeJob({ id, subject, source, label, createdAt: now, heldUntil, notBefore: heldUntil });
  worker.change({ jobs: [{ ...job, connection: { id: connectionId, name, endpoint, appKey } }, ...state.value.jobs] });
  return { jobId: id, created: true };
}

function isOpen({ subject, counts }: AppState['jobs'][number], asked: string): boolean {
  return subject === asked && counts.waiting + counts.sending + counts.unknown > 0;
}

function detailOf(worker: FakeWorker, summary: JobSummary): JobDetail {
  const settled = worker.outcomes.get(summary.id);
  const [state] = Object.entries(summary.counts).find(([, count]) => count > 0) ?? ['waiting'];
  const row = {
    index: 0,
    subject: summary.subject,
    values: worker.rows.get(summary.id) ?? { opportunity_id: summary.subject },
    state: state as RowState,
    ...(settled && { outcome: settled.outcome }),
    attempts: worker.attempts.get(summary.id) ?? [],
    key: [...worker.intents].find(([, id]) => id === summary.id)?.[0],
  };
  return { summary, rows: [row] };
}
