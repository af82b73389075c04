import * as z from 'zod/mini';
import { errorDataSchema, jobSummarySchema, rowStateSchema, sourceSchema } from './app-state';
import { defineContract } from './contract';
import { draftCountsSchema, draftRowSchema, rowIssueSchema } from './draft-row';

const nothing = z.strictObject({});
const id = z.string().check(z.minLength(1), z.maxLength(128));
const jobId = id;
const index = z.int().check(z.gte(0));
const count = z.number();
const values = z.record(z.string().check(z.maxLength(64)), z.string().check(z.maxLength(4096)));
const channel = z.enum(['call', 'sms', 'mail']);

/** As much as a spreadsheet's cell holds. */
const cell = z.string().check(z.maxLength(32_767));
const cells = z.array(cell).check(z.maxLength(500));
/** The field for each column, in the columns' order; empty for a column that is not used. */
const mapping = z.array(z.string().check(z.maxLength(64))).check(z.maxLength(500));
const pageLimit = z.int().check(z.gte(1), z.lte(200));

const importState = z.object({
  fileName: z.optional(z.string()),
  header: z.array(z.string()),
  /** False when the table's first row is a row like the others; `header` is blank then. */
  hasHeader: z.boolean(),
  /** `header` has our names of fields: the rows came from no table. */
  hasFieldHeader: z.optional(z.boolean()),
  rowsAbove: z.optional(z.number()),
  mapping: z.array(z.string()),
  /** `reading` until `bulk.endRows`, `checking` while the worker looks at the rows, of which `checkedRows` are done. */
  phase: z.enum(['reading', 'checking', 'checked']),
  checkedRows: count,
  ...draftCountsSchema.shape,
});

const estimate = z.object({
  /** Rows that would go. */
  rows: count,
  requests: count,
  /** At least, under the limits known here; a day's quota is not known. */
  seconds: count,
  /** When it would be done if it began now, epoch milliseconds. */
  until: z.number(),
});

const template = z.object({
  id: z.string(),
  operation: z.string(),
  name: z.string(),
  /** Field by the column's header. */
  fields: z.record(z.string(), z.string()),
});
export type MappingTemplate = z.infer<typeof template>;

/** Rows that a person takes out or back in: some, or all that are so. */
const chosenRows = z.union([
  z.array(index).check(z.minLength(1), z.maxLength(10_000)),
  z.enum(['faulty', 'warned', 'excluded', 'hidden']),
]);

const attempt = z.object({
  number: z.number(),
  startedAt: z.number(),
  endedAt: z.optional(z.number()),
  result: z.optional(z.string()),
  error: z.optional(errorDataSchema),
  platformRequestId: z.optional(z.string()),
});

const outcome = z.object({
  at: z.number(),
  reason: z.optional(z.string()),
  value: z.optional(z.string()),
  platform: errorDataSchema.shape.detail.shape.platform,
  /** The fields that the reason is about. */
  fields: z.optional(z.array(z.string())),
  decidedBy: z.optional(z.literal('person')),
});

/**
 * Jobs of many rows, from the first row that was read until they run, and what is read of them afterwards. A draft is
 * a job: it survives closing, and is in the state's list of jobs as `draft`.
 */
