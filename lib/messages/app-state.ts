import * as z from 'zod/mini';
import { errorCodes } from '@/lib/errors/app-error';
import { rowLimits } from './rows-per-request';
import { themes } from './themes';

const count = z.number();
const time = z.number();

export const errorDataSchema = z.object({
  code: z.enum(errorCodes),
  detail: z.object({
    reason: z.optional(z.string()),
    path: z.optional(z.string()),
    platform: z.optional(
      z.object({
        code: z.optional(z.string()),
        subCode: z.optional(z.string()),
        message: z.optional(z.string()),
        requestId: z.optional(z.string()),
      }),
    ),
    until: z.optional(time),
    overlap: z.optional(z.object({ jobId: z.string(), rows: z.array(count) })),
  }),
});

export const rowCountsSchema = z.object({
  waiting: count,
  sending: count,
  succeeded: count,
  failed: count,
  unknown: count,
  cancelled: count,
  skipped: count,
});

export const rowStateSchema = z.enum(['waiting', 'sending', 'succeeded', 'failed', 'unknown', 'cancelled', 'skipped']);

export const sourceSchema = z.enum(['popup', 'panel', 'context-menu']);

export const jobSummarySchema = z.object({
  id: z.string(),
  operation: z.string(),
  source: sourceSchema,
  connection: z.object({ id: z.string(), name: z.string(), endpoint: z.string(), appKey: z.string() }),
  state: z.enum(['draft', 'preparing', 'held', 'running', 'paused', 'finished']),
  pausedBy: z.optional(errorDataSchema),
  createdAt: time,
  heldUntil: time,
  notBefore: time,
  finishedAt: z.optional(time),
  subject: z.string(),
  label: z.optional(z.string()),
  total: count,
  counts: rowCountsSchema,
  /** Rows that failed with some of it done, and rows that an undo left as others have made them. */
  noted: z.optional(z.object({ partly: z.optional(count), kept: z.optional(count) })),
  /** The latest failure of a request, for people who watch. */
  lastFailure: z.optional(errorDataSchema),
  /** The job whose failed rows this one tries again, or whose edits it takes back. */
  retryOf: z.optional(z.string()),
  undoOf: z.optional(z.string()),
  /** How far the worker is with the rows of a draft, or of a job that was just confirmed; of `total`. */
  progress: z.optional(
    z.object({
      phase: z.enum(['reading', 'checking', 'checked', 'preparing']),
      done: count,
      /** Why the worker got no further. */
      stuckBy: z.optional(errorDataSchema),
    }),
  ),
});
export type JobSummary = z.infer<typeof jobSummarySchema>;

export const languages = ['zh-CN', 'en'] as const;

const days = z.int().check(z.gte(0), z.lte(3650));

export const preferencesSchema = z.object({
  language: z.enum(languages),
  theme: z.enum(themes),
  /** Seconds in which a release can be called off. */
  holdBackSeconds: z.number().check(z.gte(3), z.lte(60)),
  /** Minutes without use until the vault locks itself; 0 = only with the browser. */
  autoLockMinutes: z.number().check(z.gte(0), z.lte(1440)),
  /** Minutes after which reception settings are asked for anew when they are looked at. */
  imCacheMinutes: z.int().check(z.gte(1), z.lte(1440)),
  /** Minutes between regular looks at them while unlocked; 0 = none. */
  imCheckMinutes: z.int().check(z.gte(0), z.lte(1440)),
  /** Days after which an ended job is cleared, the journal kept; 0 = never. */
  keepJobsDays: days,
  /** Days without follow-up, past the expected sign date, and since an earlier job here, that advice begins or ends with; 0 = none. */
  adviceUnfollowedDays: days,
  adviceSignDateDays: days,
  adviceEarlierJobDays: days,
  adviceApproval: z.boolean(),
  adviceSameCustomer: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** How fast a connection is used: see `Pace`. */
export const paceSchema = z.object({
  calls: z.int().check(z.gte(1), z.lte(1000)),
  concurrency: z.int().check(z.gte(1), z.lte(16)),
});

/** A connection as pages may see it: which secrets are there, never the secrets. */
export const topConnectionSchema = z.object({
  id: z.string(),
  platform: z.literal('top'),
  name: z.string(),
  endpoint: z.string(),
  appKey: z.string(),
  signMethod: z.enum(['hmac-sha256', 'hmac', 'md5']),
  pace: z.optional(paceSchema),
  hasSecret: z.boolean(),
  hasSession: z.boolean(),
  /** Whether the browser lets the worker talk to the endpoint's host. */
  permitted: z.boolean(),
});
export type TopConnectionSummary = z.infer<typeof topConnectionSchema>;

export const ikcrmConnectionSchema = z.object({
  id: z.string(),
  platform: z.literal('ikcrm'),
  name: z.string(),
  baseUrl: z.string(),
  pace: z.optional(paceSchema),
  hasToken: z.boolean(),
  permitted: z.boolean(),
});
export type IkcrmConnectionSummary = z.infer<typeof ikcrmConnectionSchema>;

export const connectionSummarySchema = z.discriminatedUnion('platform', [topConnectionSchema, ikcrmConnectionSchema]);
export type ConnectionSummary = z.infer<typeof connectionSummarySchema>;

export const operatorSchema = z.object({ id: z.string(), name: z.string() });

const chosenRows = (operation: keyof typeof rowLimits) =>
  z.optional(z.int().check(z.gte(1), z.lte(rowLimits[operation].maximum)));
/** None: the operation's own number. */
export const rowsPerRequestSchema = z.strictObject({
  'sell-cards': chosenRows('sell-cards'),
  'submit-outreach': chosenRows('submit-outreach'),
});

export const defaultsSchema = z.object({
  territoryCode: z.string(),
  imAccountId: z.string(),
  releaseReasons: z.array(z.string()),
  rowsPerRequest: z.optional(rowsPerRequestSchema),
});

export const siteSummarySchema = z.object({
  origin: z.string(),
  name: z.string(),
  /** False where the browser no longer lets the extension read it; absent where that was not asked. */
  permitted: z.optional(z.boolean()),
});

/** Everything that a screen may know, sent whole at every change. No credential has a place in it. */
export const appStateSchema = z.object({
  vault: z.object({
    state: z.enum(['absent', 'locked', 'unlocked']),
    mode: z.optional(z.enum(['passphrase', 'device'])),
  }),
  connections: z.array(connectionSummarySchema),
  operator: operatorSchema,
  defaults: defaultsSchema,
  preferences: preferencesSchema,
  sites: z.array(siteSummarySchema),
  /** What an administrator's policy decides; such controls are shown and closed. */
  managed: z.boolean(),
  /** Open jobs and the newest ended ones, newest first. */
  jobs: z.array(jobSummarySchema),
  /** Where the side panel was asked to go, e.g. by the context menu; `at` tells a new wish from an old one. */
  panelWish: z.optional(z.object({ at: time, windowId: z.number(), scope: z.string() })),
});
export type AppState = z.infer<typeof appStateSchema>;
