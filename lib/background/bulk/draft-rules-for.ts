import { crmEditOperation } from '@/lib/background/crm-operation';
import type { DraftRules, RulesFor } from '@/lib/jobs/drafts/draft-rules';
import { checkValues } from '@/lib/operations/check-values';
import { completeRow } from '@/lib/operations/complete-row';
import type { RowValues } from '@/lib/operations/field';
import type { Operation } from '@/lib/operations/operation';
import type { Database } from '@/lib/storage/open-database';
import type { JobRecord } from '@/lib/storage/schema';
import { readWrittenTime } from '@/lib/time/written-time';
import { crmDraftRules } from './crm-draft-rules';
import { peopleRules } from './people-rules';
import { withSpoilt } from './with-spoilt';

/** What the rows of a draft are held against, whatever its operation. */
export function createRulesFor(parts: { database: Database; operations: ReadonlyMap<string, Operation> }): RulesFor {
  return async (job) => {
    if (job.undoOf) return givenRules;
    if (job.operation === crmEditOperation.id) return crmDraftRules(parts.database, job);
    const operation = parts.operations.get(job.operation);
    if (!operation) throw new Error(`No operation is called ${job.operation}.`);
    return operationRules(operation, job);
  };
}

/** Rows that put back what was there before: they were never typed, and the record decides when they go. */
const givenRules: DraftRules = {
  subjectField: 'id',
  uniqueFields: ['id'],
  warnsOfEarlier: false,
  checkRow: (values) => ({ values, issues: [] }),
};

function operationRules(operation: Operation, job: JobRecord): DraftRules {
  const unique = Object.keys(operation.fields).filter((name) => operation.fields[name]?.unique);
  return {
    subjectField: operation.subjectField,
    uniqueFields: [...new Set([operation.subjectField, ...unique])],
    people: peopleRules(operation),
    warnsOfEarlier: true,
    checkRow(values, index) {
      const completed = completeRow(operation, withTimes(operation, values), { key: job.intentId, index });
      const issues = checkValues(operation, completed, { channel: job.channel });
      return { values: completed, issues: withSpoilt(operation.fields, values, issues) };
    },
  };
}

/** Times as spreadsheets write them, in the documents' form. */
function withTimes({ fields }: Operation, values: RowValues): RowValues {
  const times = Object.keys(values).filter((name) => fields[name]?.format === 'china-time');
  return { ...values, ...Object.fromEntries(times.map((name) => [name, readWrittenTime(values[name] ?? '')])) };
}
