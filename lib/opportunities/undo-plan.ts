import type { FieldResult } from './compare-after';
import type { WantedValues } from './difference';
import { canBeEmpty, isSameValue } from './field';
import { knownValue, type Opportunity } from './opportunity';

export interface UndoRefusal {
  field: string;
  /** `changed-since`: somebody changed it after the edit. `before-not-known`: there is nothing to go back to. `cannot-be-empty`: it was empty, and cannot be emptied. */
  reason: 'changed-since' | 'before-not-known' | 'cannot-be-empty';
  before?: string | undefined;
  /** What the edit left there. */
  left?: string | undefined;
  is?: string | undefined;
}

export interface UndoPlan {
  /** What to ask for: an edit like any other, with `current` as its beginning. */
  restore: WantedValues;
  refused: UndoRefusal[];
}

/** What can be put back of an edit, by its results as they were kept and the record as it is now. */
export function planUndo(results: readonly FieldResult[], current: Opportunity): UndoPlan {
  const restore: Record<string, string> = {};
  const refused: UndoRefusal[] = [];
  for (const result of results) {
    const { field, from, is: left } = result;
    const is = knownValue(current, field);
    const isDone = result.state === 'saved' || result.state === 'changed-by-crm';
    if (!isDone || (from !== undefined && isSameValue(field, is, from))) continue;
    const reason = refuseUndo(result, is);
    if (reason) refused.push({ field, reason, before: from, left, is });
    else restore[field] = from ?? '';
  }
  return { restore, refused };
}

function refuseUndo({ field, from, is: left }: FieldResult, is: string | undefined): UndoRefusal['reason'] | undefined {
  if (!isSameValue(field, is, left)) return 'changed-since';
  if (from === undefined) return 'before-not-known';
  return from.trim() === '' && !canBeEmpty(field) ? 'cannot-be-empty' : undefined;
}
