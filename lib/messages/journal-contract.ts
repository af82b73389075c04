import * as z from 'zod/mini';
import { operatorSchema } from './app-state';
import { defineContract } from './contract';

const sequence = z.int().check(z.gte(0));
const word = z.optional(z.string().check(z.maxLength(64)));

const filterSchema = z.strictObject({
  /** Part of an id (object, request_id, key, job), or an entry's whole number. */
  search: z.optional(z.string().check(z.maxLength(128))),
  event: word,
  operation: word,
  outcome: word,
  /** Part of an operator's id or name. */
  operator: z.optional(z.string().check(z.maxLength(80))),
  /** Epoch milliseconds: the first that counts, and the first that no longer does. */
  from: z.optional(z.int()),
  to: z.optional(z.int()),
});
export type JournalFilter = z.infer<typeof filterSchema>;

const entrySchema = z.object({
  sequence: z.number(),
  at: z.number(),
  event: z.string(),
  jobId: z.optional(z.string()),
  operation: z.optional(z.string()),
  connection: z.optional(z.object({ id: z.string(), name: z.string(), endpoint: z.string(), appKey: z.string() })),
  operator: z.optional(operatorSchema),
  subject: z.optional(z.string()),
  /** Instead of `subject`: everything that one request was about. */
  subjects: z.optional(z.array(z.string())),
  memo: z.optional(z.string()),
  key: z.optional(z.string()),
  attempt: z.optional(z.number()),
  outcome: z.optional(z.string()),
  error: z.optional(z.string()),
  platformRequestId: z.optional(z.string()),
  note: z.optional(z.string()),
  previousHash: z.string(),
  hash: z.string(),
});
export type JournalEntry = z.infer<typeof entrySchema>;

const upToSchema = z.strictObject({ sequence, hash: z.string().check(z.maxLength(64)) });

/** How far an export has come; the page hands it back as it was. */
const cursorSchema = z.strictObject({
  exportedAt: z.string().check(z.maxLength(32)),
  filter: z.optional(filterSchema),
  after: sequence,
  upTo: sequence,
  entries: sequence,
  lastSequence: sequence,
  lastHash: z.string().check(z.maxLength(64)),
  closedRuns: z.string(),
  runFrom: sequence,
});

export const journalContract = defineContract({
  /**
   * Entries newest first. One call looks at a bounded part of the journal: with `next`, ask again with `before: next`,
   * even where nothing was found so far. `newest` is the newest entry's number, whatever the filter.
   */
  'journal.read': {
    input: z.strictObject({
      before: z.optional(sequence),
      after: z.optional(sequence),
      jobId: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
      filter: z.optional(filterSchema),
    }),
    output: z.object({ entries: z.array(entrySchema), next: z.optional(z.number()), newest: z.number() }),
  },
  /** Recomputes a part of the chain; with `next`, ask again with `from: next`. `brokenAt` is the first entry that does not fit. */
  'journal.verify': {
    input: z.strictObject({ from: z.optional(z.strictObject({ ...upToSchema.shape, of: z.optional(z.number()) })) }),
    output: z.object({
      entries: z.number(),
      brokenAt: z.optional(z.number()),
      problem: z.optional(z.enum(['changed', 'missing', 'unlinked', 'cut-off', 'rewritten'])),
      next: z.optional(z.object({ sequence: z.number(), hash: z.string(), of: z.number() })),
    }),
  },
  /**
   * A part of the file, whole lines. The first call, without a cursor, writes the export down in the journal; while
   * there is `more`, ask again with the cursor.
   */
  'journal.export': {
    input: z.strictObject({ filter: z.optional(filterSchema), cursor: z.optional(cursorSchema) }),
    output: z.object({ text: z.string(), cursor: cursorSchema, more: z.boolean() }),
  },
});
