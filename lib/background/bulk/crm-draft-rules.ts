import { readKeptKnowledge } from '@/lib/background/crm-knowledge';
import type { DraftRules } from '@/lib/jobs/drafts/draft-rules';
import { updateOpportunity } from '@/lib/operations/update-opportunity';
import { checkChange, checkOwnField } from '@/lib/opportunities/check-changes';
import { isDayType } from '@/lib/opportunities/custom-fields';
import { readTypedField } from '@/lib/opportunities/field';
import type { FieldOption } from '@/lib/opportunities/field-options';
import { findOption } from '@/lib/opportunities/find-option';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord, StoredRowIssue } from '@/lib/storage/schema';
import { readWrittenDay } from '@/lib/time/written-time';
import { withSpoilt } from './with-spoilt';

/**
 * Rows of edits: the record's id, and what is to stand in its fields. Options may be given by label or by value, where
 * the CRM's options are known here; what is not known is checked against the record when the row goes.
 */
export async function crmDraftRules(database: Database, job: JobRecord): Promise<DraftRules> {
  const { maps = [], groups = [] } = await readKeptKnowledge(database, { connection: connectionOf(job) });
  const customs = new Map(groups.flatMap(({ fields }) => fields).map((field) => [field.name, field]));
  const optionsOf = new Map<string, readonly FieldOption[]>(maps.map(({ field, options }) => [field, options]));
  for (const { name, options } of customs.values()) optionsOf.set(name, options);
  return {
    subjectField: 'id',
    uniqueFields: ['id'],
    warnsOfEarlier: false,
    checkRow({ id = '', ...typed }) {
      const issues: StoredRowIssue[] = [...checkId(id)];
      const values: Record<string, string> = { id };
      for (const [field, text] of Object.entries(typed)) {
        const custom = customs.get(field);
        const typedValue = custom && isDayType(custom.type) ? readWrittenDay(text) : readTypedField(field, text);
        const { value = typedValue, reason } = findOption(optionsOf.get(field) ?? [], text);
        values[field] = value;
        const fault = reason ?? (custom && checkOwnField(custom, value)) ?? checkChange(field, value);
        if (fault) issues.push({ field, reason: fault });
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

/** Whether options can be checked before the rows go. */
export async function areOptionsKnown(database: Database, job: JobRecord): Promise<boolean> {
  return (await readKeptKnowledge(database, { connection: connectionOf(job) })).maps !== undefined;
}

function connectionOf({ connection }: JobRecord): { id: string; baseUrl: string } {
  return { id: connection.id, baseUrl: connection.endpoint };
}
