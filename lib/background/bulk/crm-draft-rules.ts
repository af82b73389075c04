import { readKeptKnowledge } from '@/lib/background/crm-knowledge';
import type { DraftRules } from '@/lib/jobs/drafts/draft-rules';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import { checkChange } from '@/lib/opportunities/check-changes';
import { readTypedField } from '@/lib/opportunities/field';
import type { FieldOption } from '@/lib/opportunities/field-options';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, StoredRowIssue } from '@/lib/storage/schema';
import { withSpoilt } from './with-spoilt';

/**
 * Rows of edits: the record's id, and what is to stand in its fields. Options may be given by label or by value, where
 * the CRM's options are known here; what is not known is checked against the record when the row goes.
 */
export async function crmDraftRules(database: Database, job: JobRecord): Promise<DraftRules> {
  const connection = { id: job.connection.id, baseUrl: job.connection.endpoint };
  const { maps = [] } = await readKeptKnowledge(database, { connection });
  const optionsOf = new Map(maps.map(({ field, options }) => [field, options]));
  return {
    subjectField: 'id',
    uniqueFields: ['id'],
    warnsOfEarlier: false,
    checkRow({ id = '', ...typed }) {
      const issues: StoredRowIssue[] = [...checkId(id)];
      const values: Record<string, string> = { id };
      for (const [field, text] of Object.entries(typed)) {
        const option = findOption(optionsOf.get(field) ?? [], text);
        values[field] = 'value' in option ? option.value : readTypedField(field, text);
        const reason = 'reason' in option ? option.reason : checkChange(field, values[field]);
        if (reason) issues.push({ field, reason });
      }
      if (Object.keys(typed).length === 0) issues.push({ field: '', reason: 'nothing-to-save' });
      return { values, issues: withSpoilt(updateOpportunity.fields, values, issues) };
    },
  };
}

function checkId(id: string): StoredRowIssue[] {
  if (id === '') return [{ field: 'id', reason: 'required' }];
  return /^\d{1,20}$/.test(id) ? [] : [{ field: 'id', reason: 'not-a-whole-number' }];
}

/** The option that a cell means; a field without known options is a field to type in. */
function findOption(
  options: readonly FieldOption[],
  text: string,
): { value: string } | { reason: string } | Record<never, never> {
  if (options.length === 0) return {};
  if (options.some(({ value }) => value === text)) return { value: text };
  const named = options.filter(({ label, isEnabled }) => isEnabled && label === text);
  const [only, another] = named;
  if (another) return { reason: 'ambiguous-option' };
  return only ? { value: only.value } : { reason: 'not-an-option' };
}

/** Whether options can be checked before the rows go. */
export async function areOptionsKnown(database: Database, job: JobRecord): Promise<boolean> {
  const connection = { id: job.connection.id, baseUrl: job.connection.endpoint };
  return (await readKeptKnowledge(database, { connection })).maps !== undefined;
}
