import * as z from 'zod/mini';

const index = z.int().check(z.gte(0));
const count = z.number();

/** Why a row cannot go, beside the reasons of its fields: a key of the catalogues each. */
export const rowReasons = [
  /** A number that a spreadsheet has rounded, e.g. 1.23E+17. */
  'spoilt-id',
  /** An id with `.0` behind it. */
  'decimal-id',
  /** What a spreadsheet shows in place of a value, e.g. #N/A or ####. */
  'error-value',
  /** A formula that the file keeps no value of. */
  'formula-without-value',
  /** More cells than columns: a separator too many. */
  'too-many-cells',
  /** The same object is waiting, on its way or unknown in `atWork`. */
  'at-work',
  /** A warning: `earlier` has done it. */
  'done-earlier',
  /** Warnings: another row of the table, or an earlier job with the same plan, reaches the same number or address. */
  'person-repeated',
  'person-earlier',
  /** Nothing but the record's id is given. */
  'nothing-to-save',
  /** Neither a value nor a label of the field's options. */
  'not-an-option',
  /** Two options have this label: give the value. */
  'ambiguous-option',
  /** The CRM does not let this field be edited, or it is not one. */
  'not-offered',
] as const;

const place = z.object({ jobId: z.string(), at: z.number() });

export const rowIssueSchema = z.object({
  field: z.string(),
  /** A `FieldReason` or a `RowReason`. */
  reason: z.string(),
  others: z.optional(z.array(z.string())),
  /** With it the issue is a warning, which stops nothing. */
  earlier: z.optional(place),
  /** The job that has the same object. */
  atWork: z.optional(place),
});
export type RowIssue = z.infer<typeof rowIssueSchema>;

/** A row of a draft. Phones and addresses are masked; `bulk.readCell` has one whole. */
export const draftRowSchema = z.object({
  index,
  /** As they count now: corrected where a person corrected them. */
  cells: z.array(z.string()),
  /** The columns in which a cell was corrected. */
  corrected: z.array(index),
  /** By column, what was read in a date, a time or an amount that is written another way in its cell. */
  read: z.optional(z.record(z.string(), z.string())),
  subject: z.string(),
  issues: z.array(rowIssueSchema),
  isExcluded: z.boolean(),
  /** Why it is excluded, where no person did it. */
  leftOut: z.optional(z.enum(['hidden', 'empty'])),
});
export type DraftRow = z.infer<typeof draftRowSchema>;

/** What the table counts; rows that are ready = total - faulty - excluded. */
export const draftCountsSchema = z.object({
  total: count,
  faulty: count,
  warned: count,
  excluded: count,
  /** Of the excluded, those that the spreadsheet does not show. */
  hidden: z.optional(count),
});
export type DraftCounts = z.infer<typeof draftCountsSchema>;
