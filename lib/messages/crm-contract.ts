import * as z from 'zod/mini';
import { errorDataSchema, paceSchema, sourceSchema } from './app-state';
import { defineContract } from './contract';
import {
  change,
  editOutcomeSchema,
  followUpOutcomeSchema,
  followUpSchema,
  maybeText,
  opportunitySchema,
  recordId,
  text,
  texts,
} from './crm-records';
import { sealedSchema } from './sealed';

const nothing = z.strictObject({});
const id = z.string().check(z.minLength(1), z.maxLength(128));
const intentId = z.string().check(z.regex(/^[\w-]{8,64}$/));
const created = z.object({ jobId: z.string(), created: z.boolean() });

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

export const sentEditSchema = z.object({ changes: z.array(change), now: opportunitySchema });

/** What an edit asked, and what became of it. */
export const crmEditSchema = z.object({
  connectionId: id,
  before: opportunitySchema,
  wanted: texts,
  origin: z.enum(['person', 'undo']),
  /** Written down just before the edit left: what it asks, and the record that it replaces. */
  sent: z.optional(sentEditSchema),
  outcome: z.optional(editOutcomeSchema),
  /** Becomes a job of its own once all of the edit is saved; until then nothing of it has been sent. */
  followUp: z.optional(followUpSchema),
  followUpJobId: z.optional(id),
});
export type CrmEdit = z.infer<typeof crmEditSchema>;

/** What a follow-up asked, and what became of it. */
export const crmFollowUpSchema = z.object({
  connectionId: id,
  before: opportunitySchema,
  followUp: followUpSchema,
  /** Written down just before it left: the record at that time. */
  sent: z.optional(z.object({ now: opportunitySchema })),
  outcome: z.optional(followUpOutcomeSchema),
});
export type CrmFollowUp = z.infer<typeof crmFollowUpSchema>;

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
  /**
   * Makes the job that writes; `before` is the record as the person saw it. `created` as with `job.create`. The
   * follow-up comes after it, if it was saved.
   */
  'crm.edit': {
    input: z.strictObject({
      connectionId: id,
      intentId,
      source: sourceSchema,
      before: opportunitySchema,
      wanted: texts,
      origin: z.enum(['person', 'undo']),
      followUp: z.optional(followUpSchema),
    }),
    output: created,
  },
  /** Makes the job that writes a follow-up alone; `afterJobId` is the edit that it was to come after. */
  'crm.followUp': {
    input: z.strictObject({
      connectionId: id,
      afterJobId: z.optional(id),
      intentId,
      source: sourceSchema,
      before: opportunitySchema,
      followUp: followUpSchema,
    }),
    output: created,
  },
  'crm.readFollowUp': {
    input: z.strictObject({ jobId: id }),
    output: z.object({ written: z.optional(crmFollowUpSchema) }),
  },
  /** The exact requests in their order, token hidden. Nothing is sent. */
  'crm.preview': {
    input: z.strictObject({
      connectionId: id,
      before: opportunitySchema,
      wanted: texts,
      followUp: z.optional(followUpSchema),
    }),
    output: z.object({
      requests: z.array(z.object({ head: text, lines: z.array(z.tuple([text, text])), body: text })),
    }),
  },
  'crm.readEdit': { input: z.strictObject({ jobId: id }), output: z.object({ edit: z.optional(crmEditSchema) }) },
  /** What can be put back of a saved edit, by the record as it is now. Writes nothing. */
  'crm.planUndo': {
    input: z.strictObject({ jobId: id }),
    output: z.object({
      now: opportunitySchema,
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
