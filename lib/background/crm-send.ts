import { refuseEndpoint } from '@/lib/connections/endpoint';
import { AppError, type ErrorData, toErrorData } from '@/lib/errors/app-error';
import { backOffMs } from '@/lib/jobs/back-off';
import type { ClaimedRequest } from '@/lib/jobs/claim-request';
import type { Send } from '@/lib/jobs/engine';
import type { SendResult } from '@/lib/jobs/send-result';
import { type CrmEdit, editOutcomeSchema, sentEditSchema } from '@/lib/messages/crm-contract';
import type { RowOutcome } from '@/lib/operations/operation';
import { editOpportunity } from '@/lib/opportunities/edit-opportunity';
import type { EditOutcome } from '@/lib/opportunities/edit-outcome';
import type { CallCrm } from '@/lib/opportunities/read-record';
import { settleEdit } from '@/lib/opportunities/settle-edit';
import type { IkcrmCaller } from '@/lib/platforms/ikcrm/call';
import type { Settings } from '@/lib/settings/settings';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord } from '@/lib/storage/schema';
import type { ConnectionBook } from './connection-book';
import { readCrmEdit, writeCrmEdit } from './crm-edits';
import { readKeptKnowledge } from './crm-knowledge';

export interface CrmSendParts {
  database: Database;
  connections: Pick<ConnectionBook, 'findIkcrm' | 'openIkcrm'>;
  /** A caller for one edit, whose first call has its place already. */
  callerFor(): IkcrmCaller;
  isOnline(): boolean;
  settings(): Promise<Pick<Settings, 'policy'>>;
  clock: () => number;
  report(thrown: unknown): void;
}

const offlineRetryMs = 30_000;
/** A CRM that is down is asked so often in a row; then the job stands still for a while, and says so. */
const patientAttempts = 5;
const longRestMs = 300_000;
/** An edit whose answer was lost is looked for that often. */
const settlingAttempts = 3;

/** The engine's `prepare` for edits: see `createPrepareSend`. */
export function createPrepareCrm(
  parts: CrmSendParts,
): (job: JobRecord) => Promise<{ send: Send } | { error: ErrorData }> {
  return async (job) => {
    try {
      const connection = await requireConnection(parts, job);
      const opened = await parts.connections.openIkcrm(connection);
      const caller = parts.callerFor();
      return { send: (claimed) => sendEdit(parts, (request) => caller({ connection: opened, request }), claimed) };
    } catch (thrown) {
      const error = toErrorData(thrown);
      if (error.code === 'bug') parts.report(thrown);
      return { error };
    }
  };
}

async function requireConnection({ connections, isOnline, settings, clock }: CrmSendParts, job: JobRecord) {
  if (!isOnline()) throw new AppError('offline', { reason: 'no-network', until: clock() + offlineRetryMs });
  const connection = await connections.findIkcrm(job.connection.id);
  if (connection?.baseUrl !== job.connection.endpoint)
    throw new AppError('not-allowed', { reason: 'connection-changed' });
  if (!connection.permitted) throw new AppError('not-allowed', { reason: 'host-permission-missing' });
  const { policy } = await settings();
  if (refuseEndpoint(connection.baseUrl, policy.allowedEndpoints))
    throw new AppError('not-allowed', { reason: 'endpoint-not-allowed' });
  if (policy.disabledOperations.includes(job.operation))
    throw new AppError('not-allowed', { reason: 'operation-disabled' });
  return connection;
}

/**
 * Writes the record, once: what is about to leave is on disk before it does, and an edit that stands there as left is
 * never sent again but settled by reading.
 */
async function sendEdit(parts: CrmSendParts, call: CallCrm, { job, request }: ClaimedRequest): Promise<SendResult> {
  const { database } = parts;
  const edit = await readCrmEdit(database, job.id);
  if (!edit) return { kind: 'paused', error: { code: 'bug', detail: { reason: 'edit-missing' } } };
  const why = edit.outcome?.kind === 'unknown' ? edit.outcome.error : interrupted;
  const outcome = edit.sent ? await settleEdit(call, edit.sent, why) : await write(parts, call, { edit, job });
  const { sent: _, outcome: __, ...asked } = edit;
  const sent = (await readCrmEdit(database, job.id))?.sent;
  // Turned away, nothing of it is on its way: the next attempt is an edit again.
  const isOpen = outcome.kind === 'not-processed';
  await writeCrmEdit(database, job.id, {
    ...asked,
    ...(isOpen ? {} : { sent }),
    outcome: editOutcomeSchema.parse(outcome),
  });
  return readResult(outcome, request.attempts.length, parts.clock());
}

async function write(parts: CrmSendParts, call: CallCrm, { edit, job }: { edit: CrmEdit; job: JobRecord }) {
  const { before, wanted, origin, connectionId } = edit;
  const connection = { id: connectionId, baseUrl: job.connection.endpoint };
  const { maps, groups } = await readKeptKnowledge(parts.database, {
    connection,
    templateId: before.customFieldTemplateId,
  });
  return editOpportunity({
    call,
    before,
    wanted,
    origin,
    knowledge: { maps, customFields: groups?.flatMap(({ fields }) => fields) },
    beforeWrite: ({ changes, now }) =>
      writeCrmEdit(parts.database, job.id, { ...edit, sent: sentEditSchema.parse({ changes, now }) }),
  });
}

const interrupted: ErrorData = { code: 'outcome-unknown', detail: { reason: 'interrupted' } };

/** What an edit's outcome means for its job's one row. */
export function readResult(outcome: EditOutcome, attempts: number, now: number): SendResult {
  switch (outcome.kind) {
    case 'saved':
      return answered({ state: 'succeeded', reason: 'edit-saved' });
    case 'nothing-to-do':
      return answered({ state: 'succeeded', reason: 'edit-nothing-to-do' });
    case 'partly-refused':
      return answered({ state: 'failed', reason: 'edit-partly-refused' });
    case 'conflict':
      return answered({ state: 'failed', reason: 'edit-conflict' });
    case 'invalid':
      return answered({ state: 'failed', reason: outcome.issues[0]?.reason });
    case 'not-editable':
    case 'refused': {
      const { code, detail } = outcome.error;
      return answered({ state: 'failed', reason: detail.reason ?? code, platform: detail.platform });
    }
    case 'unknown':
      // Read often enough without seeing it: from here on a person decides, or has it read again.
      if (attempts >= settlingAttempts) return answered(unknownOutcome(outcome.error));
      return { kind: 'lost', error: outcome.error };
    case 'not-processed':
      return readNotProcessed(outcome, attempts, now);
  }
}

function readNotProcessed(
  { error, retry, until }: Extract<EditOutcome, { kind: 'not-processed' }>,
  attempts: number,
  now: number,
): SendResult {
  if (retry === 'no') return { kind: 'paused', error };
  if (attempts < patientAttempts)
    return { kind: 'not-processed', error, retryAt: Math.max(until ?? 0, now + backOffMs(attempts)) };
  return { kind: 'paused', error: { ...error, detail: { ...error.detail, until: until ?? now + longRestMs } } };
}

function unknownOutcome({ code, detail }: ErrorData): RowOutcome {
  return { state: 'unknown', reason: detail.reason ?? code, platform: detail.platform };
}

function answered(outcome: RowOutcome): SendResult {
  return { kind: 'answered', outcomes: [outcome] };
}
