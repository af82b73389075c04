import type { App } from '@/components/app/app';
import { beginDraft } from '@/components/screens/bulk/begin-draft';
import { teachMessages } from '@/lib/i18n/teach-messages';
import type { CallOutput } from '@/lib/messages/extension-contract';

export type ListedRow = CallOutput<'tab.rows'>['rows'][number];
type OfSite = NonNullable<CallOutput<'tab.rows'>['operations']>[number];

export const selectionOperations = ['release-opportunity', 'update-opportunity', 'submit-outreach'] as const;
export type SelectionOperation = (typeof selectionOperations)[number];

type Column = Exclude<keyof ListedRow, 'isTicked'>;

/** Where each column goes; what has no field is there to be recognised by. */
const fields: Readonly<Record<SelectionOperation, Partial<Record<Column, string>>>> = {
  'release-opportunity': { id: 'opportunity_id' },
  'update-opportunity': { id: 'id' },
  'submit-outreach': { customer: 'user_name', phone: 'phone_number', email: 'email' },
};

/** What stands in the page beside the id is written down only where it may be used. */
const columns: Readonly<Record<SelectionOperation, readonly Column[]>> = {
  'release-opportunity': ['id', 'title', 'customer'],
  'update-opportunity': ['id', 'title', 'customer'],
  'submit-outreach': ['id', 'title', 'customer', 'phone', 'email'],
};

/** Writes the rows down as a draft and answers its job. Nothing is sent, and of a draft that fails half-way nothing is left. */
export async function draftOfRows(
  app: App,
  operation: SelectionOperation,
  rows: readonly ListedRow[],
  ofSite: OfSite | undefined,
): Promise<string> {
  const used = columns[operation].filter((column) => fields[operation][column] || rows.some((row) => row[column]));
  const jobId = await beginDraft(app, {
    operation,
    fileName: undefined,
    header: used.map((column) => teachMessages.peek().selection.columns[column]),
    hasHeader: true,
    mapping: used.map((column) => fields[operation][column] ?? ''),
    ofSite,
  });
  try {
    await app.client.call('bulk.addRows', {
      jobId,
      from: 0,
      rows: rows.map((row) => used.map((column) => row[column] ?? '')),
    });
    await app.client.call('bulk.endRows', { jobId });
    return jobId;
  } catch (thrown) {
    await app.client.call('bulk.discard', { jobId }).catch(() => undefined);
    throw thrown;
  }
}
