import { isSameValue, readTypedField } from './field';
import { knownValue, type Opportunity } from './opportunity';

/** What a person wants a record to hold: field names and texts, only of the fields in question. */
export type WantedValues = Readonly<Record<string, string>>;

export interface Change {
  field: string;
  /** Undefined when it is not known what the record held. */
  from?: string | undefined;
  /** As it is sent; the empty text clears the field. */
  to: string;
}

/** A field that somebody else changed to something else meanwhile. */
export interface Conflict {
  field: string;
  before?: string | undefined;
  theirs?: string | undefined;
  yours: string;
}

/** What would be changed. Amounts, blanks at the ends and line breaks that mean the same are no change. */
export function difference(before: Opportunity, wanted: WantedValues): Change[] {
  return Object.entries(wanted).flatMap(([field, text]) => {
    const from = knownValue(before, field);
    const to = readTypedField(field, text);
    const isStillEmpty = from === undefined && to === '';
    return isSameValue(field, from, to) || isStillEmpty ? [] : [{ field, from, to }];
  });
}

/** The edited fields that hold neither what they held when the edit began nor what is wanted. */
export function findConflicts(before: Opportunity, now: Opportunity, wanted: WantedValues): Conflict[] {
  return difference(before, wanted).flatMap(({ field, from, to }) => {
    const theirs = knownValue(now, field);
    const isUntouched = isSameValue(field, theirs, from) || isSameValue(field, theirs, to);
    return isUntouched ? [] : [{ field, before: from, theirs, yours: to }];
  });
}

/** What changed between two readings, but for the fields named. */
export function changedBetween(before: Opportunity, after: Opportunity, except: readonly string[] = []): Change[] {
  return Object.entries(after.values).flatMap(([field, to]) => {
    const from = knownValue(before, field);
    if (except.includes(field) || from === undefined || isSameValue(field, from, to)) return [];
    return [{ field, from, to }];
  });
}
