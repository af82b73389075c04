import { refuseEndpoint } from '@/lib/connections/endpoint';
import { AppError, type ErrorData, toErrorData } from '@/lib/errors/app-error';
import type { ClaimedRequest } from '@/lib/jobs/claim-request';
import type { Send } from '@/lib/jobs/engine';
import type { SendResult } from '@/lib/jobs/send-result';
import { type CrmEdit, sentEditSchema } from '@/lib/messages/crm-contract';
import { editOutcomeSchema } from '@/lib/messages/crm-records';
import { editOpportunity } from '@/lib/opportunities/edit-opportunity';
import type { CallCrm } from '@/lib/opportunities/read-record';
import { settleEdit } from '@/lib/opportunities/settle-edit';
import type { IkcrmCaller } from '@/lib/platforms/ikcrm/call';
import type { Settings } from '@/lib/settings/settings';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord } from '@/lib/storage/schema';
import type { ConnectionBook } from './connection-book';
import { readCrmEdit, writeCrmEdit } from './crm-edits';
import { followSavedEdit } from './crm-follow-up';
import { readKeptKnowledge } from './crm-knowledge';
import { crmFollowUpOperation } from './crm-operation';
import { editMissing, interrupted, sendFollowUp } from './crm-send-follow-up';
import { readEditResult, triedOf } from './crm-send-result';
import { sendUnseen } from './crm-send-unseen';
import { maskCrmWords } from './mask-crm-words';

export interface CrmSendParts {
  database: Database;
  connections: Pick<ConnectionBook, 'findIkcrm' | 'openIkcrm'>;
  /** A caller for one job, whose first call has its place already. */
  callerFor(): IkcrmCaller;
  isOnline(): boolean;
  settings(): Promise<Pick<Settings, 'policy'>>;
  clock: () => number;
  newId: () => string;
  report(thrown: unknown): void;
}

const offlineRetryMs = 30_000;

/** The engine's `prepare` for edits and follow-ups: see `createPrepareSend`. */
export function createPrepareCrm(
  parts: CrmSendParts,
): (job: JobRecord) => Promise<{ send: Send } | { error: ErrorData }> {
  return async (job) => {
    try {
      const connection = await requireConnection(parts, job);
      const opened = await parts.connections.openIkcrm(connection);
      const caller = parts.callerFor();
      const call: CallCrm = (request) => caller({ connection: opened, request });
      const send = job.operation === crmFollowUpOperation.id ? sendFollowUp : sendEdit;
      // Rows of a table were given without a look at the record.
      return { send: (claimed) => (claimed.rows[0]?.cells ? sendUnseen : send)(parts, call, claimed) };
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
  if (!edit) return { kind: 'paused', error: editMissing };
  const why = edit.outcome?.kind === 'unknown' ? edit.outcome.error : interrupted;
  const outcome = edit.sent ? await settleEdit(call, edit.sent, why) : await write(parts, call, { edit, job });
  const { sent: _, outcome: __, ...asked } = edit;
  const sent = (await readCrmEdit(database, job.id))?.sent;
  // Turned away, nothing of it is on its way: the next attempt is an edit again.
  const isOpen = outcome.kind === 'not-processed';
  await writeCrmEdit(database, job.id, {
    ...asked,
    ...(isOpen ? {} : { sent }),
    outcome: editOutcomeSchema.parse(maskCrmWords(outcome)),
  });
  await followSavedEdit(parts, job, outcome);
  return readEditResult(outcome, triedOf(request), parts.clock());
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