export const bulkContract = defineContract({
  /**
   * `shared` is what all rows have in common, a row's own fields included: those count where the row's cell is empty
   * or no column has them.
   */
  'bulk.begin': {
    input: z.strictObject({
      operation: id,
      connectionId: id,
      source: sourceSchema,
      fileName: z.optional(z.string().check(z.maxLength(255))),
      header: cells,
      /** False when the first row of the table is a row like the others; `header` then only tells the columns. */
      hasHeader: z.optional(z.boolean()),
      /** Rows of the source above the header that do not come: places are told as the source has them. */
      rowsAbove: z.optional(z.int().check(z.gte(0), z.lte(1000))),
      mapping,
      shared: z.optional(values),
      channel: z.optional(channel),
    }),
    output: z.object({ jobId: z.string() }),
  },
  /**
   * The rows from position `from` on, counted from 0. The same rows again change nothing; a gap is refused, and so are
   * other rows in a place that is taken (`rows-differ`) and more than the policy allows (`too-many-rows`), excluded ones not counted.
   * `hidden` are the positions in `rows` of those that the spreadsheet does not show: like empty ones they are excluded
   * from the start. `faults` are cells of these rows whose text is not what their author meant; where a column is used,
   * that is a fault of the row until the cell is corrected.
   */
  'bulk.addRows': {
    input: z.strictObject({
      jobId,
      from: index,
      rows: z.array(cells).check(z.minLength(1), z.maxLength(1000)),
      hidden: z.optional(z.array(index).check(z.maxLength(1000))),
      /** Its cells stand in columns of their own: a row wider than the header is none that a separator has moved. */
      isSheet: z.optional(z.boolean()),
      faults: z.optional(
        z
          .array(z.strictObject({ row: index, column: index, reason: z.enum(['formula-without-value']) }))
          .check(z.maxLength(500_000)),
      ),
    }),
    output: z.object({ total: count }),
  },
  /** No more rows come; the worker begins to look at them. */
  'bulk.endRows': { input: z.strictObject({ jobId }), output: nothing },
  /** What is given replaces what was there, and the rows are looked at anew. */
  'bulk.configure': {
    input: z.strictObject({
      jobId,
      connectionId: z.optional(id),
      mapping: z.optional(mapping),
      shared: z.optional(values),
      channel: z.optional(z.nullable(channel)),
      /** 0: the operation's own. */
      rowsPerRequest: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
      hasHeader: z.optional(z.boolean()),
    }),
    output: nothing,
  },
  /** A person opens the draft: the rows are looked at anew where jobs that came or ended since may matter to them. */
  'bulk.refresh': { input: z.strictObject({ jobId }), output: nothing },
  'bulk.read': {
    input: z.strictObject({ jobId }),
    output: z.object({
      summary: jobSummarySchema,
      /** Changes with everything that changes what would be sent. */
      revision: z.number(),
      import: importState,
      shared: values,
      channel: z.optional(channel),
      /** As chosen, or the operation's own. */
      rowsPerRequest: count,
      /** The first rows, to match columns by. */
      sample: z.array(draftRowSchema),
      /** What is wrong with what all rows have in common, or is required and in no column. */
      sharedIssues: z.array(rowIssueSchema),
      estimate,
      /** Whether the dry run of this revision was shown, and whether it must be before it runs. */
      isPreviewed: z.boolean(),
      mustPreview: z.boolean(),
      /** How many rows may go at once; absent without such a policy. */
      mostRows: z.optional(count),
      /** For edits: whether the CRM's options are known here; without them they are checked row by row as they go. */
      areOptionsKnown: z.optional(z.boolean()),
    }),
  },
  'bulk.rows': {
    input: z.strictObject({
      jobId,
      filter: z.enum(['all', 'faulty', 'warned', 'excluded']),
      from: index,
      limit: pageLimit,
    }),
    output: z.object({ rows: z.array(draftRowSchema), next: z.optional(index) }),
  },
  /** One cell whole, to be edited. */
  'bulk.readCell': {
    input: z.strictObject({ jobId, index, column: index }),
    output: z.object({ text: z.string(), original: z.string() }),
  },
  'bulk.editCell': {
    input: z.strictObject({ jobId, index, column: index, text: cell }),
    output: z.object({ row: draftRowSchema, counts: draftCountsSchema }),
  },
  'bulk.exclude': {
    input: z.strictObject({ jobId, rows: chosenRows, excluded: z.boolean() }),
    output: z.object({ counts: draftCountsSchema }),
  },
  /** The exact first request, secrets hidden, and how many there will be. Nothing is sent. */
  'bulk.preview': {
    input: z.strictObject({ jobId }),
    output: z.object({
      revision: z.number(),
      requests: count,
      /** The rows that it carries. */
      rows: z.array(index),
      /** The address, or method and address. */
      head: z.string(),
      lines: z.array(z.tuple([z.string(), z.string()])),
      body: z.optional(z.string()),
      /** With several requests each gets a new one when it leaves: the one shown is an example then. */
      isExampleKey: z.boolean(),
      /** Fields that are sent as the record then holds them, which is not read now. */
      fromRecord: z.array(z.string()),
    }),
  },
  /**
   * A person confirms: rows that are faulty, excluded or at work elsewhere are skipped, the others go after the
   * hold-back. A draft runs once however often this is asked; `revision` is what was confirmed (`draft-changed`).
   */
  'bulk.run': { input: z.strictObject({ jobId, revision: z.number() }), output: z.object({ jobId: z.string() }) },
  /** Forgets a draft; what was confirmed can only be cancelled. */
  'bulk.discard': { input: z.strictObject({ jobId }), output: nothing },
  /** A new draft that puts back what a finished job of edits changed. Rows since changed by others are kept as they are. */
  'bulk.undo': { input: z.strictObject({ jobId }), output: z.object({ jobId: z.string() }) },

  'templates.list': {
    input: z.strictObject({ operation: id }),
    output: z.object({ templates: z.array(template) }),
  },
  /** One of the same operation and name is replaced. */
  'templates.save': {
    input: z.strictObject({
      operation: id,
      name: z.string().check(z.minLength(1), z.maxLength(80)),
      fields: z.record(z.string().check(z.maxLength(255)), z.string().check(z.maxLength(64))),
    }),
    output: z.object({ id: z.string() }),
  },
  'templates.delete': { input: z.strictObject({ id }), output: nothing },

  'job.rows': {
    input: z.strictObject({ jobId, state: z.optional(rowStateSchema), from: index, limit: pageLimit }),
    output: z.object({
      rows: z.array(
        z.object({
          index,
          subject: z.string(),
          /** Personal data masked. */
          values,
          state: rowStateSchema,
          outcome: z.optional(outcome),
          /** The idempotency key it was or is being sent under. */
          key: z.optional(z.string()),
          attempts: z.array(attempt),
        }),
      ),
      next: z.optional(index),
    }),
  },
  /** For the result file and nothing else: cells are whole. */
  'job.resultRows': {
    input: z.strictObject({ jobId, from: index, limit: z.int().check(z.gte(1), z.lte(1000)) }),
    output: z.object({
      /** As wide as the widest row, so that what is put behind it stands in one column. */
      header: z.array(z.string()),
      /** As in a draft. */
      hasFieldHeader: z.optional(z.boolean()),
      rows: z.array(
        z.object({
          index,
          /** As they were imported; a job that was made of a form has its fields in the header's order. */
          cells: z.array(z.string()),
          /** Column and text of the cells that a person corrected before it ran. */
          corrected: z.array(z.object({ column: index, text: z.string() })),
          subject: z.string(),
          state: rowStateSchema,
          outcome: z.optional(outcome),
          key: z.optional(z.string()),
          attempts: count,
          platformRequestId: z.optional(z.string()),
        }),
      ),
      next: z.optional(index),
    }),
  },
  /**
   * A draft of the failed rows, or of those that were cancelled before they left, linked to the job by `retryOf`; while
   * there is one, that one.
   */
  'job.retryFailed': {
    input: z.strictObject({ jobId, rows: z.optional(z.enum(['failed', 'cancelled'])) }),
    output: z.object({ jobId: z.string() }),
  },
  /** As `job.decide`, for all rows of a job that are unknown now; `left` are those that may not be sent again. */
  'job.decideAll': {
    input: z.strictObject({ jobId, choice: z.enum(['mark-succeeded', 'mark-failed', 'send-again']) }),
    output: z.object({ decided: count, left: count }),
  },
  /** Jobs by id, label, connection or an object that one of their rows is about, newest first. */
  'job.search': {
    input: z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(128)) }),
    output: z.object({ jobs: z.array(jobSummarySchema), more: z.boolean() }),
  },
});
