import { AppError, type ErrorData } from '@/lib/errors/app-error';
import type { IkcrmConnectionSummary } from '@/lib/messages/app-state';
import { crmContract } from '@/lib/messages/crm-contract';
import { checkChanges } from '@/lib/opportunities/check-changes';
import { difference } from '@/lib/opportunities/difference';
import { editValues } from '@/lib/opportunities/edit-values';
import { refuseEdit } from '@/lib/opportunities/editable';
import type { FollowUp } from '@/lib/opportunities/follow-up';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import { readRecord } from '@/lib/opportunities/read-record';
import { planUndo } from '@/lib/opportunities/undo-plan';
import type { IkcrmCaller } from '@/lib/platforms/ikcrm/call';
import { postRevisitLog, putOpportunity } from '@/lib/platforms/ikcrm/calls';
import { previewIkcrmRequest } from '@/lib/platforms/ikcrm/request';
import type { Settings } from '@/lib/settings/settings';
import type { Database } from '@/lib/storage/open-database';
import type { ConnectionBinding } from '@/lib/storage/schema';
import type { ConnectionBook } from './connection-book';
import { createCrmJob, readCrmEdit, readCrmFollowUp } from './crm-edits';
import { createFollowUpJob, noteFollowUp, requireValidFollowUp } from './crm-follow-up';
import { readKeptKnowledge, readKnowledge } from './crm-knowledge';
import { crmEditOperation, crmFollowUpOperation } from './crm-operation';
import type { DryRuns } from './dry-runs';
import type { HandlersOf } from './handlers';

export interface CrmHandlerParts {
  database: Database;
  connections: Pick<ConnectionBook, 'findIkcrm' | 'openIkcrm'>;
  /** Keeps to the limit. */
  callIkcrm: IkcrmCaller;
  isUnlocked(): Promise<boolean>;
  settings(): Promise<Pick<Settings, 'policy' | 'operator'>>;
  dryRuns: DryRuns;
  clock: () => number;
  newId: () => string;
  armAlarm(): Promise<void>;
  changed(): void;
}

type EditHandlers = Pick<
  HandlersOf<'crm'>,
  | 'crm.read'
  | 'crm.readKnowledge'
  | 'crm.edit'
  | 'crm.followUp'
  | 'crm.preview'
  | 'crm.readEdit'
  | 'crm.readFollowUp'
  | 'crm.planUndo'
>;

/** Reading a CRM's records, and the jobs that edit them. */
export function createCrmHandlers(parts: CrmHandlerParts): EditHandlers {
  const { database, clock, changed } = parts;
  return {
    async 'crm.read'({ connectionId, opportunityId, isFresh }) {
      const connection = await requireConnection(parts, connectionId);
      const call = await openCall(parts, connection);
      const opportunity = await requireRecord(call, opportunityId);
      const templateId = opportunity.customFieldTemplateId;
      const knowledge = await readKnowledge({ database, call, clock }, { connection, templateId, isFresh });
      const refusal = refuseEdit(opportunity);
      return crmContract['crm.read'].output.parse({ opportunity, knowledge, refusal });
    },

    async 'crm.readKnowledge'({ connectionId, templateId }) {
      const connection = await requireConnection(parts, connectionId);
      const kept = await readKeptKnowledge(database, { connection, templateId });
      return crmContract['crm.readKnowledge'].output.parse({ knowledge: { readAt: 0, ...kept } });
    },

    async 'crm.edit'({ connectionId, before, wanted, origin, intentId, source, followUp }) {
      const connection = await requireReady(parts, connectionId, [
        crmEditOperation.id,
        ...(followUp ? [crmFollowUpOperation.id] : []),
      ]);
      const changes = difference(before, wanted);
      if (changes.length === 0) throw new AppError('invalid-input', { reason: 'nothing-to-save' });
      const { maps, groups } = await readKeptKnowledge(database, {
        connection,
        templateId: before.customFieldTemplateId,
      });
      const customFields = groups?.flatMap(({ fields }) => fields);
      const [issue] = origin === 'undo' ? [] : checkChanges(before, changes, { maps, customFields });
      if (issue) throw new AppError('invalid-input', { reason: issue.reason, path: issue.field });
      const isStageEdited = changes.some(({ field }) => field === 'stage');
      if (followUp) requireValidFollowUp(followUp, { before, maps, isStageEdited });
      await parts.dryRuns.require(...dryRunsOf(connectionId, { before, changes, followUp }));
      const jobId = parts.newId();
      await parts.armAlarm();
      const created = await createCrmJob(
        database,
        {
          id: jobId,
          intentId,
          operation: crmEditOperation,
          source,
          connection: bindingOf(connection),
          operator: (await parts.settings()).operator,
          label: before.values.title?.slice(0, 200) || undefined,
          rows: [{ id: before.id, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) }],
          holdBackMs: 0,
        },
        { connectionId, before, wanted, origin, ...(followUp ? { followUp } : {}) },
        clock(),
      );
      changed();
      return created;
    },

    async 'crm.followUp'({ connectionId, afterJobId, before, followUp, intentId, source }) {
      const connection = await requireReady(parts, connectionId, [crmFollowUpOperation.id]);
      const { maps } = await readKeptKnowledge(database, { connection });
      requireValidFollowUp(followUp, { before, maps, isStageEdited: false });
      await parts.dryRuns.require(...dryRunsOf(connectionId, { before, followUp }));
      await parts.armAlarm();
      const { operator } = await parts.settings();
      const asked = { intentId, source, connection: bindingOf(connection), operator, before, followUp };
      const created = await createFollowUpJob(parts, asked);
      if (afterJobId !== undefined && created.created) await noteFollowUp(database, afterJobId, created.jobId);
      changed();
      return created;
    },

    async 'crm.preview'({ connectionId, before, wanted, followUp }) {
      const { baseUrl } = await requireConnection(parts, connectionId);
      const changes = difference(before, wanted);
      const calls = [
        ...(changes.length > 0 ? [putOpportunity(before.id, editValues(before, changes))] : []),
        ...(followUp ? [postRevisitLog({ opportunityId: before.id, ...followUp })] : []),
      ];
      const requests = calls.map((request) => {
        const wire = previewIkcrmRequest({ baseUrl, token: 'hidden' }, request);
        return { head: `${wire.method} ${wire.url}`, lines: wire.headers, body: wire.body ?? '' };
      });
      await parts.dryRuns.note(...dryRunsOf(connectionId, { before, changes, followUp }));
      return { requests };
    },

    async 'crm.readEdit'({ jobId }) {
      const edit = await readCrmEdit(database, jobId);
      return edit ? { edit } : {};
    },

    async 'crm.readFollowUp'({ jobId }) {
      const written = await readCrmFollowUp(database, jobId);
      return written ? { written } : {};
    },

    async 'crm.planUndo'({ jobId }) {
      const edit = await readCrmEdit(database, jobId);
      const outcome = edit?.outcome;
      const results = outcome && 'results' in outcome ? outcome.results : undefined;
      if (!edit || !results) throw new AppError('not-found', { reason: 'nothing-to-undo' });
      const connection = await requireConnection(parts, edit.connectionId);
      const now = await requireRecord(await openCall(parts, connection), edit.before.id);
      const { restore, refused } = planUndo(results, now);
      // Each field is shown with what it becomes: that is the dry run of an undo.
      const changes = difference(now, restore);
      await parts.dryRuns.note(...dryRunsOf(edit.connectionId, { before: now, changes }));
      return crmContract['crm.planUndo'].output.parse({ now, restore, refused });
    },
  };
}

