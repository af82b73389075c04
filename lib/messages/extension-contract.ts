import * as z from 'zod/mini';
import {
  appStateSchema,
  defaultsSchema,
  errorDataSchema,
  jobSummarySchema,
  operatorSchema,
  paceSchema,
  preferencesSchema,
  rowCountsSchema,
  rowStateSchema,
  sourceSchema,
} from './app-state';
import { bulkContract } from './bulk-contract';
import { defineContract, type InputOf, type OutputOf } from './contract';
import { crmContract } from './crm-contract';
import { imContract } from './im-contract';
import { journalContract } from './journal-contract';
import { tabContextSchema } from './page-context';
import { pageRulesContract } from './page-rules-contract';
import { recordContract } from './record-contract';
import { sealedSchema, sealKeySchema } from './sealed';
import { teachContract } from './teach-contract';

const nothing = z.strictObject({});
const id = z.string().check(z.minLength(1), z.maxLength(128));
const text = z.string().check(z.maxLength(4096));
/** It becomes the idempotency key of a single click, so it fits the documents' String keys. */
const intentId = z.string().check(z.regex(/^[\w-]{8,64}$/));
const values = z.record(z.string().check(z.maxLength(64)), text);

const channel = z.enum(['call', 'sms', 'mail']);
/** The largest batch of one job. */
const rows = z.array(values).check(z.minLength(1), z.maxLength(500));

const outcome = z.object({
  at: z.number(),
  reason: z.optional(z.string()),
  value: z.optional(z.string()),
  platform: errorDataSchema.shape.detail.shape.platform,
  decidedBy: z.optional(z.literal('person')),
});

export const jobDetailSchema = z.object({
  summary: jobSummarySchema,
  /** What the rows have in common. */
  shared: z.optional(values),
  channel: z.optional(channel),
  rows: z.array(
    z.object({
      index: z.number(),
      subject: z.string(),
      /** Personal data masked. */
      values,
      state: rowStateSchema,
      outcome: z.optional(outcome),
      /** The idempotency key it was or is being sent under. */
      key: z.optional(z.string()),
      attempts: z.array(
        z.object({
          number: z.number(),
          startedAt: z.number(),
          endedAt: z.optional(z.number()),
          result: z.optional(z.string()),
          error: z.optional(errorDataSchema),
          platformRequestId: z.optional(z.string()),
        }),
      ),
    }),
  ),
});
export type JobDetail = z.infer<typeof jobDetailSchema>;

const draft = z.object({
  intentId,
  /** The fields of a single row, or what several rows share. */
  values,
  rows: z.optional(z.array(values).check(z.maxLength(500))),
  channel: z.optional(channel),
  /** The connection that was chosen for it. */
  connectionId: z.optional(id),
  label: z.optional(text),
  source: sourceSchema,
});
export type Draft = z.infer<typeof draft>;

export const connectionInputSchema = z.strictObject({
  id,
  platform: z.literal('top'),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  endpoint: z.string().check(z.maxLength(500)),
  appKey: z.string().check(z.maxLength(64)),
  signMethod: z.enum(['hmac-sha256', 'hmac', 'md5']),
  /** Absent: as it is stored. */
  pace: z.optional(paceSchema),
});
export type ConnectionInput = z.infer<typeof connectionInputSchema>;

/** Absent: keep what is stored. */
const secretsInput = z.strictObject({ appSecret: z.optional(sealedSchema), session: z.optional(sealedSchema) });

export const connectionCheckSchema = z.object({
  part: z.enum(['endpoint', 'appKey', 'permission', 'secret', 'session', 'clock']),
  state: z.enum(['ok', 'wrong', 'not-checked']),
  error: z.optional(errorDataSchema),
});
export type ConnectionCheck = z.infer<typeof connectionCheckSchema>;

