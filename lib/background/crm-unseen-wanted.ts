import type { ChangeIssue } from '@/lib/opportunities/check-changes';
import type { FieldResult } from '@/lib/opportunities/compare-after';
import { findField, isCustomKey } from '@/lib/opportunities/field';
import { findOption } from '@/lib/opportunities/find-option';
import type { Opportunity } from '@/lib/opportunities/opportunity';
import type { CallCrm } from '@/lib/opportunities/read-record';
import { planUndo, type UndoRefusal } from '@/lib/opportunities/undo-plan';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, RowRecord } from '@/lib/storage/schema';
import { readCrmEdit } from './crm-edits';
import { type CrmKnowledge, readKeptKnowledge, readKnowledge } from './crm-knowledge';

/** What is known of the company's options and own fields; the CRM is asked where a value may be a label of one. */
export async function knowledgeFor(
  parts: { database: Database; call: CallCrm; clock: () => number },
  { job, row, now }: { job: JobRecord; row: RowRecord; now: Opportunity },
): Promise<Pick<CrmKnowledge, 'maps' | 'groups'>> {
  const connection = { id: job.connection.id, baseUrl: job.connection.endpoint };
  const asked = { connection, templateId: now.customFieldTemplateId };
  const kept = await readKeptKnowledge(parts.database, asked);
  const fields = job.undoOf ? [] : Object.keys(row.values);
  const isMissing = fields.some((field) => (hasOptions(field) && !kept.maps) || (isCustomKey(field) && !kept.groups));
  return isMissing ? readKnowledge(parts, asked) : kept;
}

/** The row's values as they are sent: an option that was given by its label, by its value. */
export function wantedOf({ values }: RowRecord, { maps, groups = [] }: Pick<CrmKnowledge, 'maps' | 'groups'>) {
  const { id: _, ...typed } = values;
  const customs = groups.flatMap(({ fields }) => fields);
  const wanted: Record<string, string> = {};
  const issues: ChangeIssue[] = [];
  for (const [field, text] of Object.entries(typed)) {
    const options = maps?.find((map) => map.field === field) ?? customs.find(({ name }) => name === field);
    const { value = text, reason } = findOption(options?.options ?? [], text);
    wanted[field] = value;
    // Without the list a label would be written as if it were an option's value, which is a number.
    if (reason === 'ambiguous-option') issues.push({ field, reason });
    else if (hasOptions(field) && !maps && !/^\d*$/.test(value)) issues.push({ field, reason: 'not-an-option' });
  }
  return { wanted, issues };
}

function hasOptions(field: string): boolean {
  return findField(field)?.options === 'field-map';
}

/** What became of the edit that a row takes back; undefined where it was cleared with its job. */
export async function readUndone(
  database: Database,
  { job, row }: { job: JobRecord; row: RowRecord },
): Promise<readonly FieldResult[] | undefined> {
  const undone = job.undoOf === undefined ? undefined : await readCrmEdit(database, job.undoOf, row.earlierIndex);
  return undone?.outcome && 'results' in undone.outcome ? undone.outcome.results : undefined;
}

/** What is put back of it, by the record as it is now. */
export async function planRowUndo(
  database: Database,
  place: { job: JobRecord; row: RowRecord; now: Opportunity },
): Promise<{ restore: Record<string, string>; refused: UndoRefusal[] }> {
  const { restore, refused } = planUndo((await readUndone(database, place)) ?? [], place.now);
  return { restore: { ...restore }, refused };
}
