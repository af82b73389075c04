/** A value that is shown. Where the CRM hides it from this user, only what the CRM shows instead. */
export interface ShownValue {
  text: string;
  isMasked: boolean;
}

export interface OpportunityContact {
  id: string;
  name: string;
  phone?: ShownValue | undefined;
  tel?: ShownValue | undefined;
}

/** An opportunity as it was read: plain data that survives messages and storage. Ids are texts. */
export interface Opportunity {
  id: string;
  /**
   * By the document's names, and those of the company's own fields. A field that the record does not hold, or hides
   * from this user, is absent: it is not known, which is not the same as empty (`""`).
   */
  values: Readonly<Record<string, string>>;
  /** The fields that the CRM hides from this user, whose values are therefore absent. */
  hidden: readonly string[];
  /** What people read for a value that is an id or an option: names of stage, source, kind, owner, department, customer. */
  labels: Readonly<Record<string, string>>;
  /** The company's own fields, to show. */
  custom: Readonly<Record<string, ShownValue>>;
  /** Undefined where the CRM does not say. */
  isEditable?: boolean | undefined;
  approval?: { status: string; label: string; isPending: boolean } | undefined;
  /** `YYYY-MM-DD HH:mm`, China's time: two edits within a minute look the same. */
  updatedAt?: string | undefined;
  /** When it falls into the public pool. */
  expectFlowAt?: string | undefined;
  /** The CRM's own words, e.g. 930天未跟进. */
  notRevisitedFor?: string | undefined;
  signPossibility?: string | undefined;
  customFieldTemplateId?: string | undefined;
  contacts: readonly OpportunityContact[];
}

/** The value of a field, undefined when it is not known. */
export function knownValue(opportunity: Opportunity, field: string): string | undefined {
  return Object.hasOwn(opportunity.values, field) ? opportunity.values[field] : undefined;
}
