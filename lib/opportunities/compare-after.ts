import { type Change, changedBetween } from './difference';
import { isSameValue } from './field';
import { knownValue, type Opportunity } from './opportunity';

/** What became of one edited field. */
export interface FieldResult {
  field: string;
  /** What it held just before the edit. */
  from?: string | undefined;
  wanted: string;
  /** What it holds now. */
  is?: string | undefined;
  /**
   * `refused`: the CRM left it as it was. `changed-by-crm`: it now holds something else than either. `not-shown`: the
   * record does not say.
   */
  state: 'saved' | 'refused' | 'changed-by-crm' | 'not-shown';
}

export interface EditComparison {
  results: FieldResult[];
  /** Fields that nobody asked to change here: a workflow's doing, or a colleague's. */
  alsoChanged: Change[];
}

/** Compares what was asked with what is there. `now` is the record just before the edit. */
export function compareAfter(changes: readonly Change[], now: Opportunity, after: Opportunity): EditComparison {
  const fields = changes.map(({ field }) => field);
  return { results: compareFields(changes, after), alsoChanged: changedBetween(now, after, fields) };
}

export function compareFields(changes: readonly Change[], after: Opportunity): FieldResult[] {
  return changes.map(({ field, from, to }) => {
    const is = knownValue(after, field);
    return { field, from, wanted: to, is, state: stateOf(field, { from, to, is }) };
  });
}

function stateOf(
  field: string,
  { from, to, is }: { from: string | undefined; to: string; is: string | undefined },
): FieldResult['state'] {
  if (is === undefined) return 'not-shown';
  if (isSameValue(field, is, to)) return 'saved';
  return isSameValue(field, is, from) ? 'refused' : 'changed-by-crm';
}