/** What extension pages may ask of the worker. Secrets come in sealed and never go out. */
export const extensionContract = defineContract({
  'app.read': { input: nothing, output: appStateSchema },
  /** Sends what is due; a surface calls it when a hold-back it shows has ended. */
  'app.wake': { input: nothing, output: nothing },

  'tab.read': { input: z.strictObject({ tabId: z.number() }), output: tabContextSchema },
  /** After the page itself was granted: registers the reader for the origin. */
  'site.enable': { input: z.strictObject({ origin: text, name: z.string().check(z.maxLength(80)) }), output: nothing },
  'site.disable': { input: z.strictObject({ origin: text }), output: nothing },

  'vault.sealKey': { input: nothing, output: sealKeySchema },
  'vault.create': {
    input: z.strictObject({ mode: z.enum(['passphrase', 'device']), passphrase: z.optional(sealedSchema) }),
    output: nothing,
  },
  'vault.unlock': { input: z.strictObject({ passphrase: z.optional(sealedSchema) }), output: nothing },
  'vault.lock': { input: nothing, output: nothing },
  /** Changes passphrase or mode; needs the current passphrase where there is one. */
  'vault.change': {
    input: z.strictObject({
      mode: z.enum(['passphrase', 'device']),
      current: z.optional(sealedSchema),
      passphrase: z.optional(sealedSchema),
    }),
    output: nothing,
  },
  /** Forgets every stored secret, for somebody who forgot the passphrase. Connections, jobs and journal stay. */
  'vault.reset': { input: nothing, output: nothing },

  'connection.save': {
    input: z.strictObject({ connection: connectionInputSchema, secrets: secretsInput }),
    output: nothing,
  },
  'connection.delete': { input: z.strictObject({ id }), output: nothing },
  /** Tests what the form holds, before it is saved; a secret left empty is taken from the vault. */
  'connection.test': {
    input: z.strictObject({ connection: connectionInputSchema, secrets: secretsInput }),
    output: z.object({ checks: z.array(connectionCheckSchema) }),
  },

  'preferences.save': { input: preferencesSchema, output: nothing },
  'defaults.save': { input: z.strictObject({ operator: operatorSchema, defaults: defaultsSchema }), output: nothing },
  /** The file's text, sealed since it may hold secrets. Refused whole, with the path, or taken whole. */
  'settings.import': {
    /** `mayLoosen`: the person was told that the file loosens the policy in force, and of what. */
    input: z.strictObject({ file: sealedSchema, mayLoosen: z.optional(z.boolean()) }),
    output: z.object({ connections: z.number(), secrets: z.number() }),
  },
  /** The settings file's text, without secrets. */
  'settings.export': { input: nothing, output: z.object({ file: z.string() }) },

  'draft.read': { input: z.strictObject({ scope: id }), output: z.object({ draft: z.optional(draft) }) },
  'draft.save': { input: z.strictObject({ scope: id, draft }), output: nothing },
  'draft.delete': { input: z.strictObject({ scope: id }), output: nothing },
  /** The rows that a job never sent as the draft of its form, under another intention. A form that holds something stays. */
  'draft.takeUp': { input: z.strictObject({ scope: id, jobId: id, intentId, source: sourceSchema }), output: nothing },

  /** The exact request as name and value lines, secrets hidden; of several the first. Nothing is sent. */
  'job.preview': {
    input: z.strictObject({
      operation: id,
      connectionId: id,
      rows,
      shared: z.optional(values),
      channel: z.optional(channel),
      intentId,
    }),
    output: z.object({
      endpoint: z.string(),
      lines: z.array(z.tuple([z.string(), z.string()])),
      /** How many requests there will be. */
      requests: z.number(),
    }),
  },
  /** Writes the job down and starts its hold-back. `created` is false when the same intention or object is already at work. */
  'job.create': {
    input: z.strictObject({
      operation: id,
      connectionId: id,
      intentId,
      source: sourceSchema,
      label: z.optional(z.string().check(z.maxLength(200))),
      rows,
      shared: z.optional(values),
      channel: z.optional(channel),
    }),
    output: z.object({ jobId: z.string(), created: z.boolean() }),
  },
  'job.read': { input: z.strictObject({ jobId: id }), output: jobDetailSchema },
  'job.list': {
    input: z.strictObject({ before: z.optional(id) }),
    output: z.object({ jobs: z.array(jobSummarySchema), more: z.boolean() }),
  },
  /** What was done here with one object, newest first. */
  'job.history': {
    input: z.strictObject({ subject: id }),
    output: z.object({
      entries: z.array(
        z.object({
          jobId: z.string(),
          /** Another company's CRM may have an opportunity of the same number. */
          connectionId: z.optional(z.string()),
          operation: z.string(),
          state: rowStateSchema,
          at: z.number(),
          operatorName: z.optional(z.string()),
          /** The job itself was cleared; the journal still tells of it. */
          isCleared: z.optional(z.boolean()),
        }),
      ),
    }),
  },
  /** `calledOff` is false when it had already left. */
  'job.callOff': { input: z.strictObject({ jobId: id }), output: z.object({ calledOff: z.boolean() }) },
  /** A person stops it: what is on its way comes back, nothing else leaves until it is resumed. */
  'job.pause': { input: z.strictObject({ jobId: id }), output: nothing },
  'job.resume': { input: z.strictObject({ jobId: id }), output: nothing },
  /** Cancels the rows that have not left. */
  'job.cancel': { input: z.strictObject({ jobId: id }), output: z.object({ counts: rowCountsSchema }) },
  /** What a person says of an unknown row: it was done, it was not done, or send it again under the same key. */
  'job.decide': {
    input: z.strictObject({
      jobId: id,
      index: z.number(),
      choice: z.enum(['mark-succeeded', 'mark-failed', 'send-again']),
    }),
    output: nothing,
  },

  ...crmContract,

  ...bulkContract,

  ...imContract,

  ...pageRulesContract,

  ...recordContract,

  ...journalContract,

  ...teachContract,

  /** The side panel has followed the wish. */
  'panel.followed': { input: z.strictObject({ at: z.number() }), output: nothing },
});

export type ExtensionContract = typeof extensionContract;
export type CallName = keyof ExtensionContract;
export type CallInput<N extends CallName> = InputOf<ExtensionContract, N>;
export type CallOutput<N extends CallName> = OutputOf<ExtensionContract, N>;