/** Throws `invalid-input` (`no-connection`) or `not-allowed` (`host-permission-missing`). */
export async function requireConnection(
  { connections }: { connections: Pick<ConnectionBook, 'findIkcrm'> },
  id: string,
): Promise<IkcrmConnectionSummary> {
  const connection = await connections.findIkcrm(id);
  if (!connection) throw new AppError('invalid-input', { reason: 'no-connection', path: 'connectionId' });
  if (!connection.permitted) throw new AppError('not-allowed', { reason: 'host-permission-missing' });
  return connection;
}

/** Open, allowed and with a token: what a job needs to begin with. */
async function requireReady(parts: CrmHandlerParts, id: string, operations: readonly string[]) {
  const connection = await requireConnection(parts, id);
  if (!(await parts.isUnlocked())) throw new AppError('locked');
  if (!connection.hasToken) throw new AppError('sign-in-again', { reason: 'token-missing' });
  const { policy } = await parts.settings();
  if (operations.some((operation) => policy.disabledOperations.includes(operation)))
    throw new AppError('not-allowed', { reason: 'operation-disabled' });
  return connection;
}

/**
 * What a dry run of an edit shows, value by value: what a person decides about a conflict afterwards sends some of what
 * was shown, and a follow-up may go later than the edit that it was shown with.
 */
function dryRunsOf(
  connectionId: string,
  shown: { before: Opportunity; changes?: readonly { field: string; to: string }[]; followUp?: FollowUp | undefined },
): object[] {
  const about = { connectionId, id: shown.before.id };
  const edits = (shown.changes ?? []).map(({ field, to }) => ({ ...about, field, to }));
  return [...edits, ...(shown.followUp ? [{ ...about, followUp: shown.followUp }] : [])];
}

function bindingOf({ id, name, baseUrl }: IkcrmConnectionSummary): ConnectionBinding {
  return { id, name, endpoint: baseUrl, appKey: '' };
}

/** Decrypts the token for the calls of one asking. */
export async function openCall(
  { connections, callIkcrm }: { connections: Pick<ConnectionBook, 'openIkcrm'>; callIkcrm: IkcrmCaller },
  connection: IkcrmConnectionSummary,
) {
  const opened = await connections.openIkcrm(connection);
  return (request: Parameters<IkcrmCaller>[0]['request']) => callIkcrm({ connection: opened, request });
}

async function requireRecord(call: Awaited<ReturnType<typeof openCall>>, opportunityId: string): Promise<Opportunity> {
  const reading = await readRecord(call, opportunityId);
  if (reading.kind === 'read') return reading.opportunity;
  throw asThrown(reading.error);
}

export function asThrown({ code, detail }: ErrorData): AppError {
  return new AppError(code, detail);
}
