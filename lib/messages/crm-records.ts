import * as z from 'zod/mini';
import { errorDataSchema } from './app-state';

export const recordId = z.string().check(z.regex(/^\d{1,20}$/));
/** As long as the CRM has it: a record must not become unreadable for one long note. */
export const text = z.string();
export const texts = z.record(z.string().check(z.maxLength(64)), text);
export const maybeText = z.optional(text);
const shown = z.object({ text, isMasked: z.boolean() });

/** A record as the worker read it: see `Opportunity`. */
export const opportunitySchema = z.object({
  id: recordId,
  values: texts,
  hidden: z.array(text),
  labels: texts,
  custom: z.record(text, shown),
  isEditable: z.optional(z.boolean()),
  approval: z.optional(z.object({ status: text, label: text, isPending: z.boolean() })),
  updatedAt: maybeText,
  expectFlowAt: maybeText,
  notRevisitedFor: maybeText,
  signPossibility: maybeText,
  customFieldTemplateId: maybeText,
  contacts: z.array(z.object({ id: text, name: text, phone: z.optional(shown), tel: z.optional(shown) })),
});

export const change = z.object({ field: text, from: maybeText, to: text });
const result = z.object({
  field: text,
  from: maybeText,
  wanted: text,
  is: maybeText,
  state: z.enum(['saved', 'refused', 'changed-by-crm', 'not-shown']),
});
const effect = {
  results: z.array(result),
  alsoChanged: z.array(change),
  now: opportunitySchema,
  after: opportunitySchema,
  settledBy: z.enum(['answer', 'reading']),
};

const conflict = z.object({ field: text, before: maybeText, theirs: maybeText, yours: text });
const refused = z.object({
  kind: z.literal('refused'),
  error: errorDataSchema,
  fields: z.array(z.object({ field: text, message: text })),
  results: z.optional(z.array(result)),
});
const notProcessed = z.object({
  kind: z.literal('not-processed'),
  error: errorDataSchema,
  retry: z.enum(['wait', 'transient', 'no']),
  until: z.optional(z.number()),
});

/** What became of an edit: see `EditOutcome`. */
export const editOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), ...effect }),
  z.object({ kind: z.literal('partly-refused'), ...effect }),
  z.object({ kind: z.literal('nothing-to-do'), now: opportunitySchema }),
  z.object({ kind: z.literal('conflict'), conflicts: z.array(conflict), now: opportunitySchema }),
  z.object({ kind: z.literal('not-editable'), error: errorDataSchema, now: opportunitySchema }),
  z.object({ kind: z.literal('invalid'), issues: z.array(z.object({ field: text, reason: text })) }),
  refused,
  notProcessed,
  z.object({
    kind: z.literal('unknown'),
    error: errorDataSchema,
    changes: z.array(change),
    now: opportunitySchema,
    after: z.optional(opportunitySchema),
    results: z.optional(z.array(result)),
  }),
]);

/** See `FollowUp`. */
export const followUpSchema = z.object({
  content: text,
  stage: maybeText,
  realRevisitAt: maybeText,
  remindAt: maybeText,
  category: maybeText,
});

/** What became of a follow-up: see `FollowUpOutcome`. */
export const followUpOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('written'), logId: maybeText, stage: z.optional(result), now: opportunitySchema }),
  z.object({ kind: z.literal('stage-changed'), conflict, now: opportunitySchema }),
  z.object({ kind: z.literal('not-editable'), error: errorDataSchema, now: opportunitySchema }),
  refused,
  notProcessed,
  z.object({
    kind: z.literal('unknown'),
    error: errorDataSchema,
    now: opportunitySchema,
    after: z.optional(opportunitySchema),
  }),
]);
