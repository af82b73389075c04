import * as z from 'zod/mini';
import { errorDataSchema, paceSchema, sourceSchema } from './app-state';
import { defineContract } from './contract';
import { sealedSchema } from './sealed';

const nothing = z.strictObject({});
const id = z.string().check(z.minLength(1), z.maxLength(128));
const recordId = z.string().check(z.regex(/^\d{1,20}$/));
/** As long as the CRM has it: a record must not become unreadable for one long note. */
const text = z.string();
const texts = z.record(z.string().check(z.maxLength(64)), text);
const maybeText = z.optional(text);
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

const change = z.object({ field: text, from: maybeText, to: text });
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
const now = opportunitySchema;

/** What became of an edit: see `EditOutcome`. */
export const editOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), ...effect }),
  z.object({ kind: z.literal('partly-refused'), ...effect }),
  z.object({ kind: z.literal('nothing-to-do'), now }),
  z.object({
    kind: z.literal('conflict'),
    conflicts: z.array(z.object({ field: text, before: maybeText, theirs: maybeText, yours: text })),
    now,
  }),
  z.object({ kind: z.literal('not-editable'), error: errorDataSchema, now }),
  z.object({ kind: z.literal('invalid'), issues: z.array(z.object({ field: text, reason: text })) }),
  z.object({
    kind: z.literal('refused'),
    error: errorDataSchema,
    fields: z.array(z.object({ field: text, message: text })),
    results: z.optional(z.array(result)),
  }),
  z.object({
    kind: z.literal('not-processed'),
    error: errorDataSchema,
    retry: z.enum(['wait', 'transient', 'no']),
    until: z.optional(z.number()),
  }),
  z.object({
    kind: z.literal('unknown'),
    error: errorDataSchema,
    changes: z.array(change),
    now,
    after: z.optional(opportunitySchema),
    results: z.optional(z.array(result)),
  }),
]);

const option = z.object({ value: text, label: text, isEnabled: z.boolean() });
export const fieldMapsSchema = z.array(z.object({ field: text, options: z.array(option) }));
const customField = z.object({
  name: text,
  label: text,
  type: text,
  options: z.array(option),
  isRequired: z.boolean(),
  cannotEdit: z.boolean(),
});
export const customGroupsSchema = z.array(z.object({ label: text, fields: z.array(customField) }));

/** What a company made of its CRM: options and own fields; absent where they could not be read. */
const knowledge = z.object({
  maps: z.optional(fieldMapsSchema),
  groups: z.optional(customGroupsSchema),
  /** When the older of the two was read. */
  readAt: z.number(),
  error: z.optional(errorDataSchema),
});

export const sentEditSchema = z.object({ changes: z.array(change), now });

/** What an edit asked, and what became of it. */
export const crmEditSchema = z.object({
  connectionId: id,
  before: opportunitySchema,
  wanted: texts,
  origin: z.enum(['person', 'undo']),
  /** Written down just before the edit left: what it asks, and the record that it replaces. */
  sent: z.optional(sentEditSchema),
  outcome: z.optional(editOutcomeSchema),
});
export type CrmEdit = z.infer<typeof crmEditSchema>;

export const ikcrmInputSchema = z.strictObject({
  id,
  platform: z.literal('ikcrm'),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  baseUrl: z.string().check(z.maxLength(500)),
  /** Absent: as it is stored. */
  pace: z.optional(paceSchema),
});
export type IkcrmInput = z.infer<typeof ikcrmInputSchema>;

const credentials = z.strictObject({
  login: z.string().check(z.minLength(1), z.maxLength(200)),
  password: sealedSchema,
  corpId: z.optional(z.string().check(z.maxLength(200))),
});

export const ikcrmCheckSchema = z.object({
  part: z.enum(['address', 'token', 'permission']),
  state: z.enum(['ok', 'wrong', 'not-checked']),
  error: z.optional(errorDataSchema),
});
export type IkcrmCheck = z.infer<typeof ikcrmCheckSchema>;

/** What pages may ask about a REST CRM. Its token comes in sealed and never goes out; a password is used once and kept nowhere. */
export const crmContract = defineContract({
  /** An absent token: keep what is stored. */
  'crm.saveConnection': {
    input: z.strictObject({ connection: ikcrmInputSchema, token: z.optional(sealedSchema) }),
    output: nothing,
  },
  /** Signs in, and saves the connection with the token that this gave. Needs the vault open before it signs in. */
  'crm.signIn': { input: z.strictObject({ connection: ikcrmInputSchema, credentials }), output: nothing },
  'crm.testConnection': {
    input: z.strictObject({ connection: ikcrmInputSchema, token: z.optional(sealedSchema) }),
    output: z.object({ checks: z.array(ikcrmCheckSchema) }),
  },
  /** The record as it is now, and what the company made of its CRM, from the cache unless `isFresh`. */
  'crm.read': {
    input: z.strictObject({ connectionId: id, opportunityId: recordId, isFresh: z.optional(z.boolean()) }),
    output: z.object({ opportunity: opportunitySchema, refusal: z.optional(errorDataSchema), knowledge }),
  },
  /** What is kept of the company's ways, without asking the CRM. */
  'crm.readKnowledge': {
    input: z.strictObject({ connectionId: id, templateId: maybeText }),
    output: z.object({ knowledge }),
  },
  /** Makes the job that writes; `before` is the record as the person saw it. `created` as with `job.create`. */
  'crm.edit': {
    input: z.strictObject({
      connectionId: id,
      intentId: z.string().check(z.regex(/^[\w-]{8,64}$/)),
      source: sourceSchema,
      before: opportunitySchema,
      wanted: texts,
      origin: z.enum(['person', 'undo']),
    }),
    output: z.object({ jobId: z.string(), created: z.boolean() }),
  },
  /** The exact request, token hidden. Nothing is sent. */
  'crm.preview': {
    input: z.strictObject({ connectionId: id, before: opportunitySchema, wanted: texts }),
    output: z.object({ head: text, lines: z.array(z.tuple([text, text])), body: text }),
  },
  'crm.readEdit': { input: z.strictObject({ jobId: id }), output: z.object({ edit: z.optional(crmEditSchema) }) },
  /** What can be put back of a saved edit, by the record as it is now. Writes nothing. */
  'crm.planUndo': {
    input: z.strictObject({ jobId: id }),
    output: z.object({
      now,
      restore: texts,
      refused: z.array(
        z.object({
          field: text,
          reason: z.enum(['changed-since', 'before-not-known', 'cannot-be-empty']),
          before: maybeText,
          left: maybeText,
          is: maybeText,
        }),
      ),
    }),
  },
});
